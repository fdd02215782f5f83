import type { ShellCommand } from '../command.ts';
import { formatTime } from '../date-format.ts';

const MINUTE_MS = 60_000;

/** `uptime` (toybox) */
export const uptime: ShellCommand = {
  name: 'uptime',
  run({ system }) {
    const nowMs = system.clock.now();
    const minutes = Math.floor(system.uptimeMs / MINUTE_MS);
    const time = formatTime(nowMs, '%H:%M:%S', system.properties.get('persist.sys.timezone'));
    const up =
      minutes < 60
        ? `${minutes} min`
        : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    return { stdout: ` ${time} up ${up},  0 users,  load average: 1.12, 0.94, 0.88\n` };
  },
};

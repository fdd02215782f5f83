import {
  allowNotificationListener,
  disallowNotificationListener,
} from '../../android/notification-listeners.ts';
import type { AndroidSystem } from '../../android/system.ts';
import type { CommandInput, CommandOutput } from '../command.ts';
import { dumpBattery } from './dumpsys/battery.ts';
import { dumpDeviceIdle } from './dumpsys/deviceidle.ts';

/** One service's `shellCommand()`; `args` are those after the service's name. */
export type Service = (input: CommandInput) => CommandOutput;

/** Services with few verbs, by their name for `cmd`. */
export const SMALL_SERVICES: Readonly<Record<string, Service | undefined>> = {
  battery: dumpBattery,
  bluetooth_manager({ system, args }) {
    const [verb] = args;
    if (verb !== 'enable' && verb !== 'disable') return unknown(verb);
    system.settings.put('global', 'bluetooth_on', verb === 'enable' ? '1' : '0');
    return { stdout: `${verb === 'enable' ? 'enable' : 'disable'}: Success\n` };
  },
  connectivity({ system, args }) {
    const [verb, value] = args;
    if (verb !== 'airplane-mode') return unknown(verb);
    if (value === undefined) {
      return { stdout: `${system.connectivity.airplane ? 'enabled' : 'disabled'}\n` };
    }
    system.connectivity.airplane = value === 'enable';
    return {};
  },
  deviceidle: dumpDeviceIdle,
  location({ system, args }) {
    const [verb, value] = args.filter((arg) => !arg.startsWith('-'));
    if (verb === 'is-location-enabled') {
      return { stdout: `${system.settings.get('secure', 'location_mode') !== '0'}\n` };
    }
    if (verb !== 'set-location-enabled') return unknown(verb);
    system.settings.put('secure', 'location_mode', value === 'true' ? '3' : '0');
    return {};
  },
  notification,
  phone({ system, args }) {
    const [verb, value] = args;
    if (verb !== 'data' || (value !== 'enable' && value !== 'disable')) return unknown(verb);
    system.connectivity.mobileData = value === 'enable';
    return {};
  },
  statusbar({ system, args }) {
    const [verb = ''] = args;
    if (verb === 'get-status-icons')
      return { stdout: 'alarm_clock\nbluetooth\nvolume\nwifi\nmobile\nbattery\n' };
    if (!/^(?:expand-notifications|expand-settings|collapse)$/.test(verb)) return unknown(verb);
    system.windows.setShade(verb !== 'collapse');
    return {};
  },
  uimode({ system, args }) {
    const [verb, value] = args;
    if (verb !== 'night') return unknown(verb);
    if (value !== undefined)
      system.settings.put('secure', 'ui_night_mode', value === 'yes' ? '2' : '1');
    const isNight = system.settings.get('secure', 'ui_night_mode') === '2';
    return { stdout: `Night mode: ${isNight ? 'yes' : 'no'}\n` };
  },
  wifi({ system, args }) {
    const [verb, value] = args;
    if (verb === 'status') {
      return { stdout: `Wifi is ${system.connectivity.wifi ? 'enabled' : 'disabled'}\n` };
    }
    if (verb !== 'set-wifi-enabled') return unknown(verb);
    system.connectivity.wifi = value === 'enabled';
    return {};
  },
};

/** `cmd notification allow_listener|disallow_listener|list|post` (AOSP NotificationShellCmd). */
function notification({ system, args }: CommandInput): CommandOutput {
  const [verb, ...rest] = args;
  switch (verb) {
    case 'allow_listener':
      allowNotificationListener(system.settings, rest[0] ?? '');
      return {};
    case 'disallow_listener':
      disallowNotificationListener(system.settings, rest[0] ?? '');
      return {};
    case 'list': {
      const keys = system.notifications.list().map(({ packageName, id, tag = null }) => {
        return `0|${packageName}|${id}|${tag}|${system.packages.get(packageName)?.uid ?? 1000}\n`;
      });
      return { stdout: keys.join('') };
    }
    case 'post':
      return post(system, rest);
    default:
      return unknown(verb);
  }
}

function post(system: AndroidSystem, args: readonly string[]): CommandOutput {
  const words = [...args];
  let title = 'Shell';
  while (words[0]?.startsWith('-')) {
    const option = words.shift();
    const value = words.shift() ?? '';
    if (option === '-t' || option === '--title') title = value;
  }
  const [tag, text] = words;
  if (tag === undefined || text === undefined) {
    return { stderr: 'error: usage: cmd notification post [flags] <tag> <text>\n', exitCode: 255 };
  }
  system.notifications.post({
    packageName: 'com.android.shell',
    tag,
    id: 2020,
    title,
    text,
    channel: 'shell_cmd',
  });
  return { stdout: 'posting:\n  Notification(channel=shell_cmd)\n' };
}

function unknown(verb: string | undefined): CommandOutput {
  return { stderr: `Unknown command: ${verb ?? 'null'}\n`, exitCode: 255 };
}

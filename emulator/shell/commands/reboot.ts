import type { ShellCommand } from '../command.ts';

/** `reboot [MODE]` */
export const reboot: ShellCommand = {
  name: 'reboot',
  run({ system, args }) {
    system.power.reboot(args[0]);
    return {};
  },
};

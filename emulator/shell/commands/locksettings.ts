import type { ShellCommand } from '../command.ts';

/** `locksettings get-disabled|verify|help`: the phone has no lock screen. */
export const locksettings: ShellCommand = {
  name: 'locksettings',
  run({ args }) {
    switch (args[0]) {
      case 'get-disabled':
        return { stdout: 'true\n' };
      case 'verify':
        return { stdout: 'Lock credential verified successfully\n' };
      case undefined:
      case 'help':
        return { stdout: 'lockSettings service commands:\n  get-disabled\n  verify\n' };
      default:
        return { stderr: `Unknown command: ${args[0]}\n`, exitCode: 255 };
    }
  },
};

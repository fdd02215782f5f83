import { ReadOnlyPropertyError } from '../../android/properties.ts';
import type { ShellCommand } from '../command.ts';

/** Where the shell user may write (AOSP system/sepolicy, private/shell.te). */
const WRITABLE = /^(?:debug|log|persist\.log|sys\.powerctl|security\.perf_harden)(?:\.|$)/;

/** `setprop NAME VALUE` (toybox). */
export const setprop: ShellCommand = {
  name: 'setprop',
  run({ system, args }) {
    const [name, value] = args;
    if (name === undefined || value === undefined || args.length > 2) {
      return { stderr: 'setprop: Needs 2 arguments (see "setprop --help")\n', exitCode: 1 };
    }
    const refusal = {
      stderr: `Failed to set property '${name}' to '${value}'.\nSee dmesg for error reason.\n`,
      exitCode: 1,
    };
    if (!WRITABLE.test(name)) return refusal;
    try {
      system.properties.set(name, value);
    } catch (error) {
      if (error instanceof ReadOnlyPropertyError) return refusal;
      throw error;
    }
    return {};
  },
};

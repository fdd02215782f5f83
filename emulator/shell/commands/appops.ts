import type { ShellCommand } from '../command.ts';
import { parseOptions } from '../options.ts';

const MODES = /^(?:allow|ignore|deny|default|foreground|ask)$/;

/** `appops set|get|reset` (AOSP AppOpsService.Shell); `cmd appops` is the same. */
export const appops: ShellCommand = {
  name: 'appops',
  run({ system, args }) {
    const [verb = '', ...rest] = args;
    const { operands } = parseOptions(rest, ['--user']);
    const [packageName = '', op, mode] = operands;
    const installed = system.packages.get(packageName);
    if (verb === 'reset') {
      for (const entry of system.packages.list()) {
        if (packageName === '' || entry === installed) entry.appOps.clear();
      }
      return { stdout: 'Reset all modes to default for: all packages\n' };
    }
    if (verb !== 'set' && verb !== 'get') {
      return { stderr: `Unknown command: ${verb}\n`, exitCode: 255 };
    }
    if (!installed)
      return { stderr: `Error: No UID for ${packageName} in user 0\n`, exitCode: 255 };
    if (verb === 'get') {
      const found = [...installed.appOps].filter(
        ([name]) => op === undefined || name === plain(op),
      );
      if (found.length === 0) return { stdout: 'No operations.\n' };
      return { stdout: found.map(([name, value]) => `${name}: ${value}\n`).join('') };
    }
    if (op === undefined) return { stderr: 'Error: Operation not specified.\n', exitCode: 255 };
    if (mode === undefined) return { stderr: 'Error: Mode not specified.\n', exitCode: 255 };
    if (!MODES.test(mode)) {
      return { stderr: `Error: Mode ${mode} is not valid,\n`, exitCode: 255 };
    }
    if (mode === 'default') installed.appOps.delete(plain(op));
    else installed.appOps.set(plain(op), mode);
    return {};
  },
};

/** `android:mock_location` and `MOCK_LOCATION` are the same operation. */
function plain(op: string): string {
  return op.replace(/^android:/, '').toUpperCase();
}

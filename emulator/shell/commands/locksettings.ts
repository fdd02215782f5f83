import type { Keyguard } from '../../android/keyguard.ts';
import { KEYGUARD_PIN } from '../../android/keyguard.ts';
import type { CommandOutput, ShellCommand } from '../command.ts';
import { parseOptions } from '../options.ts';

const VERBS = ['get-disabled', 'verify', 'clear', 'set-pin'] as const;

/** `locksettings get-disabled|verify|clear|set-pin|help` (AOSP LockSettingsShellCommand). */
export const locksettings: ShellCommand = {
  name: 'locksettings',
  run({ system, args }) {
    const [verb] = args;
    const { options, operands } = parseOptions(args.slice(1), ['--old', '--user']);
    const { keyguard } = system;
    if (verb === undefined || verb === 'help') {
      const verbs = VERBS.map((name) => `  ${name}\n`).join('');
      return { stdout: `lockSettings service commands:\n${verbs}` };
    }
    if (verb === 'get-disabled') return { stdout: `${!keyguard.enabled}\n` };
    if (!VERBS.some((name) => name === verb)) {
      return { stderr: `Unknown command: ${verb}\n`, exitCode: 255 };
    }
    return checkOld(keyguard, options.get('--old')) ?? change(keyguard, verb, operands[0]);
  },
};

/** Every command but the first wants the credential there is; the answer if it is another. */
function checkOld(keyguard: Keyguard, old: string | undefined): CommandOutput | undefined {
  if (!keyguard.secure) {
    return old === undefined
      ? undefined
      : { stdout: 'Old password provided but user has no password\n' };
  }
  if (old === KEYGUARD_PIN) return undefined;
  return { stdout: `Old password '${old ?? ''}' didn't match\n`, exitCode: 255 };
}

function change(keyguard: Keyguard, verb: string, pin: string | undefined): CommandOutput {
  switch (verb) {
    case 'clear':
      if (keyguard.secure) keyguard.setSecure(false);
      return { stdout: 'Lock credential cleared\n' };
    case 'set-pin':
      if (pin !== KEYGUARD_PIN) {
        return {
          stderr: `Error: this emulated phone takes no PIN but ${KEYGUARD_PIN}\n`,
          exitCode: 255,
        };
      }
      keyguard.setSecure(true);
      return { stdout: `Pin set to '${pin}'\n` };
    default:
      return { stdout: 'Lock credential verified successfully\n' };
  }
}

import { parseCommandLine, UsageError } from '../command-line.ts';

export interface SignOutOptions {
  serial: string | undefined;
  /** What becomes of data that was synced to the phone. */
  syncedData: 'keep' | 'remove';
  help: boolean;
}

export const SIGN_OUT_HELP = `Signs out the Mi account of a phone that adb lists, in Settings → Mi Account.

  npm run signout                          the only phone that is ready, or that of MI_PHONES
  npm run signout -- --serial SERIAL       that phone, as \`adb devices\` names it
  npm run signout -- --keep                what was synced stays on the phone (default)
  npm run signout -- --remove              it is deleted from the phone
  npm run signout -- --help                shows this

Where Find device is on, the phone asks for the account's password: MI_ACCOUNT_PASSWORD, or enter it on
the phone when the command waits for you. MI_STEP_BUDGET_SIGN_OUT is how long it may take in all.
Exit code 0 when nobody is signed in any more.
`;

const SYNTAX = {
  command: 'npm run signout',
  options: {
    serial: { type: 'string', value: 'SERIAL' },
    keep: { type: 'boolean' },
    remove: { type: 'boolean' },
  },
} as const;

/**
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is not understood.
 */
export function parseSignOutOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): SignOutOptions {
  const { serial, keep, remove, help } = parseCommandLine(SYNTAX, args, env);
  if (keep && remove) {
    throw new UsageError('The synced data cannot both stay and go.', {
      expected: '--keep or --remove',
      seen: args.join(' '),
      remedy: 'run `npm run signout -- --help`',
    });
  }
  return { serial, syncedData: remove ? 'remove' : 'keep', help };
}

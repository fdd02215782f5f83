import { splitWords } from './words.ts';

/** What is told of a run: an address gets it by POST, a command at its standard input. */
export type NotifyTarget =
  | { readonly kind: 'address'; readonly url: URL }
  | { readonly kind: 'command'; readonly program: string; readonly args: readonly string[] };

/** Completes "expected …". */
export const NOTIFY_TARGET_EXPECTED =
  'an http(s) address without user and password, such as https://hooks.example/nightly, or a command with every quote closed, such as /usr/local/bin/tell-qa --channel nights';

const ADDRESS = /^[a-z][a-z\d+.-]*:\/\//i;

/**
 * Reads the value of `MI_NOTIFY`. What begins as an address does is one; all else is a command, whose
 * words are split as a shell does, and which no shell runs.
 * @returns `undefined` for what is neither.
 */
export function parseNotifyTarget(text: string): NotifyTarget | undefined {
  if (ADDRESS.test(text)) {
    if (!URL.canParse(text) || /\s/.test(text)) return undefined;
    const url = new URL(text);
    // fetch refuses an address that holds a password.
    const isUsable = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
    return isUsable ? { kind: 'address', url } : undefined;
  }
  const [program = '', ...args] = splitWords(text) ?? [];
  return program === '' ? undefined : { kind: 'command', program, args };
}

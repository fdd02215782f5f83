import { parseSmsCode } from './parse.ts';
import type { SmsMessage } from './source.ts';

/** What a message is worth to somebody who waits for a code. */
export type Verdict =
  | { readonly kind: 'code'; readonly code: string }
  /** Its code was tried before. */
  | { readonly kind: 'used' }
  | { readonly kind: 'other-sim' }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'no-code' };

export interface JudgedBy {
  /** Codes that were tried already. */
  readonly used: ReadonlySet<string>;
  /** The SIM that has the number, from 1; unset: any. */
  readonly simSlot?: number | undefined;
}

/** Judges one message. A message whose SIM is not known counts as that of the number. */
export function judge(message: SmsMessage, { used, simSlot }: JudgedBy): Verdict {
  if (message.blocked) return { kind: 'blocked' };
  const slots = [message.simSlot, simSlot];
  if (!slots.includes(undefined) && message.simSlot !== simSlot) return { kind: 'other-sim' };
  const code = parseSmsCode({ sender: message.sender, body: message.body });
  if (code === undefined) return { kind: 'no-code' };
  return used.has(code) ? { kind: 'used' } : { kind: 'code', code };
}

/** A code that may be tried, and the SIM that its message came to, from 1, if that is known. */
export interface FoundCode {
  readonly code: string;
  readonly simSlot: number | undefined;
}

/**
 * The code to try of those that were not tried yet: the one that the network sent last, as messages
 * overtake each other; where one of them does not say when it was sent, the one that came last.
 */
export function newestCode(messages: readonly SmsMessage[], by: JudgedBy): FoundCode | undefined {
  const found = messages.flatMap((message, index) => {
    const verdict = judge(message, by);
    return verdict.kind === 'code' ? [{ ...message, index, code: verdict.code }] : [];
  });
  const allTellWhenSent = found.every(({ sentMs }) => sentMs > 0);
  const [newest] = found.sort(
    (a, b) =>
      (allTellWhenSent ? b.sentMs - a.sentMs : 0) ||
      b.receivedMs - a.receivedMs ||
      a.index - b.index,
  );
  return newest && { code: newest.code, simSlot: newest.simSlot };
}

/** The codes of messages that do not count, wherever else these may be seen. */
export function codesOfOthers(messages: readonly SmsMessage[], by: JudgedBy): string[] {
  return messages
    .filter((message) => ['other-sim', 'blocked'].includes(judge(message, by).kind))
    .flatMap(({ sender, body }) => parseSmsCode({ sender, body }) ?? []);
}

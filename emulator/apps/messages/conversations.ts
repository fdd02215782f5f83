import type { SmsRow } from '../../android/providers/sms-provider.ts';

/** The messages of one sender. */
export interface Conversation {
  readonly address: string;
  /** The newest last. */
  readonly messages: readonly SmsRow[];
  readonly newest: SmsRow;
}

/** Messages by sender, without those on the block list; the sender of the newest message first. */
export function conversationsOf(rows: readonly SmsRow[]): Conversation[] {
  const byAddress = new Map<string, SmsRow[]>();
  const shown = rows.filter((row) => row.block_type === 0);
  for (const row of shown.sort((a, b) => Number(a.date) - Number(b.date))) {
    const address = String(row.address ?? '');
    const messages = byAddress.get(address) ?? [];
    messages.push(row);
    // Anew at the end: the map stays in the order of the newest message.
    byAddress.delete(address);
    byAddress.set(address, messages);
  }
  return [...byAddress]
    .flatMap(([address, messages]) => {
      const newest = messages.at(-1);
      return newest ? [{ address, messages, newest }] : [];
    })
    .reverse();
}

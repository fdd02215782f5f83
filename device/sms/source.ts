import type { SmsSourceName } from '../../config/sms-sources.ts';
import type { CallOptions } from '../adb.ts';

/** A message as a source shows it. */
export interface SmsMessage {
  /** Tells it from the others of its source. */
  readonly id: string;
  /** Number or name. */
  readonly sender: string;
  readonly body: string;
  /** When the phone got it, by the phone's clock. */
  readonly receivedMs: number;
  /** When the network sent it; 0 when the source does not tell. */
  readonly sentMs: number;
  /** In the block list of Xiaomi's Messages app, where a person would not see it. */
  readonly blocked: boolean;
  /** Of the SIM card that got it, from 1, if the source tells. */
  readonly simSlot?: number | undefined;
}

/** What a look at a source shows: messages, newest first, or that the code is entered already. */
export type Sighting =
  | { readonly kind: 'messages'; readonly messages: readonly SmsMessage[] }
  | { readonly kind: 'entered' };

/** One of the places where an SMS code can be seen. */
export interface CodeSource {
  readonly name: SmsSourceName;
  /**
   * Looks once.
   * @param sinceMs by the clock of the phone that gets the SMS: what it got before does not count.
   * @throws {SmsSourceClosedError} when the phone does not let us look; it says what to switch on.
   */
  look(sinceMs: number, call: CallOptions): Promise<Sighting>;
}

/** Newest first, as a source shows its messages. */
export function newestFirst(messages: readonly SmsMessage[]): SmsMessage[] {
  return [...messages].sort((a, b) => b.receivedMs - a.receivedMs);
}

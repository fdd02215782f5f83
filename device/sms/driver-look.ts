import type { CallOptions } from '../adb.ts';
import { DriverCommandError, type DriverSession } from '../driver/session.ts';
import type { SmsSourceClosedError } from '../errors.ts';
import { newestFirst, type Sighting, type SmsMessage } from './source.ts';

/** A command of the driver's that lists what Appium's helper app may see. */
export interface DriverListing {
  readonly command: `mobile: ${string}`;
  readonly args: Readonly<Record<string, unknown>>;
  /** What it lists, to follow “an answer that is no list of”. */
  readonly things: string;
  /** @returns `undefined` for what is no such list. */
  readonly parse: (answer: unknown) => SmsMessage[] | undefined;
  /** The error of a source that shows this instead. */
  readonly closed: (seen: string) => SmsSourceClosedError;
}

/** @throws {SmsSourceClosedError} when the phone or the driver refuses. */
export async function lookOverDriver(
  session: DriverSession,
  { command, args, things, parse, closed }: DriverListing,
  sinceMs: number,
  call: CallOptions,
): Promise<Sighting> {
  try {
    const messages = parse(await session.execute(command, args, call));
    if (messages === undefined) throw closed(`an answer that is no list of ${things}`);
    return {
      kind: 'messages',
      messages: newestFirst(messages.filter(({ receivedMs }) => receivedMs >= sinceMs)),
    };
  } catch (error) {
    throw error instanceof DriverCommandError ? closed(error.said) : error;
  }
}

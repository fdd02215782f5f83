import { z } from 'zod';
import type { CallOptions } from '../adb.ts';
import { DriverCommandError, type DriverSession } from '../driver/session.ts';
import { SmsSourceClosedError } from '../errors.ts';
import { newestFirst, type CodeSource, type Sighting, type SmsMessage } from './source.ts';

/** Codes come within minutes of being asked for; nobody gets more messages in that time. */
const MAX_MESSAGES = 30;

/** The helper app gives every column as text, and no column that Android does not have everywhere. */
const SmsList = z.object({
  items: z.array(
    z.object({
      id: z.string().nullish(),
      address: z.string().nullish(),
      date: z.coerce.number(),
      body: z.string().nullish(),
    }),
  ),
});

/**
 * The SMS inbox, through Appium's helper app (`mobile: listSms`). It may read SMS if the phone lets it:
 * on Xiaomi's system that is two permissions, since the messages of companies are a kind of their own,
 * and without the second one those are left out silently.
 * @see https://github.com/appium/io.appium.settings, SmsReader
 */
export class DriverInbox implements CodeSource {
  readonly name = 'inbox';
  readonly #session: DriverSession;

  constructor(session: DriverSession) {
    this.#session = session;
  }

  /** @throws {SmsSourceClosedError} when the phone or the driver refuses. */
  async look(sinceMs: number, call: CallOptions = {}): Promise<Sighting> {
    try {
      const answer = await this.#session.execute('mobile: listSms', { max: MAX_MESSAGES }, call);
      const messages = parseSmsList(answer);
      if (messages === undefined) throw this.#closed('an answer that is no list of messages');
      return {
        kind: 'messages',
        messages: newestFirst(messages.filter(({ receivedMs }) => receivedMs >= sinceMs)),
      };
    } catch (error) {
      throw error instanceof DriverCommandError ? this.#closed(error.said) : error;
    }
  }

  #closed(seen: string): SmsSourceClosedError {
    return new SmsSourceClosedError("Appium's helper app cannot read the phone's SMS.", {
      phone: this.#session.serial,
      expected: '`mobile: listSms` to list messages',
      seen,
      remedy:
        'On the phone, open Settings → Apps → Manage apps → Appium Settings and allow SMS under "App permissions" and "Notification SMS" under "Other permissions"; a cloud may not offer this command at all.',
      trouble: 'sms-readable',
    });
  }
}

/** Parses what `mobile: listSms` answers; `undefined` when it is something else. */
function parseSmsList(answer: unknown): SmsMessage[] | undefined {
  return SmsList.safeParse(answer).data?.items.map(({ id, address, date, body }) => ({
    id: id ?? '',
    sender: address ?? '',
    body: body ?? '',
    receivedMs: date,
    sentMs: 0,
    blocked: false,
  }));
}

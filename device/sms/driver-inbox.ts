import { z } from 'zod';
import type { CallOptions } from '../adb.ts';
import type { DriverSession } from '../driver/session.ts';
import { SmsSourceClosedError } from '../errors.ts';
import { lookOverDriver, type DriverListing } from './driver-look.ts';
import type { CodeSource, Sighting, SmsMessage } from './source.ts';

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
  look(sinceMs: number, call: CallOptions = {}): Promise<Sighting> {
    const listing: DriverListing = {
      command: 'mobile: listSms',
      args: { max: MAX_MESSAGES },
      things: 'messages',
      parse: parseSmsList,
      closed: (seen) => this.#closed(seen),
    };
    return lookOverDriver(this.#session, listing, sinceMs, call);
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

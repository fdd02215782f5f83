import { z } from 'zod';
import type { CallOptions } from '../adb.ts';
import type { DriverSession } from '../driver/session.ts';
import { SmsSourceClosedError } from '../errors.ts';
import { lookOverDriver, type DriverListing } from './driver-look.ts';
import { SMS_APPS } from './notifications.ts';
import type { CodeSource, Sighting, SmsMessage } from './source.ts';

const Text = z.string().nullish();
const NotificationList = z.object({
  statusBarNotifications: z.array(
    z.object({
      packageName: Text,
      key: Text,
      postTime: z.number(),
      notification: z.object({ title: Text, bigTitle: Text, text: Text, bigText: Text }).partial(),
    }),
  ),
});

/**
 * What the phone's SMS app has posted, through Appium's helper app (`mobile: getNotifications`), which
 * needs access to notifications. From Android 15 on the system hides from such an app what it takes for
 * a code.
 * @see https://github.com/appium/io.appium.settings, NotificationsReceiver
 */
export class DriverNotifications implements CodeSource {
  readonly name = 'notifications';
  readonly #session: DriverSession;

  constructor(session: DriverSession) {
    this.#session = session;
  }

  /** @throws {SmsSourceClosedError} when the phone or the driver refuses. */
  look(sinceMs: number, call: CallOptions = {}): Promise<Sighting> {
    const listing: DriverListing = {
      command: 'mobile: getNotifications',
      args: {},
      things: 'notifications',
      parse: parseNotificationList,
      closed: (seen) => this.#closed(seen),
    };
    return lookOverDriver(this.#session, listing, sinceMs, call);
  }

  #closed(seen: string): SmsSourceClosedError {
    return new SmsSourceClosedError("Appium's helper app cannot see the phone's notifications.", {
      phone: this.#session.serial,
      expected: '`mobile: getNotifications` to list notifications',
      seen,
      remedy:
        'On the phone, open Settings, search for "Notification access" and allow it for Appium Settings; a cloud may not offer this command at all.',
      trouble: 'sms-readable',
    });
  }
}

/**
 * Parses what `mobile: getNotifications` answers. The time is that of the posting, so an older message
 * that is posted once more counts as new.
 * @returns the messages of SMS apps; `undefined` when the answer is something else.
 */
function parseNotificationList(answer: unknown): SmsMessage[] | undefined {
  const list = NotificationList.safeParse(answer).data?.statusBarNotifications;
  return list?.flatMap(({ packageName, key, postTime, notification }) => {
    const { title, bigTitle, text, bigText } = notification;
    const body = bigText || text || '';
    if (!SMS_APPS.includes(packageName ?? '') || body === '') return [];
    return [
      {
        id: `${key ?? ''} ${postTime}`,
        sender: title || bigTitle || '',
        body,
        receivedMs: postTime,
        sentMs: 0,
        blocked: false,
      },
    ];
  });
}

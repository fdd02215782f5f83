import type { Adb, CallOptions } from '../adb.ts';
import { AdbError, SmsSourceClosedError } from '../errors.ts';
import { parseNotificationDump, type DumpedNotification } from './notification-dump.ts';
import { newestFirst, type CodeSource, type Sighting, type SmsMessage } from './source.ts';

/** Xiaomi's Messages in China, and Google's elsewhere. */
export const SMS_APPS: readonly string[] = ['com.android.mms', 'com.google.android.apps.messaging'];
/** Both ask for the app that a person has chosen: the first up to Android 9, the second from 10 on. */
const ASK_FOR_SMS_APP =
  'settings get secure sms_default_application; cmd role get-role-holders android.app.role.SMS';
const PACKAGE_NAME = /^[A-Za-z]\w*(?:\.\w+)+$/;

/** What the phone's SMS app has posted into the notification shade. */
export class SmsNotifications implements CodeSource {
  readonly name = 'notifications';
  readonly #adb: Adb;
  #apps: Promise<ReadonlySet<string>> | undefined;

  constructor(adb: Adb) {
    this.#adb = adb;
  }

  /** @throws {SmsSourceClosedError} when the phone refuses, or leaves out what notifications say. */
  async look(sinceMs: number, call: CallOptions = {}): Promise<Sighting> {
    const [{ stdout, stderr }, apps] = await Promise.all([
      this.#adb.shell('dumpsys notification --noredact', call),
      this.#smsApps(call),
    ]);
    const dump = parseNotificationDump(stdout);
    if (dump === undefined) throw this.#refused(`${stdout}\n${stderr}`);
    if (dump.isRedacted) throw this.#redacted();
    const messages = dump.notifications
      .filter(({ packageName }) => apps.has(packageName))
      .flatMap(messagesOf)
      .filter(({ receivedMs }) => receivedMs >= sinceMs);
    return { kind: 'messages', messages: newestFirst(messages) };
  }

  async #smsApps(call: CallOptions): Promise<ReadonlySet<string>> {
    this.#apps ??= this.#askForSmsApps(call);
    try {
      return await this.#apps;
    } catch (error) {
      this.#apps = undefined;
      if (!(error instanceof AdbError)) throw error;
      return new Set(SMS_APPS);
    }
  }

  async #askForSmsApps(call: CallOptions): Promise<ReadonlySet<string>> {
    const { stdout } = await this.#adb.shell(ASK_FOR_SMS_APP, call);
    const chosen = stdout.split(/\s+/).filter((word) => PACKAGE_NAME.test(word));
    return new Set([...SMS_APPS, ...chosen]);
  }

  #refused(output: string): SmsSourceClosedError {
    const [seen] = output.split('\n').filter((line) => line.trim() !== '');
    return new SmsSourceClosedError('The phone does not let adb see its notifications.', {
      phone: this.#adb.serial,
      expected: '`adb shell dumpsys notification --noredact` to list notifications',
      seen: seen?.trim() ?? 'nothing',
      remedy:
        'Turn on "USB debugging (Security settings)" in the developer options; if it stays so, restart the phone.',
      trouble: 'sms-readable',
    });
  }

  #redacted(): SmsSourceClosedError {
    return new SmsSourceClosedError('The phone hides from adb what its notifications say.', {
      phone: this.#adb.serial,
      expected: '`adb shell dumpsys notification --noredact` to show titles and texts',
      seen: 'notification content is redacted: String [length=…] instead of the text',
      remedy:
        'Let the lock screen and the notification settings show the content of messages ("Show all notification content"), or have the code read from the inbox.',
      trouble: 'sms-readable',
    });
  }
}

/** A conversation's messages have times of their own; another notification is one message. */
function messagesOf(notification: DumpedNotification): SmsMessage[] {
  const { key, title, text, atMs } = notification;
  const said =
    notification.messages.length > 0 ? notification.messages : [{ sender: '', text, atMs }];
  return said
    .filter((message) => message.text !== '')
    .map((message) => ({
      id: `${key} ${message.atMs}`,
      sender: message.sender || title,
      body: message.text,
      receivedMs: message.atMs,
      sentMs: 0,
      blocked: false,
    }));
}

import type { Clock } from './clock.ts';
import type { Gates } from './gates/gates.ts';
import type { Logcat } from './logcat.ts';
import type { NotificationManager } from './notification-manager.ts';
import type { SmsProvider, SmsRow } from './providers/sms-provider.ts';

export interface IncomingSms {
  readonly from: string;
  readonly body: string;
  /** When the network took the message over; default: now. */
  readonly sentMs?: number;
}

/** The SIM card and what arrives over the air. */
export class Telephony {
  /** The line's own number in E.164, if there is a SIM card that knows it. */
  readonly phoneNumber: string | undefined;
  /** Package of the app that shows messages. */
  readonly smsApp: string;
  readonly #clock: Clock;
  readonly #sms: SmsProvider;
  readonly #notifications: NotificationManager;
  readonly #logcat: Logcat;
  readonly #gates: Gates | undefined;
  readonly #listeners = new Set<(row: SmsRow) => void>();

  constructor(options: {
    readonly phoneNumber: string | undefined;
    readonly smsApp: string;
    readonly clock: Clock;
    readonly sms: SmsProvider;
    readonly notifications: NotificationManager;
    readonly logcat: Logcat;
    readonly gates?: Gates;
  }) {
    this.phoneNumber = options.phoneNumber;
    this.smsApp = options.smsApp;
    this.#clock = options.clock;
    this.#sms = options.sms;
    this.#notifications = options.notifications;
    this.#logcat = options.logcat;
    this.#gates = options.gates;
  }

  /**
   * Delivers a message: a row in the inbox, a notification, then the listeners. What comes by free
   * network SMS is the SMS app's alone: no broadcast tells others of it.
   */
  receiveSms(message: IncomingSms): void {
    const byNetwork = this.#gates?.get('free-sms') === 'on';
    const row = this.#sms.insert({
      address: message.from,
      body: message.body,
      dateMs: this.#clock.now(),
      byNetwork,
      ...(message.sentMs === undefined ? {} : { dateSentMs: message.sentMs }),
    });
    this.#logcat.write(
      'D',
      'GsmInboundSmsHandler',
      'Dispatching 1 message segments',
      undefined,
      'radio',
    );
    this.#logcat.write(
      'I',
      'SmsReceiverService',
      `handleSmsReceived: message ${row._id}, ${message.body.length} characters`,
    );
    this.#notifications.post({
      packageName: this.smsApp,
      id: Number(row.thread_id),
      title: message.from,
      text: message.body,
      channel: 'bugle_default_channel',
    });
    if (byNetwork) return;
    for (const listener of this.#listeners) listener(row);
  }

  /** Subscribes to incoming messages; the returned function unsubscribes. */
  onSms(listener: (row: SmsRow) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/**
 * As the status bar writes the kind of network of the first SIM card.
 * @param type the property `gsm.network.type`, e.g. `LTE,Unknown`
 */
export function networkName(type: string): string {
  const [first = ''] = type.split(',');
  return NETWORK_NAMES[first] ?? '';
}

const NETWORK_NAMES: Readonly<Record<string, string>> = { NR: '5G', LTE: '4G', UMTS: '3G' };

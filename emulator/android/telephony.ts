import type { Clock } from './clock.ts';
import type { Connectivity } from './connectivity.ts';
import type { Gates } from './gates/gates.ts';
import type { Logcat } from './logcat.ts';
import type { NotificationManager } from './notification-manager.ts';
import type { SmsProvider, SmsRow } from './providers/sms-provider.ts';
import type { SimCard } from './sim-cards.ts';
import type { Storage } from './storage.ts';

export interface IncomingSms {
  readonly from: string;
  readonly body: string;
  /** When the network took the message over; default: now. */
  readonly sentMs?: number;
  /** Slot of the SIM card that it came to; default: the first. */
  readonly slot?: number;
  /** Whether the phone's block list keeps it from the person; default: no. */
  readonly blocked?: boolean;
}

const GOOGLE_MESSAGES = 'com.google.android.apps.messaging';

/** The SIM cards and what arrives over the air. */
export class Telephony {
  /** Package of the app that shows messages. */
  readonly smsApp: string;
  readonly #clock: Clock;
  readonly #sms: SmsProvider;
  readonly #notifications: NotificationManager;
  readonly #logcat: Logcat;
  readonly #gates: Gates | undefined;
  readonly #storage: Storage | undefined;
  readonly #connectivity: Connectivity | undefined;
  readonly #cards: readonly SimCard[];
  /** What the network keeps until the phone takes it. */
  #kept: readonly IncomingSms[] = [];
  readonly #listeners = new Set<(row: SmsRow) => void>();

  constructor(options: {
    readonly sims: readonly SimCard[];
    readonly smsApp: string;
    readonly clock: Clock;
    readonly sms: SmsProvider;
    readonly notifications: NotificationManager;
    readonly logcat: Logcat;
    readonly gates?: Gates;
    readonly storage?: Storage;
    readonly connectivity?: Connectivity;
  }) {
    this.#cards = options.sims;
    this.smsApp = options.smsApp;
    this.#clock = options.clock;
    this.#sms = options.sms;
    this.#notifications = options.notifications;
    this.#logcat = options.logcat;
    this.#gates = options.gates;
    this.#storage = options.storage;
    this.#connectivity = options.connectivity;
    options.gates?.onChanged('sim', () => this.#deliverKept());
    options.storage?.onChanged(() => this.#deliverKept());
    options.connectivity?.onAirplane(() => this.#deliverKept());
  }

  /** By slot; none while they are out of the phone, or locked. */
  get sims(): readonly SimCard[] {
    return (this.#gates?.get('sim') ?? 'ready') === 'ready' ? this.#cards : [];
  }

  /** The first line's own number in E.164, if there is a SIM card. */
  get phoneNumber(): string | undefined {
    return this.sims[0]?.number;
  }

  /**
   * What comes over the air. The network keeps it while the phone has no SIM card in service, is in
   * airplane mode, or has no room (AOSP SmsStorageMonitor), and sends it again after that.
   */
  receiveSms(message: IncomingSms): void {
    if (this.#takesMessages) this.#deliver(message);
    else this.#kept = [...this.#kept, message];
  }

  get #takesMessages(): boolean {
    const hasNoCard = this.#cards.length > 0 && this.sims.length === 0;
    const isOff = this.#connectivity?.airplane ?? false;
    return !hasNoCard && !isOff && !(this.#storage?.isLow ?? false);
  }

  #deliverKept(): void {
    if (!this.#takesMessages) return;
    const kept = this.#kept;
    this.#kept = [];
    for (const message of kept) this.#deliver(message);
  }

  /**
   * Delivers a message: a row in the inbox, a notification, then the listeners. What comes by free
   * network SMS is the SMS app's alone: no broadcast tells others of it. What the block list keeps
   * is a row and nothing else.
   */
  #deliver(message: IncomingSms): void {
    const byNetwork = this.#gates?.get('free-sms') === 'on';
    const row = this.#sms.insert({
      address: message.from,
      body: message.body,
      dateMs: this.#clock.now(),
      byNetwork,
      blocked: message.blocked ?? false,
      subId: this.sims.find(({ slot }) => slot === (message.slot ?? 0))?.subId ?? 1,
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
    if (message.blocked) return;
    this.#notify(message, Number(row.thread_id));
    if (byNetwork) return;
    for (const listener of this.#listeners) listener(row);
  }

  /**
   * As the SMS app tells of a message: in one notification for each conversation, with all that the
   * person has not dismissed of it where it is Google's, and with the newest alone where it is MIUI's.
   */
  #notify({ from, body }: IncomingSms, threadId: number): void {
    const spec = { packageName: this.smsApp, id: threadId, title: from, text: body };
    if (this.smsApp !== GOOGLE_MESSAGES) {
      this.#notifications.post({ ...spec, channel: 'sms' });
      return;
    }
    const earlier = this.#notifications.find(this.smsApp, threadId)?.messages ?? [];
    const messages = [...earlier, { sender: from, text: body, timeMs: this.#clock.now() }];
    this.#notifications.post({
      ...spec,
      channel: 'bugle_default_channel',
      messages,
      publicVersion: { title: 'Messages', text: `${messages.length} new messages` },
    });
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

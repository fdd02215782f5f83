import type { ServiceContext } from './context.ts';

export interface SmsMessage {
  /** E.164 */
  readonly to: string;
  /** A number or a name. */
  readonly from: string;
  readonly text: string;
}

/** From one copy of a message to the next, and from the newest message to the one held back. */
const GAP_MS = 2000;

/** The mobile network between the service and its phones, which delays, loses and repeats. */
export class SmsDelivery {
  readonly #context: Pick<ServiceContext, 'clock' | 'random' | 'faults' | 'latencies' | 'settings'>;
  readonly #arrive: (message: SmsMessage) => void;
  readonly #underWay = new Set<() => void>();
  /** The message to each number that waits for a newer one. */
  readonly #heldBack = new Map<string, SmsMessage>();

  /** @param arrive called for each message that reaches its number */
  constructor(
    context: Pick<ServiceContext, 'clock' | 'random' | 'faults' | 'latencies' | 'settings'>,
    arrive: (message: SmsMessage) => void,
  ) {
    this.#context = context;
    this.#arrive = arrive;
  }

  /** Sends a message off, as the settings and faults of the moment have it. */
  send(message: SmsMessage): void {
    const { faults, random, settings, latencies } = this.#context;
    const { loss, order } = settings.sms;
    if (faults.strike('sms-delivery')?.kind === 'drop') return;
    if (loss > 0 && random() < loss) return;
    const held = this.#heldBack.get(message.to);
    if (order === 'newest-first' && !held) {
      this.#heldBack.set(message.to, message);
      return;
    }
    this.#heldBack.delete(message.to);
    const newest = [message, ...(held ? [held] : [])];
    const delayMs = latencies.nextMs('sms-delivery');
    newest.forEach((each, index) => this.#deliver(each, delayMs + index * GAP_MS));
  }

  /** Forgets the messages under way. */
  stop(): void {
    for (const cancel of this.#underWay) cancel();
    this.#underWay.clear();
    this.#heldBack.clear();
  }

  #deliver(message: SmsMessage, delayMs: number): void {
    const { clock, settings } = this.#context;
    for (let copy = 0; copy < settings.sms.copies; copy += 1) {
      const cancel = clock.after(delayMs + copy * GAP_MS, () => {
        this.#underWay.delete(cancel);
        this.#arrive(message);
      });
      this.#underWay.add(cancel);
    }
  }
}

import type { AdminAddress } from '../../config/targets/emulated.ts';
import { AdminClient } from './admin-client.ts';

export interface SmsToReceive {
  readonly from: string;
  readonly body: string;
  /** When the network took it over; unset: now. */
  readonly sentAt?: Date;
}

/** What happens to an emulated phone from outside: emulator/admin/README.md. */
export class PhoneAdmin {
  readonly #client: AdminClient;

  constructor(address: AdminAddress) {
    this.#client = new AdminClient(address);
  }

  /** A message arrives, of whoever. */
  receiveSms(message: SmsToReceive): Promise<void> {
    return this.#client.send('POST', '/sms', message);
  }

  /** It goes off and on again, as a person at its power button would have it. */
  restart(): Promise<void> {
    return this.#client.send('POST', '/restart');
  }

  /** A person's finger on a pixel, or on what says that. */
  tap(place: { x: number; y: number } | { text: string }): Promise<void> {
    return this.#client.send('POST', '/tap', place);
  }

  /** A person types into the field that they have tapped. */
  type(text: string): Promise<void> {
    return this.#client.send('POST', '/type', { text });
  }

  /** What a person sees, as PNG. */
  screen(): Promise<Buffer> {
    return this.#client.bytes('/screen');
  }
}

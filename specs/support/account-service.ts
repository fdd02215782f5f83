import { z } from 'zod';
import type { AdminAddress } from '../../config/targets/emulated.ts';
import { AdminClient } from './admin-client.ts';

/** By phone number, or `unknown`, and by point. */
const Counts = z.record(z.string(), z.record(z.string(), z.number()));
const Submissions = z.object({ counts: Counts, duplicates: Counts });

/** The account service of an emulated phone, as its operator: emulator/service/README.md. */
export class AccountService {
  readonly #client: AdminClient;

  constructor(address: AdminAddress) {
    this.#client = new AdminClient(address);
  }

  /** How often something was submitted at a point, such as `sms-codes`. */
  async submissions(point: string): Promise<number> {
    const { counts } = await this.#client.get('/submissions', Submissions);
    return Object.values(counts).reduce((sum, ofNumber) => sum + (ofNumber[point] ?? 0), 0);
  }

  /** How often a number, a code or another thing that is used once was submitted a second time. */
  async duplicates(): Promise<number> {
    const { duplicates } = await this.#client.get('/submissions', Submissions);
    return Object.values(duplicates)
      .flatMap((ofNumber) => Object.values(ofNumber))
      .reduce((sum, count) => sum + count, 0);
  }
}

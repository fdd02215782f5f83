import { z } from 'zod';
import type { AdminAddress } from '../../config/targets/emulated.ts';
import { AdminClient } from './admin-client.ts';

/** By phone number, or `unknown`, and by point. */
const Counts = z.record(z.string(), z.record(z.string(), z.number()));
const Submissions = z.object({ counts: Counts, duplicates: Counts });

const Accounts = z.object({
  accounts: z.array(
    z.object({
      cloud: z.object({ sync: z.boolean(), findDevice: z.boolean() }).nullable(),
      items: z.object({ contacts: z.number(), notes: z.number() }),
    }),
  ),
});

/** What somebody agreed to with Xiaomi Cloud. */
export type CloudConsent = z.infer<typeof Accounts>['accounts'][number]['cloud'];

const NewAccount = z.object({ id: z.string() });

/** How many contacts and notes of somebody's are in Xiaomi Cloud. */
export type CloudItems = z.infer<typeof Accounts>['accounts'][number]['items'];

/** The account service of an emulated phone, as its operator: emulator/service/README.md. */
export class AccountService {
  readonly #client: AdminClient;

  constructor(address: AdminAddress) {
    this.#client = new AdminClient(address);
  }

  /** Changes how the codes that it sends from now on are: `PUT /admin/sms`. */
  changeSms(settings: Readonly<Record<string, number | string>>): Promise<void> {
    return this.#client.send('PUT', '/sms', settings);
  }

  /** How often something was submitted at a point, such as `sms-codes`. */
  async submissions(point: string): Promise<number> {
    const { counts } = await this.#client.get('/submissions', Submissions);
    return Object.values(counts).reduce((sum, ofNumber) => sum + (ofNumber[point] ?? 0), 0);
  }

  /** What was agreed to with Xiaomi Cloud for each account there is; `null` for nothing at all. */
  async cloudConsents(): Promise<CloudConsent[]> {
    const { accounts } = await this.#client.get('/accounts', Accounts);
    return accounts.map(({ cloud }) => cloud);
  }

  /**
   * Somebody has made an account.
   * @param phone E.164.
   * @param nickname by default its id.
   * @returns its id.
   */
  async createAccount(phone: string, password?: string, nickname?: string): Promise<string> {
    return (await this.#client.post('/accounts', { phone, password, nickname }, NewAccount)).id;
  }

  /** How often a number, a code or another thing that is used once was submitted a second time. */
  async duplicates(): Promise<number> {
    const { duplicates } = await this.#client.get('/submissions', Submissions);
    return Object.values(duplicates)
      .flatMap((ofNumber) => Object.values(ofNumber))
      .reduce((sum, count) => sum + count, 0);
  }

  /** What is in Xiaomi Cloud of each account there is. */
  async cloudItems(): Promise<CloudItems[]> {
    const { accounts } = await this.#client.get('/accounts', Accounts);
    return accounts.map(({ items }) => items);
  }
}

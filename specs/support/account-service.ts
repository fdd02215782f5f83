import { z } from 'zod';
import type { AdminAddress } from '../../config/targets/emulated.ts';
import { AdminClient } from './admin-client.ts';

const Counts = z.object({
  submissions: z.array(z.object({ point: z.string(), status: z.number().nullable().optional() })),
});

/** The account service of an emulated phone, as its operator: emulator/service/README.md. */
export class AccountService {
  readonly #client: AdminClient;

  constructor(address: AdminAddress) {
    this.#client = new AdminClient(address);
  }

  /** How often the phone has submitted something at a point, such as `sms-codes`, for a number. */
  async submissions(number: string, point: string): Promise<number> {
    const { submissions } = await this.#client.get(`/submissions/${number}`, Counts);
    return submissions.filter((submission) => submission.point === point).length;
  }
}

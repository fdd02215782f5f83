import { HarnessError } from '../../config/errors.ts';
import { describeHolder, type LeaseRecord } from './record.ts';

/** Another run has the phone, and did not give it back in time. */
export class PhoneLeasedError extends HarnessError {
  override readonly category = 'set-up';
  /** The leases that stood in the way. */
  readonly leases: readonly LeaseRecord[];

  constructor(leases: readonly LeaseRecord[], budgetMs: number) {
    const serials = leases.map(({ serial }) => serial).join(', ');
    super('Another run has the phone.', {
      phone: serials,
      expected: `the phone to be free within ${Math.round(budgetMs / 1000)} s`,
      seen: leases.map((lease) => `${lease.serial}: ${describeHolder(lease)}`).join('; '),
      trouble: 'leased',
      remedy: `Wait for that run or end it, use another phone (MI_PHONES), or wait longer (MI_LEASE_WAIT). If nothing runs there any more: npm run phones -- --release ${leases[0]?.serial ?? '<serial>'}`,
    });
    this.leases = leases;
  }
}

/** The file of a lease says something that this version does not understand. */
export class LeaseUnreadableError extends HarnessError {
  override readonly category = 'set-up';

  constructor(path: string, cause: Error) {
    super(
      'A lease cannot be understood.',
      {
        expected: `a lease as this version writes it: ${path}`,
        seen: cause.message.split('\n')[0],
        remedy: `A newer version of the harness may have written it: use that one. If none runs, remove ${path}.`,
        trouble: 'state-dir',
      },
      { cause },
    );
  }
}

import { numberEnding } from '../../config/phone-number.ts';
import type { Attempt } from '../../device/ledger/attempts.ts';

/** An attempt as it is exported, under the names that CSV and JSON give it. */
export interface LedgerRow {
  /** When it began, and when its last entry was written; ISO 8601, UTC. */
  at: string;
  last_at: string;
  phone: string;
  number: string;
  environment: string;
  state: string;

  account: string;
  error_type: string;
  error_category: string;
  run: string;
  /** What a person has entered: `none`, `exists`. */
  settled: string;
}

export const ROW_NAMES = [
  'at',
  'last_at',
  'phone',
  'number',
  'environment',
  'state',
  'account',
  'error_type',
  'error_category',
  'run',
  'settled',
] as const satisfies readonly (keyof LedgerRow)[];

/**
 * What is not known is empty.
 * @param showNumbers numbers and account ids in clear, not by their ends.
 */
export function toRow(attempt: Attempt, showNumbers: boolean): LedgerRow {
  const shown = (secret: string | undefined) =>
    secret === undefined ? '' : showNumbers ? secret : numberEnding(secret);
  return {
    at: attempt.at,
    last_at: attempt.lastAt,
    phone: attempt.serial,
    number: shown(attempt.number),
    environment: attempt.environment ?? '',
    state: attempt.state,
    account: shown(attempt.account),
    error_type: attempt.error?.type ?? '',
    error_category: attempt.error?.category ?? '',
    run: attempt.runId,
    settled: attempt.settled ?? '',
  };
}

import type { PhoneEnvironment } from '../../config/run-context.ts';
import { isUnfinished, type Attempt, type AttemptState } from '../../device/ledger/attempts.ts';

export type StateFilter = AttemptState | 'unfinished';

/** What is listed; `undefined`: whatever it is. */
export interface LedgerFilter {
  /** The last digits. */
  number: string | undefined;
  serial: string | undefined;
  environment: PhoneEnvironment | undefined;
  state: StateFilter | undefined;
  /** Milliseconds since 1970. */
  sinceMs: number | undefined;
}

export function matches(attempt: Attempt, filter: LedgerFilter): boolean {
  const { number, serial, environment, state, sinceMs } = filter;
  return (
    (number === undefined || attempt.number?.endsWith(number) === true) &&
    (serial === undefined || attempt.serial === serial) &&
    (environment === undefined || attempt.environment === environment) &&
    (state === undefined ||
      (state === 'unfinished' ? isUnfinished(attempt) : attempt.state === state)) &&
    (sinceMs === undefined || Date.parse(attempt.at) >= sinceMs)
  );
}

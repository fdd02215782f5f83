import type { StepName } from '../../config/steps.ts';
import type { Combination } from './plan.ts';

/** How long a step took; milliseconds, the server's and the harness's together. */
export interface StepTime {
  readonly step: StepName;
  readonly ms: number;
}

/** What a sign-up came to. */
export interface Outcome extends Combination {
  /** In the order of the plan, from 1. */
  readonly number: number;
  /** From Settings to the account; absent for one that failed. */
  readonly ms?: number | undefined;
  /** Of all that the phone and the session took before that; absent where they did not come up. */
  readonly setUpMs?: number | undefined;
  readonly steps: readonly StepTime[];
  /** How often the account service got something a second time; absent where it did not say. */
  readonly duplicates?: number | undefined;
  /** What stopped it; masked. */
  readonly error?: { readonly type: string; readonly message: string } | undefined;
  /** Where its screenshot and page source are, relative to the project. */
  readonly evidence?: string | undefined;
}

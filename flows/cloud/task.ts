import type { HarnessClock } from '../../config/clock.ts';
import type { RunContext } from '../../config/run-context.ts';
import type { Journey } from '../journey.ts';

/** What the screens of Xiaomi Cloud need of the flow that comes to them. */
export interface CloudTask {
  readonly context: RunContext;
  readonly clock: HarnessClock;
  readonly journey: Journey;
}

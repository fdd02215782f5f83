import type { CleanUps, RunContext } from '../../config/run-context.ts';
import { errorInfo } from '../errors.ts';
import { isLoss } from './failure.ts';
import { workerState } from './state.ts';

/** An interrupted run lets its workers live this much longer, less what their evidence takes. */
const INTERRUPTED_LIMIT_MS = 12_000;

type CleanUp = Parameters<CleanUps['add']>[0];

let awaiting: CleanUp[] = [];

/** What is to be done on the worker's phone when the running test has ended. */
export const cleanUps: CleanUps = {
  add: (task) => void awaiting.push(task),
};

/**
 * Leaves the phone as the test found it, whatever came of the test. The last thing that a test did is
 * the first to be undone. What fails is told as a failure of the run's: the test has its own verdict.
 */
export async function runCleanUps(context: RunContext): Promise<void> {
  const tasks = awaiting.reverse();
  awaiting = [];
  const { link, stop } = workerState();
  if (tasks.length === 0) return;
  if (isLoss(stop.signal)) {
    context.progress.emit({
      type: 'note',
      text: `${context.phone.serial} is lost, and stays as the test left it.`,
    });
    return;
  }
  const { aborted } = context.signal;
  const signal = aborted ? AbortSignal.timeout(INTERRUPTED_LIMIT_MS) : context.signal;
  for (const task of tasks) {
    try {
      await task({ ...context, signal });
    } catch (error) {
      link?.client.send({ kind: 'not-as-found', error: errorInfo(error) });
    }
  }
}

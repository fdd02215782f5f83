import { createContext, Script } from 'node:vm';
import { ServerError } from './errors.ts';

/** Far longer than any search takes that ends. */
const SEARCH_LIMIT_MS = 2000;

const context: { task: (() => unknown) | undefined } = { task: undefined };
const script = new Script('task()');
createContext(context);

/**
 * Runs a search that may not end: a regular expression can go through all ways to split a text.
 * On a phone only the server would hang then; here everything else runs in the same thread, so the
 * search is broken off. Costs a thread: a tenth of a millisecond, and many on a busy machine.
 * @throws ServerError when the time is up.
 */
export function searchInTime<T>(task: () => T): T {
  context.task = task;
  try {
    return script.runInContext(context, { timeout: SEARCH_LIMIT_MS }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new ServerError(
      `The search did not end within ${SEARCH_LIMIT_MS}ms and was broken off. A regular expression ` +
        'takes for ever if it repeats what is repeated already, as (a+)+ does',
    );
  } finally {
    context.task = undefined;
  }
}

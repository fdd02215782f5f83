import type { PhoneEnvironment } from '../../config/run-context.ts';
import { whyNotOn } from '../../config/test-tags.ts';

/**
 * Hooks for Mocha's root suite that keep tests from running that are not for the phone of this worker,
 * whatever chose them: neither their bodies nor the hooks of suites that have no other test run.
 * Reporters are told of a skipped test by its title alone, so that says why.
 * @param environment of the worker's own phone, not that of a phone which a spec starts.
 * @see https://mochajs.org/#root-hook-plugins
 */
export function testGate(
  environment: PhoneEnvironment,
  onSkipped: (title: string, reason: string) => void,
): Mocha.RootHookObject {
  return {
    beforeAll(this: Mocha.Context) {
      const root = this.test?.parent;
      if (root) close(root, environment, onSkipped);
    },
  };
}

/** @returns whether a test of the suite, or of one in it, may run. */
function close(
  suite: Mocha.Suite,
  environment: PhoneEnvironment,
  onSkipped: (title: string, reason: string) => void,
): boolean {
  let isOpen = false;
  for (const test of suite.tests) {
    const reason = whyNotOn(environment, test.title);
    if (reason === undefined) {
      isOpen = true;
      continue;
    }
    onSkipped(test.title, reason);
    test.title = `${test.title} [skipped: ${reason}]`;
    test.pending = true;
  }
  for (const inner of suite.suites) {
    if (close(inner, environment, onSkipped)) isOpen = true;
  }
  // The hooks of a pending suite do not run.
  if (!isOpen && suite.parent) suite.pending = true;
  return isOpen;
}

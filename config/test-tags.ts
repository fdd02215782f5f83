import type { PhoneEnvironment } from './run-context.ts';

const LIVE = /(?:^|\s)@live(?![\w-])/;
const EMULATED = /(?:^|\s)@emulated(?![\w-])/;

/**
 * Why a test may not run on a phone. On the live service only what is meant for it does, and that is
 * for its own title to say; what sets up faults or phones needs a phone that the run started itself.
 * @param title of the test itself, without that of the suites around it.
 * @returns words to follow “skipped:”, or `undefined` when it may run.
 */
export function whyNotOn(environment: PhoneEnvironment, title: string): string | undefined {
  if (environment === 'test') return undefined;
  if (EMULATED.test(title)) {
    return 'tagged @emulated, so only for an emulated phone that the run starts itself';
  }
  if (environment === 'live' && !LIVE.test(title)) {
    return 'not tagged @live, so not for the live service';
  }
  return undefined;
}

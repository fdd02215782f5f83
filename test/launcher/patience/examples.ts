import { SIGN_UP_STEPS } from '../../../config/steps.ts';
import type { TimedRun, TimedStep } from '../../../launcher/patience/data.ts';

const BUDGET_MS = 300_000;

/** How long servers and harness take in a step where everything is as usual; milliseconds. */
const USUAL_MS: Record<(typeof SIGN_UP_STEPS)[number]['name'], [server: number, harness: number]> =
  {
    settings: [0, 900],
    'phone-number': [2100, 1400],
    'sms-code': [4200, 800],
    'picture-code': [1900, 1100],
    'cloud-agreement': [1300, 600],
    account: [700, 700],
  };

/** The steps of a sign-up, the servers that many times as slow as usual. */
function signUpSteps(slowness = 1): TimedStep[] {
  return SIGN_UP_STEPS.map(({ name }, index) => {
    const [server, harness] = USUAL_MS[name];
    const serverMs = Math.min(BUDGET_MS, server * slowness * (1 + 0.03 * index));
    const outcome = serverMs === BUDGET_MS ? 'failed' : 'passed';
    return { name, outcome, serverMs, harnessMs: harness, budgetMs: BUDGET_MS };
  });
}

/** A run of phones that each sign up, on a day of November. */
export function signUpRun(
  day: number,
  slowness = 1,
  phones: readonly TimedRun['results'][number][] = [
    { serial: 'one', model: 'Redmi Note 13 Pro 5G (2312DRA50G)', language: null },
  ],
): TimedRun {
  return {
    runId: `run-${day}`,
    startedAt: `2026-11-${String(day).padStart(2, '0')}T02:00:00.000Z`,
    results: phones,
    phones: phones.map(({ serial, model }, index) => ({
      ...{ serial, model },
      steps: signUpSteps(slowness * (1 + 0.1 * index)),
    })),
  };
}

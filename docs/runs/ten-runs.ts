import { NPM_START } from '../../test/launcher/project-copy.ts';
import { apart } from './apart.ts';

/** How long an answer of the servers takes: median and 95th percentile. */
const USUALLY = 'lognormal:700ms..2s';
const SLOW = 'lognormal:9s..20s';
const RUNS = 10;
/** The last one, so that its report says it. */
const SLOW_RUN = 10;

/**
 * Signs up ten times on two emulated phones, one of each generation of the account app, and the last time on a
 * slow day of the servers.
 * @throws Error with what a run printed that failed.
 */
export function withTenRuns(use: (reportsDir: string) => Promise<void>): Promise<void> {
  return apart(async ({ node, reportsDir }) => {
    for (let run = 1; run <= RUNS; run++) {
      const { code, output } = await node(NPM_START, {
        MI_EMULATOR_PROFILE: 'redmi-note-13-pro-5g,redmi-7a',
        MI_EMULATOR_LATENCY: run === SLOW_RUN ? SLOW : USUALLY,
      });
      if (code !== 0) throw new Error(`Run ${run} of ${RUNS} failed:\n${output}`);
    }
    await use(reportsDir);
  });
}

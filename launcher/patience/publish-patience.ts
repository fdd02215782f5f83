import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorInfo, oneLine } from '../errors.ts';
import { drawPatience } from './chart.ts';
import { timesOfRun, type TimedRun } from './data.ts';
import { pastRunOf, readHistory, withRun, writeHistory } from './history.ts';
import { comparableRuns } from './pace.ts';
import { patienceInWords } from './words.ts';

const CHART = 'patience.svg';
const HISTORY = 'patience.jsonl';
const SERVERS = 'servers';
const NAME = 'Patience: where the minutes went';

/** The target as in `MI_TARGET`; model names are published as they are. */
export type PatientRun = TimedRun & { readonly target: string };

/**
 * Enters a run in `reports/patience.jsonl`, if it took a step, and draws `reports/patience.svg`, which
 * becomes a global attachment of the results in `reports/allure-results`, whose environment says how the
 * servers were. Whoever does it again for the same run gets the same.
 * @returns why there is no chart, in one line; `undefined`: there is one. A run is what it was without it.
 * @see https://allurereport.org/docs/v3/ for what a report shows beside tests.
 */
export async function publishPatience(
  reportsDir: string,
  run: PatientRun,
): Promise<string | undefined> {
  try {
    await publish(reportsDir, run);
    return undefined;
  } catch (error) {
    return `There is no patience chart: ${oneLine(errorInfo(error))}`;
  }
}

async function publish(reportsDir: string, { target, ...timed }: PatientRun): Promise<void> {
  const run = timesOfRun(timed);
  const path = join(reportsDir, HISTORY);
  const history = readHistory(path);
  if (run.steps.length > 0) writeHistory(path, withRun(history, pastRunOf(run, target)));
  const svg = await drawPatience({ run, history, target });
  writeFileSync(join(reportsDir, CHART), svg);
  const resultsDir = join(reportsDir, 'allure-results');
  attach(resultsDir, svg, Date.parse(run.startedAt));
  const runs = comparableRuns(history, pastRunOf(run, target));
  tellInEnvironment(resultsDir, patienceInWords(run, runs).paceInShort);
}

/** On the report's first page, where the chart itself has no place. */
function tellInEnvironment(resultsDir: string, pace: string): void {
  const path = join(resultsDir, 'environment.properties');
  const others = existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith(`${SERVERS} = `))
    : [];
  writeFileSync(path, [...others, `${SERVERS} = ${pace}`, ''].join('\n'));
}

/** Under names of its own, so that there is one of it in a folder of results. */
function attach(resultsDir: string, svg: string, timestamp: number): void {
  const source = 'patience-attachment.svg';
  writeFileSync(join(resultsDir, source), svg);
  const attachments = [{ name: NAME, type: 'image/svg+xml', source, timestamp }];
  writeFileSync(
    join(resultsDir, 'patience-globals.json'),
    JSON.stringify({ attachments, errors: [] }),
  );
}

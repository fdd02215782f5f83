import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../config/settings.ts';
import { judgeGate, type Verdict } from '../gate/gate.ts';
import { dayOf } from '../gate/known.ts';
import type { GateRules } from '../gate/rules.ts';
import { timesOfRun } from '../patience/data.ts';
import { pastRunOf, readHistory } from '../patience/history.ts';
import { comparableRuns } from '../patience/pace.ts';
import { patienceInWords } from '../patience/words.ts';
import { readSummary } from '../report/published-run.ts';
import { addToRunSummary, runAddress } from './ci.ts';
import { nightlyMarkdown } from './markdown.ts';
import { notificationOf } from './notification.ts';
import { notify, NotifyError } from './notify.ts';

/** What a night is judged by, and who is told. */
export interface JudgeOptions {
  readonly settings: Pick<Settings, 'reportsDir' | 'target' | 'knownIssues' | 'notify'>;
  readonly rules: GateRules;
  /** Milliseconds since 1970: known issues expire. */
  readonly nowMs: number;
  /** The CI system's variables. */
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** What came of a night. */
export interface JudgedNight {
  readonly verdict: Verdict;
  /** Nobody could be told that it failed. */
  readonly notTold: NotifyError | undefined;
}

/**
 * Judges the run whose results lie under `reports/`, writes `summary.md` there and into the summary that
 * GitHub shows, and tells MI_NOTIFY of a gate that failed.
 * @throws {NoRunError} where there are no results.
 */
export async function judgeNight(options: JudgeOptions): Promise<JudgedNight> {
  const { settings, rules, nowMs, env, signal } = options;
  const { reportsDir, target, knownIssues } = settings;
  const summary = readSummary(reportsDir);
  const verdict = judgeGate(summary, rules, knownIssues, dayOf(nowMs));
  const times = timesOfRun(summary);
  const history = readHistory(join(reportsDir, 'patience.jsonl'));
  const words = patienceInWords(times, comparableRuns(history, pastRunOf(times, target)));
  const run = runAddress(env);
  const markdown = nightlyMarkdown({ summary, verdict, times, words, run });
  writeFileSync(join(reportsDir, 'summary.md'), markdown);
  addToRunSummary(env, markdown);
  if (verdict.passed || settings.notify === undefined) return { verdict, notTold: undefined };
  const message = notificationOf(summary, verdict, run);
  writeFileSync(join(reportsDir, 'notification.json'), message);
  try {
    await notify(settings.notify, message, { signal });
    return { verdict, notTold: undefined };
  } catch (error) {
    if (!(error instanceof NotifyError)) throw error;
    addToRunSummary(env, `⚠️ ${error.message.split('\n')[0] ?? ''}`);
    return { verdict, notTold: error };
  }
}

// What `npm run soak` runs: sign-ups in a row on emulated phones, with the distribution of their times.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings, type Settings } from '../config/settings.ts';
import { printLines as print, runCommand, UsageError } from './command-line.ts';
import { emulatedProfiles } from './regression/profiles.ts';
import { parseSoakOptions, SOAK_HELP, type SoakOptions } from './soak/options.ts';
import type { Outcome } from './soak/outcome.ts';
import { planOf } from './soak/plan.ts';
import { progressLine, reportLines, reportOf, type SoakReport } from './soak/report.ts';
import { SignUps } from './soak/sign-ups.ts';
import { terminalOptions } from './terminal/options.ts';
import { TerminalView } from './terminal/terminal.ts';

async function soak(options: SoakOptions, signal: AbortSignal): Promise<number> {
  const settings = loadSettings();
  if (settings.target !== 'emulated') throw onlyEmulated(settings);
  const { reportsDir } = settings;
  rmSync(join(reportsDir, 'soak'), { recursive: true, force: true });
  const profiles = (await emulatedProfiles()).map(({ id }) => id);
  const startedAt = new Date().toISOString();
  const startMs = performance.now();
  const outcomes = await allOf(options, settings, profiles, signal);
  const tookMs = Math.round(performance.now() - startMs);
  const report = reportOf(outcomes, { startedAt, tookMs, wanted: options.count });
  keep(reportsDir, report);
  print(...reportLines(report), 'as JSON: reports/soak.json');
  const isGood = report.created === options.count && report.duplicates === 0;
  return isGood ? 0 : 1;
}

/** @returns those that have ended, also when a person stops it before the last. */
async function allOf(
  { count, atOnce }: SoakOptions,
  settings: Settings,
  profiles: readonly string[],
  signal: AbortSignal,
): Promise<Outcome[]> {
  const left = planOf(profiles, count).map((combination, index) => ({ combination, index }));
  const outcomes: Outcome[] = [];
  const view = new TerminalView(process.stdout, {
    ...terminalOptions(process.stdout, process.env),
    now: () => performance.now(),
  });
  view.begin();
  const signUps = await SignUps.start(
    settings,
    (event, phone) => view.follow(event, phone),
    signal,
  );
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const outcome = await signUps.signUp(next.combination, next.index + 1);
      outcomes.push(outcome);
      view.line(progressLine(outcome, count));
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, worker));
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    view.end();
    await signUps.stop();
  }
  return outcomes.toSorted((a, b) => a.number - b.number);
}

function keep(reportsDir: string, report: SoakReport): void {
  mkdirSync(reportsDir, { recursive: true });
  writeFileSync(join(reportsDir, 'soak.json'), `${JSON.stringify(report, null, 2)}\n`);
}

function onlyEmulated({ target }: Settings): UsageError {
  return new UsageError('Only emulated phones are signed up on again and again.', {
    expected: 'MI_TARGET=emulated',
    seen: `MI_TARGET=${target}`,
    remedy: 'run `MI_TARGET=emulated npm run soak`: a sign-up on a real phone uses its number up',
  });
}

await runCommand({
  help: SOAK_HELP,
  parse: (args) => parseSoakOptions(args),
  run: soak,
});

// What `npm run nightly` runs: the regression as QA runs it each night, and what is said of it.
import { loadSettings } from '../config/settings.ts';
import { isSet } from './child-run.ts';
import { printLines, runCommand } from './command-line.ts';
import { gateLines } from './gate/table.ts';
import { readGateRules } from './gate/rules.ts';
import { checkNotifyTarget } from './nightly/check-notify.ts';
import { judgeNight } from './nightly/judge.ts';
import {
  NIGHTLY_COMMAND,
  NIGHTLY_HELP,
  parseNightlyOptions,
  type NightlyOptions,
} from './nightly/options.ts';
import { regression } from './regression/regression.ts';
import { terminalOptions } from './terminal/options.ts';

/** What is done in real time: the whole journey, on each phone. */
const JOURNEY = 'specs/sign-up.spec.ts';
/** Waiting costs nothing: all phones at once. */
const ALL_AT_ONCE = '64';

async function run(options: NightlyOptions, signal: AbortSignal): Promise<number> {
  const settings = loadSettings();
  const rules = readGateRules();
  checkNotifyTarget(settings.notify, process.env);
  if (!options.judge) await runSpecs(options);
  if (options.shard !== undefined) {
    printLines(
      `Part ${options.shard} is judged with the others; see ${NIGHTLY_COMMAND} -- --help.`,
    );
    return 0;
  }
  const nowMs = Date.now();
  const { env } = process;
  const { verdict, notTold } = await judgeNight({ settings, rules, nowMs, env, signal });
  printLines('', ...gateLines(verdict, terminalOptions(process.stdout, env).color));
  if (notTold !== undefined) process.stderr.write(`\n${notTold.message}\n`);
  return verdict.passed ? 0 : 1;
}

function runSpecs({ latency, ...options }: NightlyOptions): Promise<number> {
  if (latency === undefined) return regression(options);
  const { specs, atOnce = ALL_AT_ONCE } = options;
  const chosen = { ...options, specs: specs.length === 0 ? [JOURNEY] : specs, atOnce };
  return regression(chosen, {
    MI_EMULATOR_LATENCY: latency,
    // Empty counts as unset: the regression's own is for a service that answers at once.
    ...(isSet('MI_STEP_BUDGET') ? {} : { MI_STEP_BUDGET: '' }),
  });
}

await runCommand({ help: NIGHTLY_HELP, parse: parseNightlyOptions, run });

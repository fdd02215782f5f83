import pc from 'picocolors';
import { formatClock } from '../../config/duration.ts';
import { STEPS } from '../../config/steps.ts';
import { errorLines } from '../errors.ts';
import type { PageOf } from '../report/test-pages.ts';
import type { Summary } from '../summary.ts';
import { failureLines } from './failures.ts';
import { formatMs } from './format.ts';

export interface SummaryScreenOptions {
  color: boolean;
  /** What a person opens to see the report. */
  reportAddress: string | undefined;
  /** Where in it a failed test is. */
  pageOf?: PageOf | undefined;
}

const TITLES = new Map<string, string>(STEPS.map(({ name, title }) => [name, title]));
const ACCOUNT_TEXTS = {
  created: 'account created',
  'signed-in': 'signed in',
  'signed-out': 'signed out',
  none: 'no account was confirmed',
} as const;

/** One screen at the end of a run: what came of it, where the time went, where to read on. */
export function renderSummary(summary: Summary, options: SummaryScreenOptions): string {
  const { bold, dim, green, red } = pc.createColors(options.color);
  const lines: string[] = [];
  for (const phone of summary.phones) {
    lines.push('', `${bold(phone.serial)}: ${phone.model}, ${phone.system}`);
    lines.push(`  ${phone.account === 'none' ? '' : green('✓ ')}${accountText(phone)}`);
    if (phone.out !== null) lines.push(`  ${red('✗')} out: ${phone.out}`);
    if (phone.steps.length > 0) {
      lines.push('', dim(row('', 'step', 'server', 'harness', 'budget')));
    }
    for (const step of phone.steps) {
      const mark = step.outcome === 'passed' ? green('✓') : red('✗');
      const title = TITLES.get(step.name) ?? step.name;
      const times = [formatMs(step.serverMs), formatMs(step.harnessMs)] as const;
      lines.push(row(mark, title, ...times, formatClock(step.budgetMs)));
    }
  }
  lines.push(...exceptions(summary));
  return [...lines, ...endLines(summary, options)].join('\n');
}

/** The last lines of a run: what failed, the verdict, and where to read on. */
export function endLines(summary: Summary, options: SummaryScreenOptions): string[] {
  const { bold, dim, green, red } = pc.createColors(options.color);
  const { error, failures, tests, outcome, durationMs } = summary;
  const failed = failureLines(summary, options.color, options.pageOf);
  const isOfTest = error !== null && failures.some(({ message }) => message === errorLines(error));
  const verdict = outcome === 'passed' ? green(bold('PASSED')) : red(bold('FAILED'));
  const counts = `${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`;
  return [
    '',
    ...(failed.length === 0 ? [] : [...failed, '']),
    ...(error === null || isOfTest ? [] : [red(bold(error.type)), error.message, '']),
    `${verdict} in ${formatMs(durationMs)}; tests: ${counts}`,
    `report:  ${options.reportAddress ?? 'could not be made'}`,
    dim('summary: reports/summary.json, logs: reports/logs/'),
    '',
  ];
}

/** A phone may have had nothing to do: none of the specs fell to it, or they started phones of their own. */
function accountText({ account, steps, out }: Summary['phones'][number]): string {
  const isUnused = account === 'none' && steps.length === 0 && out === null;
  return isUnused ? 'no sign-up was begun on it' : ACCOUNT_TEXTS[account];
}

/** What did not go as planned though the run went on. */
function exceptions({ leftOut, moved, notRun }: Summary): string[] {
  const lines = [
    ...leftOut.map(({ serial, reason }) => `left out: ${serial}: ${reason}`),
    ...moved.map(
      ({ specs, from, reason }) => `moved from ${from}: ${specs.join(', ')} (${reason})`,
    ),
    ...notRun.map(({ specs, serial, reason }) => {
      const where = serial === null ? '' : ` on ${serial}`;
      return `not run${where}: ${specs.join(', ')} (${reason})`;
    }),
  ];
  return lines.length === 0 ? [] : ['', ...lines];
}

function row(mark: string, title: string, server: string, harness: string, budget: string): string {
  const cells = `${title.padEnd(36)}${server.padStart(11)}${harness.padStart(11)}${budget.padStart(9)}`;
  return `  ${mark === '' ? ' ' : mark} ${cells}`;
}

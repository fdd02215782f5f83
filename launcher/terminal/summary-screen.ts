import pc from 'picocolors';
import { formatClock } from '../../config/duration.ts';
import { STEPS } from '../../config/steps.ts';
import type { Summary } from '../summary.ts';
import { formatMs } from './format.ts';

export interface SummaryScreenOptions {
  color: boolean;
  /** What a person opens to see the report. */
  reportAddress: string | undefined;
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
  const passed = summary.outcome === 'passed';
  const verdict = passed ? green(bold('PASSED')) : red(bold('FAILED'));
  const { passed: ok, failed, skipped } = summary.tests;
  const lines = [
    '',
    `${verdict} in ${formatMs(summary.durationMs)}; tests: ${ok} passed, ${failed} failed, ${skipped} skipped`,
  ];
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
  if (summary.error !== null) {
    lines.push('', red(bold(summary.error.type)), summary.error.message);
  }
  lines.push('', `report:  ${options.reportAddress ?? 'could not be made'}`);
  lines.push(dim('summary: reports/summary.json, logs: reports/logs/'), '');
  return lines.join('\n');
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

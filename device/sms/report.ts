import { formatClock } from '../../config/duration.ts';
import type { HarnessError } from '../../config/errors.ts';
import type { SmsSourceName } from '../../config/sms-sources.ts';
import { SmsNotReceivedError, SmsSourcesClosedError } from '../errors.ts';
import type { SmsMessage } from './source.ts';
import { judge, type JudgedBy, type Verdict } from './verdict.ts';

/** What one source showed at the last look at it. */
export interface SourceReport {
  readonly name: SmsSourceName;
  /** Whether it answered at all. */
  readonly answered: boolean;
  /** Why it could not be looked at. */
  readonly failure?: HarnessError | undefined;
  /** New messages by what they were worth. */
  readonly counts: Readonly<Partial<Record<Verdict['kind'], number>>>;
}

/** What was seen while a code was awaited, in the order in which the sources are believed. */
export interface SmsReport {
  readonly sources: readonly SourceReport[];
}

/** Counts messages by what they are worth. */
export function countVerdicts(
  messages: readonly SmsMessage[],
  by: JudgedBy,
): SourceReport['counts'] {
  const counts: Partial<Record<Verdict['kind'], number>> = {};
  for (const message of messages) {
    const { kind } = judge(message, by);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/**
 * @param budgetMs how long the code was awaited in all.
 * @param report of the last wait.
 */
export function smsNotReceived(
  serial: string,
  budgetMs: number,
  report: SmsReport,
): SmsNotReceivedError {
  const closed = report.sources.flatMap(({ name, failure }) =>
    failure === undefined ? [] : [`${name}: ${failure.details.remedy}`],
  );
  return new SmsNotReceivedError(
    `The SMS with the code did not arrive within ${formatClock(budgetMs)}.`,
    {
      phone: serial,
      expected: 'an SMS of the account service with a code',
      seen: report.sources.map(describe).join('; ') || 'nothing: no source of SMS is in use',
      remedy: [
        'Check that the number belongs to this phone\'s SIM, that it has reception, and that "MIUI free network SMS" is off in Messages; if the servers are slow, raise MI_STEP_BUDGET_SMS_CODE. `npm run sms` shows what is read.',
        ...closed,
      ].join(' '),
      trouble: 'sms-not-received',
    },
  );
}

/** @param report of the sources, all of which are closed. */
export function smsSourcesClosed(serial: string, report: SmsReport): SmsSourcesClosedError {
  const failures = report.sources.flatMap(({ name, failure }) =>
    failure === undefined ? [] : [{ name, failure }],
  );
  return new SmsSourcesClosedError('The phone lets nobody see its SMS anywhere.', {
    phone: serial,
    expected: `SMS in ${report.sources.map(({ name }) => name).join(' or ')}`,
    seen: failures
      .map(({ name, failure }) => `${name}: ${failure.details.seen ?? 'no answer'}`)
      .join('; '),
    remedy: failures.map(({ name, failure }) => `${name}: ${failure.details.remedy}`).join(' '),
    trouble: 'sms-readable',
  });
}

/** How each kind of message is told, after its number. */
const WORDS: readonly [kind: Verdict['kind'], words: string][] = [
  ['no-code', 'without a code'],
  ['used', 'with a code that was tried'],
  ['other-sim', 'for the other SIM'],
  ['blocked', 'in the block list'],
  // It was seen elsewhere that its code is not to be taken.
  ['code', 'with a code for somebody else'],
];

function describe({ name, answered, failure, counts }: SourceReport): string {
  if (failure !== undefined) return `${name}: closed (${failure.details.seen ?? 'no answer'})`;
  if (!answered) return `${name}: no answer`;
  if (name === 'screen') return 'screen: the code was not entered there';
  const parts = WORDS.flatMap(([kind, words]) =>
    counts[kind] === undefined ? [] : [`${counts[kind]} new SMS ${words}`],
  );
  return `${name}: ${parts.join(', ') || 'no new SMS'}`;
}

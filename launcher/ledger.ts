// What `npm run ledger` runs: the sign-ups of this machine.
import { chmodSync, writeFileSync } from 'node:fs';
import { loadSettings } from '../config/settings.ts';
import type { LedgerEntry } from '../device/ledger/entry.ts';
import { attemptsOf, attemptToSettle } from '../device/ledger/attempts.ts';
import { Ledger } from '../device/ledger/ledger.ts';
import { printLines as print, runCommand, UsageError } from './command-line.ts';
import { toCsv } from './ledger/csv.ts';
import { matches } from './ledger/filter.ts';
import { LEDGER_HELP, parseLedgerOptions, type LedgerOptions } from './ledger/options.ts';
import { toRow, type LedgerRow } from './ledger/rows.ts';
import { tableLines } from './ledger/table.ts';

async function list(options: LedgerOptions): Promise<number> {
  const ledger = new Ledger(loadSettings(undefined, { connected: true }).stateDir);
  if (options.settle !== undefined) return settle(ledger, options.settle);
  const entries = await ledger.entries();
  const attempts = attemptsOf(entries);
  const rows = attempts
    .filter((attempt) => matches(attempt, options.filter))
    .map((attempt) => toRow(attempt, options.showNumbers));
  const text = textOf(rows, attempts.length, ledger, options);
  if (options.output === undefined) process.stdout.write(text);
  else writePrivate(options.output, text);
  if (options.format === 'table') print(...tornLines(entries));
  return 0;
}

function textOf(
  rows: readonly LedgerRow[],
  attempts: number,
  { path }: Ledger,
  { format, output }: LedgerOptions,
): string {
  if (format === 'csv') return toCsv(rows);
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  if (attempts === 0) return `No sign-up yet: ${path} is empty.\n`;
  if (rows.length === 0) return `None of the ${attempts} sign-ups in ${path} is such a one.\n`;
  const width = output === undefined && process.stdout.isTTY ? process.stdout.columns : Infinity;
  const byPerson = rows.some(({ settled }) => settled !== '');
  const note = byPerson ? ['', '* entered by a person (--settle)'] : [];
  return `${[...tableLines(rows, width), ...note].join('\n')}\n`;
}

/** For this user only, also where the file was there before. */
function writePrivate(path: string, text: string): void {
  writeFileSync(path, '', { mode: 0o600 });
  chmodSync(path, 0o600);
  writeFileSync(path, text);
}

function tornLines(entries: readonly LedgerEntry[]): string[] {
  const torn = entries.filter(({ kind }) => kind === 'torn').length;
  if (torn === 0) return [];
  const lines = torn === 1 ? '1 line' : `${torn} lines`;
  return ['', `A crash cut ${lines} short; what was left is kept in entries “torn” of the file.`];
}

async function settle(
  ledger: Ledger,
  { number, account }: NonNullable<LedgerOptions['settle']>,
): Promise<number> {
  const attempt = attemptToSettle(await ledger.attempts(), number);
  if (attempt === undefined) {
    throw new UsageError('The ledger has no sign-up with this number.', {
      expected: 'the number of a sign-up in the ledger',
      seen: 'another one',
      remedy: '`npm run ledger -- --show-numbers` lists them',
    });
  }
  if (account === 'none' && attempt.account !== undefined) {
    throw new UsageError('The run saw the account of this sign-up.', {
      expected: 'a sign-up of which nobody has seen an account',
      seen: `${attempt.state}, run ${attempt.runId}, phone ${attempt.serial}`,
      remedy: 'use another number: this one had an account on that service',
    });
  }
  await ledger.recordSettled(number, account);
  const where = `${attempt.environment ?? 'unknown'} service, phone ${attempt.serial}, run ${attempt.runId}`;
  print(
    account === 'none'
      ? 'Entered: no account was made, and the number may be used again.'
      : 'Entered: the number has an account.',
    `  ${where}`,
  );
  return 0;
}

await runCommand({
  help: LEDGER_HELP,
  parse: (args) => parseLedgerOptions(args),
  run: list,
});

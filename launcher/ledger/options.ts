import { parseDuration } from '../../config/duration.ts';
import { toE164 } from '../../config/phone-number.ts';
import { ATTEMPT_STATES } from '../../device/ledger/attempts.ts';
import { parseCommandLine, UsageError } from '../command-line.ts';
import type { LedgerFilter, StateFilter } from './filter.ts';

export interface LedgerOptions {
  filter: LedgerFilter;
  format: 'table' | 'csv' | 'json';
  /** Unset: this terminal. */
  output: string | undefined;
  /** Phone numbers and account ids in clear. */
  showNumbers: boolean;
  /** What a person has found out about the number. */
  settle: { number: string; account: 'none' | 'exists' } | undefined;
  help: boolean;
}

const STATES: readonly string[] = ['unfinished', ...ATTEMPT_STATES];
const ENVIRONMENTS = ['test', 'staging', 'live'] as const;

export const LEDGER_HELP = `Lists the sign-ups of this machine: what was tried with which number, and what became of it.

  npm run ledger                             all of them, the oldest first
  npm run ledger -- --number '+49 171 …'     with that number; its last digits will do
  npm run ledger -- --serial SERIAL          on that phone
  npm run ledger -- --environment live       live, staging or test (emulated phones)
  npm run ledger -- --state unfinished       begun and never ended, or one of
                                             ${ATTEMPT_STATES.join(', ')}
  npm run ledger -- --since 24h              begun in that time, or since a day: 2026-11-01
  npm run ledger -- --csv --output FILE      as CSV (RFC 4180), into a file that only you can read
  npm run ledger -- --json                   as a JSON array
  npm run ledger -- --show-numbers           numbers and account ids in clear
  npm run ledger -- --settle none --number NUMBER
                                             you have looked: the number has no account, so that it may
                                             be used again; \`--settle exists\`: it has one
  npm run ledger -- --help                   shows this

The ledger is sign-ups.jsonl in MI_STATE_DIR: see .env.example.
`;

const COMMAND = 'npm run ledger';
const SYNTAX = {
  command: COMMAND,
  options: {
    number: { type: 'string', value: 'NUMBER' },
    serial: { type: 'string', value: 'SERIAL' },
    environment: { type: 'string', value: 'ENVIRONMENT' },
    state: { type: 'string', value: 'STATE' },
    since: { type: 'string', value: 'TIME' },
    csv: { type: 'boolean' },
    json: { type: 'boolean' },
    output: { type: 'string', value: 'FILE' },
    'show-numbers': { type: 'boolean' },
    settle: { type: 'string', value: 'none|exists' },
  },
} as const;

/**
 * @param nowMs for `--since`. @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is not understood.
 */
export function parseLedgerOptions(
  args: readonly string[],
  nowMs = Date.now(),
  env: NodeJS.ProcessEnv = process.env,
): LedgerOptions {
  const values = parseCommandLine(SYNTAX, args, env);
  const { csv, json, number, serial, settle, output, help } = values;
  if (csv && json) throw usage('--csv and --json exclude each other.', 'one of them', 'both');
  return {
    filter: {
      number: settle === undefined ? digitsOf(number) : undefined,
      serial,
      environment: oneOf('--environment', ENVIRONMENTS, values.environment),
      state: oneOf('--state', STATES, values.state) as StateFilter | undefined,
      sinceMs: since(values.since, nowMs),
    },
    format: csv ? 'csv' : json ? 'json' : 'table',
    output,
    showNumbers: values['show-numbers'],
    settle: settled(settle, number),
    help,
  };
}

function settled(account: string | undefined, number: string | undefined): LedgerOptions['settle'] {
  const known = oneOf('--settle', ['none', 'exists'] as const, account);
  if (known === undefined) return undefined;
  const e164 = number === undefined ? undefined : toE164(number);
  if (e164 !== undefined) return { number: e164, account: known };
  throw usage(
    '--settle is about one number.',
    "--number '+49 …', the whole number",
    'no such number',
  );
}

function digitsOf(number: string | undefined): string | undefined {
  const digits = number?.replace(/\D/g, '');
  if (digits !== '') return digits;
  throw usage('--number needs digits.', 'a number or its end', 'none');
}

function oneOf<const Value extends string>(
  option: string,
  known: readonly Value[],
  given: string | undefined,
): Value | undefined {
  if (given === undefined) return undefined;
  const value = known.find((candidate) => candidate === given);
  if (value !== undefined) return value;
  throw usage(`${option} does not take this.`, known.join(', '), given);
}

/** A duration back from now, or a day. */
function since(text: string | undefined, nowMs: number): number | undefined {
  if (text === undefined) return undefined;
  const ms = parseDuration(text);
  if (ms !== undefined) return nowMs - ms;
  const day = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(day)) return day;
  throw usage('--since needs a time.', 'such as 24h, 30m or 2026-11-01', text);
}

function usage(summary: string, expected: string, seen: string): UsageError {
  return new UsageError(summary, { expected, seen, remedy: `run \`${COMMAND} -- --help\`` });
}

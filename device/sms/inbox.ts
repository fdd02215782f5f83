import { quoteForShell, type Adb, type CallOptions } from '../adb.ts';
import { parseContentRows, type ContentRow } from '../content-rows.ts';
import { SmsSourceClosedError } from '../errors.ts';
import { slotOfSubscription, type SimCard } from './sims.ts';
import { newestFirst, type CodeSource, type Sighting, type SmsMessage } from './source.ts';

/** The body is last: it may hold anything, also what looks like the next column. */
const COLUMNS = ['_id', 'address', 'date', 'date_sent', 'block_type', 'sub_id', 'sim_id', 'body'];
/** Not every provider has these; the first and the last are Xiaomi's. */
const OPTIONAL_COLUMNS = ['block_type', 'sub_id', 'sim_id'];
const NUMBERS = new Set(COLUMNS.filter((column) => column !== 'address' && column !== 'body'));

/** The SMS provider, through the shell's `content` command, which may read SMS without any app. */
export class SmsInbox implements CodeSource {
  readonly name = 'inbox';
  readonly #adb: Adb;
  readonly #sims: readonly SimCard[];
  #columns: readonly string[] = COLUMNS;

  /** @param sims of the phone, to tell which of them got a message. */
  constructor(adb: Adb, sims: readonly SimCard[] = []) {
    this.#adb = adb;
    this.#sims = sims;
  }

  /** @throws {SmsSourceClosedError} when the phone refuses. */
  async look(sinceMs: number, call: CallOptions = {}): Promise<Sighting> {
    const command = [
      'content query --uri content://sms/inbox',
      `--projection ${this.#columns.join(':')}`,
      `--where ${quoteForShell(`date>=${Math.floor(sinceMs)}`)}`,
      `--sort ${quoteForShell('date DESC')}`,
    ].join(' ');
    const { stdout, stderr } = await this.#adb.shell(command, call);
    const messages = parseInbox(stdout, this.#sims, this.#columns);
    if (messages !== undefined) {
      return {
        kind: 'messages',
        messages: newestFirst(messages.filter(({ receivedMs }) => receivedMs >= sinceMs)),
      };
    }
    const output = `${stdout}\n${stderr}`;
    const columns = withoutMissing(this.#columns, output);
    if (columns.length === this.#columns.length) throw inboxClosed(this.#adb.serial, output);
    this.#columns = columns;
    return await this.look(sinceMs, call);
  }
}

/** The columns without those that the provider says it has not. */
function withoutMissing(columns: readonly string[], output: string): string[] {
  const missing = /(?:no such column:|Invalid column) ?(\w+)/.exec(output)?.[1];
  return columns.filter((column) => column !== missing || !OPTIONAL_COLUMNS.includes(column));
}

/**
 * Parses what `content query` prints for the SMS provider.
 * @param columns in the order in which they were asked for.
 * @returns `undefined` when the output is no list of messages with the times they came at.
 */
export function parseInbox(
  output: string,
  sims: readonly SimCard[] = [],
  columns: readonly string[] = COLUMNS,
): SmsMessage[] | undefined {
  const rows = parseContentRows(output, { asked: columns, numbers: NUMBERS, freeText: 'body' });
  if (rows?.some((row) => !row.has('date'))) return undefined;
  return rows?.map((row) => messageOf(row, sims));
}

function messageOf(row: ContentRow, sims: readonly SimCard[]): SmsMessage {
  const number = (column: string) => Number(row.get(column) ?? 0);
  // Old versions of MIUI name the subscription in a column of their own only.
  const subId = row.get('sub_id') ?? row.get('sim_id');
  return {
    id: row.get('_id') ?? '',
    sender: row.get('address') ?? '',
    body: row.get('body') ?? '',
    receivedMs: number('date'),
    sentMs: number('date_sent'),
    blocked: number('block_type') !== 0,
    simSlot: slotOfSubscription(sims, subId === undefined ? undefined : Number(subId)),
  };
}

/** What to do about an answer, by what it says. */
const REMEDIES: readonly [answer: RegExp, remedy: string][] = [
  [
    /SecurityException|Permission Denial|not allowed/i,
    'Turn on "USB debugging (Security settings)" in the developer options; on a phone with several users, switch to the owner.',
  ],
  [
    /Could not find provider|Unknown URL/i,
    'Unlock the phone once after its start, and see whether its Messages app works.',
  ],
];
const OTHER_REMEDY =
  'Look at what `adb shell content query --uri content://sms/inbox` prints; restart the phone.';

function inboxClosed(serial: string | undefined, output: string): SmsSourceClosedError {
  const reason =
    /^.*(?:Exception|Permission Denial).*$/m.exec(output) ?? /^.*Error.*$/m.exec(output);
  return new SmsSourceClosedError('The phone does not let adb read its SMS inbox.', {
    phone: serial,
    expected: '`adb shell content query --uri content://sms/inbox` to list messages',
    seen: reason?.[0].trim() ?? 'an answer that is no list of messages',
    remedy: REMEDIES.find(([answer]) => answer.test(output))?.[1] ?? OTHER_REMEDY,
    trouble: 'sms-readable',
  });
}

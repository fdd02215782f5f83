import { quoteForShell, type Adb, type CallOptions } from '../adb.ts';
import { SmsInboxClosedError } from '../errors.ts';

export interface SmsMessage {
  id: number;
  sender: string;
  body: string;
  /** When the phone got it, by the phone's clock. */
  receivedMs: number;
  /** When the network sent it; 0 when the phone does not know. */
  sentMs: number;
  /** In the block list of Xiaomi's Messages app, where a person would not see it. */
  blocked: boolean;
}

/** The body is last: it may hold anything, also what looks like the next column. */
const COLUMNS = ['_id', 'address', 'date', 'date_sent', 'block_type', 'body'] as const;
/** Only Xiaomi's provider has it. */
const XIAOMI_COLUMN = 'block_type';

/** Reads the inbox through the shell's `content` command, which may read SMS without any app. */
export class SmsInbox {
  readonly #adb: Adb;
  #columns: readonly string[] = COLUMNS;

  constructor(adb: Adb) {
    this.#adb = adb;
  }

  /**
   * The messages the phone got at or after `sinceMs` (by its own clock), newest first.
   * @throws {SmsInboxClosedError} when the phone refuses.
   */
  async since(sinceMs: number, call: CallOptions = {}): Promise<SmsMessage[]> {
    const command = [
      'content query --uri content://sms/inbox',
      `--projection ${this.#columns.join(':')}`,
      `--where ${quoteForShell(`date>=${Math.floor(sinceMs)}`)}`,
      `--sort ${quoteForShell('date DESC')}`,
    ].join(' ');
    const { stdout, stderr } = await this.#adb.shell(command, call);
    const messages = parseInbox(stdout, this.#columns);
    if (messages !== undefined) {
      return messages
        .filter((message) => message.receivedMs >= sinceMs)
        .sort((a, b) => b.receivedMs - a.receivedMs || b.id - a.id);
    }
    const output = `${stdout}\n${stderr}`;
    if (this.#columns.includes(XIAOMI_COLUMN) && /no such column|Invalid column/.test(output)) {
      this.#columns = COLUMNS.filter((column) => column !== XIAOMI_COLUMN);
      return await this.since(sinceMs, call);
    }
    throw inboxClosed(this.#adb.serial, output);
  }
}

/**
 * Parses what `content query` prints for the SMS provider: `Row: 0 _id=7, address=…, …`, one row
 * after another, or `No result found.`
 * @param columns as they were asked for, `body` last.
 * @returns `undefined` when the output is something else, that is an error.
 * @see frameworks/base/cmds/content, class Content, QueryCommand
 */
export function parseInbox(
  output: string,
  columns: readonly string[] = COLUMNS,
): SmsMessage[] | undefined {
  if (/^\s*(?:No result found\.)?\s*$/.test(output)) {
    return output.trim() === '' ? undefined : [];
  }
  const heads = rowHeads(output, columns);
  const [first] = heads;
  if (first === undefined || first.from !== 0) return undefined;
  return heads.map(({ values, to }, index) => {
    const next = heads[index + 1]?.from ?? output.length;
    const body = output.slice(to, next).replace(/\r?\n$/, '');
    const number = (column: string) =>
      Number(values[column] === 'NULL' ? 0 : (values[column] ?? 0));
    return {
      id: number('_id'),
      sender: values['address'] === 'NULL' ? '' : (values['address'] ?? ''),
      body: body === 'NULL' ? '' : body,
      receivedMs: number('date'),
      sentMs: number('date_sent'),
      blocked: number('block_type') !== 0,
    };
  });
}

interface RowHead {
  values: Record<string, string>;
  from: number;
  /** Where the body begins. */
  to: number;
}

/**
 * Finds where rows begin. A body may hold a line like `Row: 3 …` too: only a complete head with the
 * next row's number begins a row.
 */
function rowHeads(output: string, columns: readonly string[]): RowHead[] {
  const fields = columns.map((column) => {
    if (column === 'body') return 'body=';
    return column === 'address' ? 'address=(?<address>.*?)' : `${column}=(?<${column}>-?\\d+|NULL)`;
  });
  const pattern = new RegExp(`^Row: (?<row>\\d+) ${fields.join(', ')}`, 'gm');
  const heads: RowHead[] = [];
  for (const match of output.matchAll(pattern)) {
    const values = match.groups ?? {};
    if (Number(values['row']) !== heads.length) continue;
    heads.push({ values, from: match.index, to: match.index + match[0].length });
  }
  return heads;
}

function inboxClosed(serial: string | undefined, output: string): SmsInboxClosedError {
  const reason = /^.*(?:Exception|Error).*$/m.exec(output)?.[0].trim();
  return new SmsInboxClosedError('The phone does not let adb read its SMS.', {
    phone: serial,
    expected: '`adb shell content query --uri content://sms/inbox` to list messages',
    seen: reason ?? 'an answer that is no list of messages',
    remedy:
      'Turn on "USB debugging (Security settings)" in the developer options; on a phone with several users, switch to the owner.',
  });
}

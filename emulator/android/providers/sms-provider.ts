import { queryRows, type QueryOptions, type QueryResult } from './query.ts';
import type { Row } from './where.ts';

/** Columns of the `sms` table of MIUI, in the order in which a query without projection lists them. */
export const SMS_COLUMNS = [
  '_id',
  'thread_id',
  'address',
  'person',
  'date',
  'date_sent',
  'protocol',
  'read',
  'status',
  'type',
  'reply_path_present',
  'subject',
  'body',
  'service_center',
  'locked',
  'error_code',
  'seen',
  'timed',
  'deleted',
  'sync_state',
  'marker',
  'source',
  'bind_id',
  'mx_status',
  'mx_id',
  'out_time',
  'account',
  'sim_id',
  'block_type',
  'advanced_seen',
  'b2c_ttl',
  'b2c_numbers',
  'fake_cell_type',
  'url_risky_type',
  'creator',
  'favorite_date',
  'mx_id_v2',
  'sub_id',
] as const;

export type SmsRow = Readonly<Record<(typeof SMS_COLUMNS)[number], string | number | null>>;

/** Values of the `type` column (android.provider.Telephony.TextBasedSmsColumns). */
const MESSAGE_TYPES: Readonly<Record<string, number | undefined>> = {
  inbox: 1,
  sent: 2,
  draft: 3,
  outbox: 4,
  failed: 5,
  queued: 6,
};

/** A URI that the provider does not serve. */
export class UnknownUriError extends Error {
  override readonly name = 'UnknownUriError';
}

/** The provider behind `content://sms`. */
export class SmsProvider {
  readonly #creator: string;
  #rows: SmsRow[] = [];
  #nextId = 1;
  readonly #threads = new Map<string, number>();

  /** @param creator package of the phone's SMS app, which writes the rows. */
  constructor(creator: string) {
    this.#creator = creator;
  }

  get rows(): readonly SmsRow[] {
    return this.#rows;
  }

  /** Writes a message into the inbox. Times are in milliseconds since the epoch. */
  insert(message: {
    readonly address: string;
    readonly body: string;
    readonly dateMs: number;
    readonly dateSentMs?: number;
    readonly read?: boolean;
  }): SmsRow {
    const read = message.read ? 1 : 0;
    const row: SmsRow = {
      _id: this.#nextId++,
      thread_id: this.#threadOf(message.address),
      address: message.address,
      person: null,
      date: message.dateMs,
      date_sent: message.dateSentMs ?? message.dateMs,
      protocol: 0,
      read,
      status: -1,
      type: 1,
      reply_path_present: 0,
      subject: null,
      body: message.body,
      service_center: '+12063130004',
      locked: 0,
      error_code: -1,
      seen: read,
      timed: 0,
      deleted: 0,
      sync_state: 0,
      marker: 0,
      source: null,
      bind_id: 0,
      mx_status: 0,
      mx_id: null,
      out_time: 0,
      account: null,
      sim_id: 1,
      block_type: 0,
      advanced_seen: 0,
      b2c_ttl: 0,
      b2c_numbers: null,
      fake_cell_type: 0,
      url_risky_type: 0,
      creator: this.#creator,
      favorite_date: 0,
      mx_id_v2: null,
      sub_id: 1,
    };
    this.#rows.push(row);
    return row;
  }

  /** Marks every message of an address as read, as opening its conversation does. */
  markRead(address: string): void {
    this.#rows = this.#rows.map((row) =>
      row.address === address ? { ...row, read: 1, seen: 1 } : row,
    );
  }

  /**
   * @param uri `content://sms`, a folder of it, or one message by its id.
   * @throws UnknownUriError for any other; SqlSyntaxError for a bad clause.
   */
  query(uri: string, options: QueryOptions = {}): QueryResult {
    const matches = this.#matcher(uri);
    // The provider's own order, unless asked for another.
    const sort = options.sort ?? 'date DESC';
    return queryRows(this.#rows.filter(matches), SMS_COLUMNS, { ...options, sort });
  }

  #matcher(uri: string): (row: Row) => boolean {
    const path = /^content:\/\/sms(?:\/([^?]*))?(?:\?.*)?$/.exec(uri);
    if (!path) throw new UnknownUriError(`Unknown URL ${uri}`);
    const folder = path[1] ?? '';
    if (folder === '') return () => true;
    if (/^\d+$/.test(folder)) return (row) => row['_id'] === Number(folder);
    const type = MESSAGE_TYPES[folder];
    if (type === undefined) throw new UnknownUriError(`Unknown URL ${uri}`);
    return (row) => row['type'] === type;
  }

  #threadOf(address: string): number {
    const thread = this.#threads.get(address) ?? this.#threads.size + 1;
    this.#threads.set(address, thread);
    return thread;
  }
}

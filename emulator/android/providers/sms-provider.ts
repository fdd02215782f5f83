import type { Gates } from '../gates/gates.ts';
import { SecurityException } from '../shell-identity.ts';
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
  readonly #gates: Gates | undefined;
  #rows: SmsRow[] = [];
  #nextId = 1;
  readonly #threads = new Map<string, number>();

  /**
   * @param creator package of the phone's SMS app, which writes the rows.
   * @param gates what other readers may see; default: everything.
   */
  constructor(creator: string, gates?: Gates) {
    this.#creator = creator;
    this.#gates = gates;
  }

  /** What the SMS app sees. */
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
    /** It came by MIUI's free network SMS instead of over the air. */
    readonly byNetwork?: boolean;
    /** It was moved to the block list. */
    readonly blocked?: boolean;
    /** Subscription of the SIM card that it came to; default 1. */
    readonly subId?: number;
  }): SmsRow {
    const read = message.read ? 1 : 0;
    const subId = message.subId ?? 1;
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
      mx_status: message.byNetwork ? 1 : 0,
      mx_id: null,
      out_time: 0,
      account: null,
      sim_id: subId,
      block_type: message.blocked ? 1 : 0,
      advanced_seen: 0,
      b2c_ttl: 0,
      b2c_numbers: null,
      fake_cell_type: 0,
      url_risky_type: 0,
      creator: this.#creator,
      favorite_date: 0,
      mx_id_v2: null,
      sub_id: subId,
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
   * What another than the SMS app sees.
   * @param uri `content://sms`, a folder of it, or one message by its id.
   * @param seesServices whether the reader has MIUI's permission for the messages of services;
   *   default: as the gate `notification-sms` says.
   * @throws UnknownUriError for any other; SqlSyntaxError for a bad clause; SecurityException.
   */
  query(
    uri: string,
    options: QueryOptions = {},
    seesServices = this.#gates?.get('notification-sms') !== 'denied',
  ): QueryResult {
    if (this.#gates?.get('sms-provider') === 'denied') {
      throw new SecurityException(
        `Permission Denial: reading com.android.providers.telephony.SmsProvider uri ${uri} from pid=4021, uid=2000 requires android.permission.READ_SMS, or grantUriPermission()`,
      );
    }
    const matches = this.#matcher(uri);
    const rows = this.#rows.filter(
      (row) =>
        row.mx_status === 0 && (seesServices || !isService(String(row.address))) && matches(row),
    );
    // The provider's own order, unless asked for another.
    const sort = options.sort ?? 'date DESC';
    return queryRows(rows, SMS_COLUMNS, { ...options, sort });
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

/**
 * Whether a sender is no person: a name, a short number, or one of the numbers that China gives to
 * companies (106…, 95…, 100…), as MIUI tells "notification SMS" apart.
 */
function isService(address: string): boolean {
  return !/^\+?\d{7,15}$/.test(address) || /^(?:\+?86)?(?:106|95|100)\d/.test(address);
}

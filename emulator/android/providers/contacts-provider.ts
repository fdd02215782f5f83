import { queryRows, type QueryOptions, type QueryResult } from './query.ts';
import { UnknownUriError } from './sms-provider.ts';
import { SyncedTable, type SyncedRow } from './synced-table.ts';
import type { Row } from './where.ts';

export interface Contact {
  readonly name: string;
  /** As it was typed. */
  readonly number: string;
}

/** Of the provider, and of its syncs. */
export const CONTACTS_AUTHORITY = 'com.android.contacts';

/** Type of the accounts that contacts are synced with. */
const ACCOUNT_TYPE = 'com.xiaomi';
const NAME_TYPE = 'vnd.android.cursor.item/name';
const PHONE_TYPE = 'vnd.android.cursor.item/phone_v2';
/** ContactsContract.CommonDataKinds.Phone.TYPE_MOBILE */
const MOBILE = 2;

type ContactRow = SyncedRow<Contact>;
type Columns = Readonly<Record<string, (row: ContactRow) => string | number | null>>;

const accountColumns: Columns = {
  account_name: ({ account }) => account,
  account_type: ({ account }) => (account === null ? null : ACCOUNT_TYPE),
};

/** A part of ContactsContract's columns: those that say something here. */
const RAW_CONTACTS: Columns = {
  _id: ({ id }) => id,
  contact_id: ({ id }) => id,
  ...accountColumns,
  data_set: () => null,
  sourceid: ({ account, uid }) => (account === null ? null : uid),
  version: ({ version }) => version,
  dirty: ({ dirty }) => (dirty ? 1 : 0),
  deleted: () => 0,
  display_name: ({ value }) => value.name,
  sort_key: ({ value }) => value.name,
  starred: () => 0,
};

const CONTACTS: Columns = {
  _id: ({ id }) => id,
  display_name: ({ value }) => value.name,
  starred: () => 0,
  has_phone_number: ({ value }) => (value.number === '' ? 0 : 1),
  lookup: ({ uid }) => uid,
};

/** android.provider.Contacts.People, which old programs ask for. */
const PEOPLE: Columns = {
  _id: ({ id }) => id,
  name: ({ value }) => value.name,
  display_name: ({ value }) => value.name,
  number: ({ value }) => value.number,
  type: () => MOBILE,
  starred: () => 0,
};

const DATA_COLUMNS = [
  '_id',
  'raw_contact_id',
  'contact_id',
  'mimetype',
  'is_primary',
  'data1',
  'data2',
  'data3',
  'display_name',
  ...Object.keys(accountColumns),
];

/** The address book behind `content://com.android.contacts` (AOSP ContactsProvider2). */
export class ContactsProvider extends SyncedTable<Contact> {
  /**
   * What another than the contacts app sees.
   * @throws UnknownUriError; SqlSyntaxError for a bad clause.
   */
  query(uri: string, options: QueryOptions = {}): QueryResult {
    const path = /^content:\/\/(?:com\.android\.)?contacts\/([^?]*)/.exec(uri)?.[1] ?? '';
    switch (path) {
      case 'raw_contacts':
        return this.#select(RAW_CONTACTS, options);
      case 'contacts':
        return this.#select(CONTACTS, options);
      case 'people':
        return this.#select(PEOPLE, options);
      case 'data':
        return queryRows(this.rows.flatMap(dataOf), DATA_COLUMNS, options);
      case 'data/phones': {
        const rows = this.rows.flatMap(dataOf).filter((row) => row['mimetype'] === PHONE_TYPE);
        return queryRows(rows, DATA_COLUMNS, options);
      }
      default:
        throw new UnknownUriError(`Unknown URI: ${uri}`);
    }
  }

  #select(columns: Columns, options: QueryOptions): QueryResult {
    const rows = this.rows.map((row) =>
      Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value(row)])),
    );
    return queryRows(rows, Object.keys(columns), options);
  }
}

/** A contact's name and number, each a row of the table `data`. */
function dataOf(row: ContactRow): Row[] {
  const { id, account, value } = row;
  const shared = {
    raw_contact_id: id,
    contact_id: id,
    is_primary: 0,
    display_name: value.name,
    account_name: account,
    account_type: account === null ? null : ACCOUNT_TYPE,
  };
  const name = { ...shared, _id: 2 * id - 1, mimetype: NAME_TYPE };
  const phone = { ...shared, _id: 2 * id, mimetype: PHONE_TYPE };
  return [
    { ...name, data1: value.name, data2: value.name, data3: null },
    ...(value.number === '' ? [] : [{ ...phone, data1: value.number, data2: MOBILE, data3: null }]),
  ];
}

import { CONTACTS_AUTHORITY } from '../../android/providers/contacts-provider.ts';
import { NOTES_AUTHORITY } from '../../android/providers/notes-provider.ts';
import type { SyncedTable } from '../../android/providers/synced-table.ts';
import type { SyncAdapter } from '../../android/sync-manager.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { PassportError } from '../account/errors.ts';
import { PassportClient } from '../account/passport-client.ts';
import { xiaomiAccount } from '../account/xiaomi-account.ts';
import {
  CLOUD_KEY_PREFIX,
  cloudSwitches,
  isItemSynced,
  isWifiOnly,
  type CloudItem,
} from './cloud-switches.ts';

/** The switch over a kind of data is also the name of its collection at the service. */
type SyncedItem = Extract<CloudItem, 'contacts' | 'notes'>;
/** A row's value as it came: texts by their names. */
type Texts = Readonly<Record<string, unknown>>;

/** Syncs contacts and notes whenever a switch, a network, the account or the data has changed. */
export function startDataSync(system: AndroidSystem): void {
  const { accounts, contacts, notes, settings, syncs } = system;
  syncs.register(
    new DataSync(system, contacts, {
      authority: CONTACTS_AUTHORITY,
      item: 'contacts',
      decode: (texts) => ({ name: text(texts, 'name'), number: text(texts, 'number') }),
    }),
  );
  syncs.register(
    new DataSync(system, notes, {
      authority: NOTES_AUTHORITY,
      item: 'notes',
      decode: (texts) => ({ title: text(texts, 'title'), text: text(texts, 'text') }),
    }),
  );
  contacts.onChanged((by) => by === 'person' && syncs.request(CONTACTS_AUTHORITY));
  notes.onChanged((by) => by === 'person' && syncs.request(NOTES_AUTHORITY));
  accounts.onChanged(() => syncs.cancel());
  settings.onChanged((_, key) => {
    if (key.startsWith(CLOUD_KEY_PREFIX) || NETWORK_KEYS.has(key)) syncs.request();
  });
}

const NETWORK_KEYS = new Set(['wifi_on', 'mobile_data', 'airplane_mode_on']);

interface Kind<T extends object> {
  readonly authority: string;
  readonly item: SyncedItem;
  decode(value: Texts): T;
}

/** Takes over what is new in the account's cloud, then sends what is new on the phone. */
class DataSync<T extends object> implements SyncAdapter {
  readonly authority: string;
  readonly #system: AndroidSystem;
  readonly #table: SyncedTable<T>;
  readonly #kind: Kind<T>;
  /** Up to where the cloud is known, and whose cloud it is. */
  #known = { accountId: '', version: 0 };

  constructor(system: AndroidSystem, table: SyncedTable<T>, kind: Kind<T>) {
    this.#system = system;
    this.#table = table;
    this.#kind = kind;
    this.authority = kind.authority;
    system.accounts.onChanged(() => (this.#known = { accountId: '', version: 0 }));
  }

  async sync(signal: AbortSignal): Promise<void> {
    const account = xiaomiAccount(this.#system);
    if (!account || !this.#isOn()) return;
    try {
      await this.#exchange(account, signal);
    } catch (error) {
      // The session was ended from elsewhere: trying again will not mend it.
      if (error instanceof PassportError && error.code === 'NOT_SIGNED_IN') return;
      throw error;
    }
  }

  async #exchange(
    account: { readonly id: string; readonly token: string },
    signal: AbortSignal,
  ): Promise<void> {
    const { item, decode } = this.#kind;
    const client = new PassportClient(this.#system, signal);
    const since = this.#known.accountId === account.id ? this.#known.version : 0;
    const { version, items } = await client.pullItems(account.token, item, since);
    // The account may have left the phone while the answer was read.
    signal.throwIfAborted();
    for (const { id, value } of items) {
      this.#table.applyRemote({ uid: id, value: decode(value as Texts) }, account.id);
    }
    let known = version;
    for (const row of this.#table.unsynced(account.id)) {
      if (!this.#isOn()) break;
      const written = { id: row.uid, value: row.value };
      const answer = await client.pushItem(account.token, item, written);
      signal.throwIfAborted();
      this.#table.markSynced(row, account.id);
      // Unless another phone has written meanwhile, there is nothing new up to here.
      if (answer.version === known + 1) known = answer.version;
    }
    this.#known = { accountId: account.id, version: known };
  }

  #isOn(): boolean {
    const { connectivity } = this.#system;
    const hasNetwork = !isWifiOnly(this.#system) || connectivity.active === 'wifi';
    return (
      hasNetwork && cloudSwitches(this.#system).sync && isItemSynced(this.#system, this.#kind.item)
    );
  }
}

function text(texts: Texts, name: string): string {
  const value = texts[name];
  return typeof value === 'string' ? value : '';
}

import { Activity, type Intent } from '../android/activity.ts';
import type { SyncedTable } from '../android/providers/synced-table.ts';
import type { AndroidSystem } from '../android/system.ts';
import { stringsFor, type Strings } from './strings/index.ts';

/** Where a screen's data is kept, and under which name it is synced. */
export interface DataSource {
  readonly table: Pick<SyncedTable<unknown>, 'onChanged'>;
  readonly authority: string;
}

/** A screen over data that may be synced: syncs it when it comes to the front, and follows it. */
export abstract class SyncedDataActivity extends Activity {
  readonly strings: Strings;
  readonly #source: DataSource;
  #unsubscribe = () => {};

  constructor(system: AndroidSystem, packageName: string, intent: Intent, source: DataSource) {
    super(system, packageName, intent);
    this.strings = stringsFor(system);
    this.#source = source;
  }

  override onCreate(): void {
    this.#unsubscribe = this.#source.table.onChanged(() => this.invalidate());
  }

  override onResume(): void {
    this.system.syncs.request(this.#source.authority);
    this.invalidate();
  }

  override onDestroy(): void {
    this.#unsubscribe();
  }
}

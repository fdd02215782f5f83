/** What of a phone's data the service keeps. */
export const COLLECTIONS = ['contacts', 'notes'] as const;

export type Collection = (typeof COLLECTIONS)[number];

export interface CloudItem {
  /** Given by the phone that made it. */
  readonly id: string;
  /** That of the collection when the item was written last. */
  readonly version: number;
  /** The phones' own affair. */
  readonly value: Readonly<Record<string, unknown>>;
}

interface Content {
  version: number;
  readonly items: Map<string, CloudItem>;
}

/** What accounts have in the cloud; in memory. Of two writers of an item the later one wins. */
export class CloudItems {
  /** By account id and collection. */
  readonly #contents = new Map<string, Content>();

  /**
   * What was written after a version of the collection.
   * @param since 0 for all
   */
  changes(
    accountId: string,
    collection: Collection,
    since: number,
  ): { readonly version: number; readonly items: readonly CloudItem[] } {
    const { version, items } = this.#content(accountId, collection);
    return { version, items: [...items.values()].filter((item) => item.version > since) };
  }

  /** Writes an item, new or known; the version that it and the collection have now. */
  put(
    accountId: string,
    collection: Collection,
    item: Pick<CloudItem, 'id' | 'value'>,
  ): { readonly version: number } {
    const content = this.#content(accountId, collection);
    content.version += 1;
    const { version } = content;
    content.items.set(item.id, { ...item, version });
    return { version };
  }

  /** How many items an account has. */
  counts(accountId: string): Readonly<Record<Collection, number>> {
    const size = (collection: Collection) => this.#content(accountId, collection).items.size;
    return { contacts: size('contacts'), notes: size('notes') };
  }

  #content(accountId: string, collection: Collection): Content {
    const key = `${accountId} ${collection}`;
    const content = this.#contents.get(key) ?? { version: 0, items: new Map() };
    this.#contents.set(key, content);
    return content;
  }
}

/**
 * A node of a tree of words: what begins alike shares its first nodes, so that looking words up in
 * a text costs as much for a thousand of them as for one.
 */
export class TrieNode<T> {
  /** By symbol: a digit's value, or a UTF-16 code unit. */
  readonly next: (TrieNode<T> | undefined)[] = [];
  /** What was added for the word that ends here. */
  readonly entries: T[] = [];

  /** Adds an entry for a word, in this node as the root. */
  add(symbols: readonly number[], entry: T): void {
    let node: TrieNode<T> = this;
    for (const symbol of symbols) node = node.next[symbol] ??= new TrieNode<T>();
    node.entries.push(entry);
  }
}

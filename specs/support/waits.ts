/** What the flow of the running test says that it waits for, again and again while it waits. */
export class Waits {
  readonly #listeners = new Set<(what: string) => void>();

  /** @param what follows “waiting for”. */
  tell(what: string): void {
    for (const listener of this.#listeners) listener(what);
  }

  /** Resolves as the flow waits for something that `isIt` takes. */
  next(isIt: (what: string) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const listener = (what: string) => {
        if (!isIt(what)) return;
        this.#listeners.delete(listener);
        resolve();
      };
      this.#listeners.add(listener);
    });
  }
}

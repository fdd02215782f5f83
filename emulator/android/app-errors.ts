/**
 * Apps that do not respond (com.android.server.am.AppErrors): which one the system's dialog asks
 * about, one at a time. The dialog is in emulator/apps/system-alerts.
 */
export class AppErrors {
  readonly #kill: (packageName: string) => void;
  readonly #listeners = new Set<() => void>();
  #notResponding: string | undefined;

  /** @param kill ends the process of an app that the person closes. */
  constructor(kill: (packageName: string) => void) {
    this.#kill = kill;
  }

  /** Package of the app that does not respond and that nobody has decided about. */
  get notResponding(): string | undefined {
    return this.#notResponding;
  }

  /** The app did not respond: the person is asked. */
  reportNotResponding(packageName: string): void {
    this.#set(packageName);
  }

  /** "Wait", or the app responded after all. */
  wait(): void {
    this.#set(undefined);
  }

  /** "Close app". */
  close(): void {
    const packageName = this.#notResponding;
    this.#set(undefined);
    if (packageName !== undefined) this.#kill(packageName);
  }

  /** Subscribes to changes; the returned function unsubscribes. */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(packageName: string | undefined): void {
    this.#notResponding = packageName;
    for (const listener of this.#listeners) listener();
  }
}

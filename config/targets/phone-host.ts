/** Where emulated phones run, from their start until they are off. */
export interface PhoneHost {
  /** Resolves when all of it is gone, with a phrase such as `it ended with exit code 1`. */
  readonly ended: Promise<string>;
  /** The end of what it printed. */
  readonly tail: string;
  /** Gets what it prints on standard output from now on, line by line, until it has ended. */
  onLine(listener: (line: string) => void): void;
  /** Tells when it ends without `stop()` having been called. */
  onExit(listener: (reason: string) => void): void;
  /** Ends it, and waits until it is gone. */
  stop(): Promise<void>;
}

/** It ends in well under a second; after this it is killed. */
const STOP_GRACE_MS = 5000;

/** Waits until a host that was asked to end has done so, and kills it if it does not. */
export async function endedOrKilled(ended: Promise<string>, kill: () => void): Promise<void> {
  const late = setTimeout(kill, STOP_GRACE_MS);
  await ended;
  clearTimeout(late);
}

/**
 * Resolves with the first printed lines that `accept` makes something of, or with `undefined` when the
 * host ends before there are so many.
 */
export function firstLines<T>(
  host: PhoneHost,
  count: number,
  accept: (line: string) => T | undefined,
): Promise<T[] | undefined> {
  return new Promise((resolve) => {
    const accepted: T[] = [];
    host.onLine((line) => {
      const taken = accepted.length < count ? accept(line) : undefined;
      if (taken !== undefined && accepted.push(taken) === count) resolve(accepted);
    });
    void host.ended.then(() => resolve(undefined));
  });
}

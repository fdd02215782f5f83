/** What ends a process that does not take it over; closing a terminal sends the last. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npm passes on the Ctrl-C that the terminal has already sent to all: that is one wish, not two. */
const SAME_WISH_MS = 1000;
const PARENT_POLL_MS = 500;

export interface SignalHandlers {
  /** A person or the system wants the run to stop. */
  onStop(signal: NodeJS.Signals): void;
  /** They insist. */
  onInsist(signal: NodeJS.Signals): void;
}

/**
 * Takes over the signals that end a process, from now on for good. Handlers that were there are
 * removed: WebdriverIO's own kill the workers, or end the process, before a report is written.
 */
export function takeOverSignals(handlers: SignalHandlers, now: () => number = Date.now): void {
  let stoppedAtMs: number | undefined;
  const take = (signal: NodeJS.Signals): void => {
    if (stoppedAtMs === undefined) {
      stoppedAtMs = now();
      handlers.onStop(signal);
    } else if (now() - stoppedAtMs >= SAME_WISH_MS) {
      handlers.onInsist(signal);
    }
  };
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, take);
  }
  if (process.env['npm_execpath'] !== undefined) onParentEnd(() => take('SIGTERM'));
}

/**
 * SIGTERM sent to npm alone ends npm and the shell in which it runs a script, and reaches the script
 * only as a change of its parent.
 */
function onParentEnd(listener: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    listener();
  }, PARENT_POLL_MS);
  timer.unref();
}

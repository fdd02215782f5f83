/** How a run is shown on a stream of this process. */
export interface TerminalOptions {
  /** Lines may be redrawn in place; else each line that is printed stays. */
  readonly live: boolean;
  readonly color: boolean;
}

/** A switch in the environment that is there, and says anything but no. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}

/**
 * A log of a CI system is read later, also where the system gives its jobs a terminal (`CI`).
 * `NO_COLOR` (https://no-color.org) takes colours away, `FORCE_COLOR` (https://force-color.org) asks for
 * them where the stream is no terminal; of both the first counts, as for picocolors.
 */
export function terminalOptions(
  stream: { isTTY?: boolean | undefined },
  env: NodeJS.ProcessEnv,
): TerminalOptions {
  const isTerminal = stream.isTTY === true && env['TERM'] !== 'dumb';
  const force = env['FORCE_COLOR'] ?? '';
  const color = force === '' ? isTerminal : isOn(force);
  return {
    live: isTerminal && !isOn(env['CI']),
    color: color && (env['NO_COLOR'] ?? '') === '',
  };
}

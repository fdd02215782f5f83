import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { describeError, exitCodeOf } from './cli-errors.ts';
import { runFleet } from './cli-fleet.ts';
import { parseCommandLine, type StartOptions } from './cli-options.ts';
import { UsageError } from './usage-error.ts';

/** A line of standard input. */
type ServeRequest =
  /** Phones to start, with options as of `xiaomi-phone start`. */
  | { readonly id: number; readonly start: readonly string[] }
  /** The id of the request that started the phones to stop. */
  | { readonly stop: number };

/** A group of phones, from the request that starts it until all are off. */
interface Group {
  readonly stopping: AbortController;
  readonly ended: Promise<void>;
}

/**
 * Starts and stops groups of phones as the lines of `input` ask for it, until it ends or the signal
 * is aborted; then all of them are stopped.
 * @param answer gets what becomes of the groups, to be written as a line of JSON each.
 */
export async function serve(
  input: Readable,
  answer: (line: object) => void,
  signal: AbortSignal,
): Promise<void> {
  const groups = new Map<number, Group>();
  for await (const line of createInterface({ input, signal })) {
    try {
      const request = parseRequest(line);
      // One that is off already has told so.
      if ('stop' in request) groups.get(request.stop)?.stopping.abort();
      else if (groups.has(request.id)) throw new UsageError(`id ${request.id}: its phones are on`);
      else groups.set(request.id, start(request.id, request.start));
    } catch (error) {
      answer({ error: (error as Error).message });
    }
  }
  for (const { stopping } of groups.values()) stopping.abort();
  await Promise.all([...groups.values()].map(({ ended }) => ended));

  function start(id: number, args: readonly string[]): Group {
    const stopping = new AbortController();
    const ended = run(id, args, stopping.signal).then((end) => {
      groups.delete(id);
      answer({ id, ...end });
    });
    return { stopping, ended };
  }

  /** @returns as what a process of `start` with these phones would have ended. */
  async function run(
    id: number,
    args: readonly string[],
    stop: AbortSignal,
  ): Promise<{ readonly exitCode: number; readonly error?: string }> {
    try {
      const onReady = ({ info }: { readonly info: object }) => answer({ id, ...info });
      await runFleet(startOptions(args), { signal: stop, onReady });
      return { exitCode: 0 };
    } catch (error) {
      return { exitCode: exitCodeOf(error as Error), error: describeError(error as Error) };
    }
  }
}

function startOptions(args: readonly string[]): StartOptions {
  const options = parseCommandLine(['start', ...args]);
  if (options.command !== 'start') throw new UsageError(`--help: expected options for phones`);
  return options;
}

/** @throws UsageError */
function parseRequest(line: string): ServeRequest {
  const { id, start, stop } = parseObject(line);
  if (typeof stop === 'number') return { stop };
  const isList =
    Array.isArray(start) && start.every((arg): arg is string => typeof arg === 'string');
  if (typeof id === 'number' && isList) return { id, start };
  throw new UsageError(`'${line}': expected {"id":NUMBER,"start":[OPTION, …]} or {"stop":NUMBER}`);
}

function parseObject(line: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(line)) as Readonly<Record<string, unknown>>;
  } catch {
    // Told as any other line that is no request.
    return {};
  }
}

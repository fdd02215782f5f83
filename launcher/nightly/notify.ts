import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { addAbortSignal } from 'node:stream';
import { text } from 'node:stream/consumers';
import { HarnessError } from '../../config/errors.ts';
import type { NotifyTarget } from '../../config/notify-target.ts';

/** How long an address may take to answer. */
const ANSWER_MS = 15_000;
/** How long a command may run. */
const COMMAND_MS = 60_000;
/** What a person needs of a command's complaint. */
const SHOWN_CHARACTERS = 200;

/** Nobody was told of a failed night. The night's own result is not touched by that. */
export class NotifyError extends HarnessError {
  override readonly category = 'set-up';

  constructor(target: NotifyTarget, seen: string) {
    super('Nobody was told of the failed gate.', {
      expected:
        target.kind === 'address'
          ? 'an answer from 200 to 299 to the POST'
          : 'the command to end with exit code 0',
      seen: `${nameOf(target)}: ${seen}`,
      remedy: 'try MI_NOTIFY by hand with reports/notification.json; docs/nightly.md says how',
    });
  }
}

/** How long is waited, and until when. */
export interface NotifyLimits {
  readonly limitMs?: number;
  readonly signal: AbortSignal;
}

/**
 * Tells an address by POST, or a command at its standard input.
 * @param message JSON, without anything that is to be masked.
 * @throws {NotifyError} without what may be secret of the target: an address's path, a command's words.
 */
export function notify(target: NotifyTarget, message: string, limits: NotifyLimits): Promise<void> {
  return target.kind === 'address' ? post(target, message, limits) : run(target, message, limits);
}

/** A target, without what may be secret of it. */
function nameOf(target: NotifyTarget): string {
  return target.kind === 'address' ? target.url.origin : target.program;
}

async function post(
  target: NotifyTarget & { kind: 'address' },
  body: string,
  { limitMs = ANSWER_MS, signal }: NotifyLimits,
): Promise<void> {
  const limit = AbortSignal.timeout(limitMs);
  let status: number;
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      // Elsewhere nobody is meant to read it, and a POST would become a GET.
      redirect: 'manual',
      signal: AbortSignal.any([limit, signal]),
    });
    await response.body?.cancel();
    status = response.status;
  } catch (error) {
    signal.throwIfAborted();
    throw new NotifyError(target, limit.aborted ? `no answer in ${seconds(limitMs)}` : why(error));
  }
  if (status < 200 || status > 299) throw new NotifyError(target, `answer ${String(status)}`);
}

async function run(
  target: NotifyTarget & { kind: 'command' },
  input: string,
  { limitMs = COMMAND_MS, signal }: NotifyLimits,
): Promise<void> {
  const limit = AbortSignal.timeout(limitMs);
  const until = AbortSignal.any([limit, signal]);
  const child = spawn(target.program, target.args, {
    stdio: ['pipe', 'ignore', 'pipe'],
    signal: until,
    killSignal: 'SIGKILL',
  });
  // A command need not read what it is told.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  // What it leaves running may hold on to the pipe.
  const complaint = text(addAbortSignal(until, child.stderr)).catch(() => '');
  let code: number | null;
  let killedBy: string | null;
  try {
    [code, killedBy] = (await once(child, 'exit')) as [number | null, string | null];
  } catch (error) {
    signal.throwIfAborted();
    throw new NotifyError(target, limit.aborted ? `not done in ${seconds(limitMs)}` : why(error));
  }
  if (code === 0) return;
  const how = code === null ? `killed by ${killedBy ?? 'a signal'}` : `exit code ${String(code)}`;
  const said = (await complaint).trim().replace(/\s+/g, ' ').slice(0, SHOWN_CHARACTERS);
  throw new NotifyError(target, said === '' ? how : `${how}: ${said}`);
}

/** @returns Node's code for what happened, since its texts may name the whole address. */
function why(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? 'no connection' : why(cause);
}

function seconds(ms: number): string {
  return `${String(ms / 1000)} s`;
}

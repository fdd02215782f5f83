import { z } from 'zod';
import type { CallOptions } from '../adb.ts';
import { phoneLostReason } from '../device-list.ts';
import { DriverError, PhoneLostError } from '../errors.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

/** Where a WebDriver session is. */
export interface SessionAddress {
  /** Of the server, with its base path, without credentials. */
  readonly server: URL;
  /** For every request, such as `Authorization`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly sessionId: string;
}

/** @see https://www.w3.org/TR/webdriver2/#errors */
const Failure = z.object({
  value: z.object({ error: z.string(), message: z.string().default('') }),
});

/** A command was understood by nobody, or the driver could not do it; `error` is WebDriver's word for it. */
export class DriverCommandError extends DriverError {
  readonly error: string;
  /** What the driver said, on one line. */
  readonly said: string;

  constructor(
    phone: string,
    command: string,
    { error, message }: { error: string; message: string },
  ) {
    const said = message.split('\n')[0] ?? '';
    super('The driver did not do what it was asked.', {
      phone,
      expected: `${command} to succeed`,
      seen: said || error,
      remedy: 'Read the log of the Appium server; a cloud may not have this command.',
    });
    this.error = error;
    this.said = said;
  }
}

/**
 * A WebDriver session that is asked beside the flow's own commands. What it answers is logged nowhere,
 * since other people's messages may be in it, and a request that is not needed any more is given up.
 */
export class DriverSession {
  readonly serial: string;
  readonly #address: () => SessionAddress;

  /** @param address asked for each command: a session may be exchanged for another one. */
  constructor(serial: string, address: () => SessionAddress) {
    this.serial = serial;
    this.#address = address;
  }

  /**
   * Runs one of the driver's own commands.
   * @param script such as `mobile: listSms`.
   * @see https://github.com/appium/appium-uiautomator2-driver#platform-specific-extensions
   * @throws {DriverCommandError} when it refuses. @throws {DriverError} when it does not answer in time.
   * @throws {PhoneLostError} when the phone, the session or the server is gone.
   */
  execute(
    script: `mobile: ${string}`,
    args: object = {},
    call: CallOptions = {},
  ): Promise<unknown> {
    return this.post('execute/sync', { script, args: [args] }, call, script);
  }

  /** @param path below the session. @param name what errors call the command. Throws as `execute`. */
  async post(
    path: string,
    body: object,
    { timeoutMs = DEFAULT_TIMEOUT_MS, signal }: CallOptions = {},
    name = `POST ${path}`,
  ): Promise<unknown> {
    const { server, headers, sessionId } = this.#address();
    const timeout = AbortSignal.timeout(timeoutMs);
    let status: number;
    let text: string;
    try {
      const response = await fetch(below(server, `session/${sessionId}/${path}`), {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      status = response.status;
      text = await response.text();
    } catch (error) {
      signal?.throwIfAborted();
      throw timeout.aborted ? this.#late(name, timeoutMs, error) : this.#serverLost(server, error);
    }
    const answer = parseJson(text);
    const failure = Failure.safeParse(answer).data?.value;
    if (failure === undefined && status < 400) return valueOf(answer);
    throw this.#failed(name, failure ?? { error: `HTTP ${status}`, message: '' });
  }

  #failed(name: string, failure: { error: string; message: string }): DriverError | PhoneLostError {
    const { error, message } = failure;
    // The driver quotes what adb said, after words of its own.
    const reason = phoneLostReason(message.replaceAll('Command output: ', '\n'));
    if (error !== 'invalid session id' && reason === undefined) {
      return new DriverCommandError(this.serial, name, failure);
    }
    return new PhoneLostError('The phone cannot be reached through its Appium server.', {
      phone: this.serial,
      expected: 'the session and its phone to be there',
      seen: message.split('\n')[0] || error,
      ...(reason ?? { remedy: 'Read the log of the Appium server: the session has ended there.' }),
    });
  }

  #late(name: string, timeoutMs: number, cause: unknown): DriverError {
    return new DriverError(
      `Appium did not answer within ${timeoutMs / 1000} s.`,
      {
        phone: this.serial,
        expected: `an answer to ${name}`,
        seen: 'silence',
        remedy: 'Read the log of the Appium server, and see whether the phone still answers it.',
      },
      { cause },
    );
  }

  #serverLost({ host }: URL, cause: unknown): PhoneLostError {
    return new PhoneLostError(
      'The Appium server of the phone cannot be reached any more.',
      {
        phone: this.serial,
        expected: 'the server that MI_APPIUM_URL names to answer',
        seen: `${host}: ${reasonOf(cause)}`,
        remedy: 'See that the server still runs, and that the network to it is up.',
      },
      { cause },
    );
  }
}

/** @param server with a base path, which a path of a leading slash would take away. */
export function below(server: URL, path: string): URL {
  return new URL(path, server.href.replace(/\/*$/, '/'));
}

/** What a failed `fetch` failed with: undici wraps it. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return ('code' in cause && typeof cause.code === 'string' ? cause.code : '') || cause.message;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function valueOf(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'value' in answer
    ? answer.value
    : undefined;
}

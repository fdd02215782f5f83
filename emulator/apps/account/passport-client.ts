import type { AndroidSystem } from '../../android/system.ts';
import { PassportError, RequestCancelled } from './errors.ts';

/** The servers may take minutes; only after this long is a request given up. */
const REQUEST_TIMEOUT_MS = 5 * 60_000;

/** Node's own limit on the wait for an answer, about as long as ours. */
const FETCH_TIMEOUT_CODES = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

export interface PhoneNumber {
  /** With `+`. */
  readonly callingCode: string;
  readonly number: string;
}

export interface Verification {
  readonly ticket: string;
  readonly pictureRequired: boolean;
  readonly existing: { readonly id: string; readonly nickname: string } | null;
}

export interface SignIn {
  readonly token: string;
  readonly account: { readonly id: string; readonly nickname: string; readonly phone: string };
}

export interface CloudChoice {
  readonly agreement: string;
  readonly sync: boolean;
  readonly findDevice: boolean;
}

/**
 * Asks the account service (`emulator/service/README.md`). Every method throws PassportError, or
 * RequestCancelled once `lifetime` is aborted.
 */
export class PassportClient {
  readonly #system: AndroidSystem;
  readonly #lifetime: AbortSignal;

  constructor(system: AndroidSystem, lifetime: AbortSignal) {
    this.#system = system;
    this.#lifetime = lifetime;
  }

  requestSmsCode(
    phone: PhoneNumber,
    pictureId: string | undefined,
  ): Promise<{ phone: string; resendAfterSeconds: number }> {
    return this.#call('POST', '/v1/sms-codes', { ...phone, pictureId });
  }

  newPicture(): Promise<{ id: string; svg: string }> {
    return this.#call('POST', '/v1/pictures', {});
  }

  answerPicture(id: string, text: string): Promise<void> {
    return this.#call('POST', `/v1/pictures/${id}/answers`, { text });
  }

  verify(phone: PhoneNumber, code: string): Promise<Verification> {
    return this.#call('POST', '/v1/verifications', { ...phone, code });
  }

  signIn(request: {
    readonly ticket: string;
    readonly agreement: string;
    readonly pictureId: string | undefined;
    readonly accountId: string | undefined;
  }): Promise<SignIn> {
    return this.#call('POST', '/v1/sign-in', request);
  }

  passwordSignIn(login: string, password: string): Promise<SignIn> {
    return this.#call('POST', '/v1/password-sign-in', { login, password });
  }

  consentToCloud(token: string, choice: CloudChoice): Promise<void> {
    return this.#call('PUT', '/v1/account/cloud', choice, token);
  }

  signOut(token: string): Promise<void> {
    return this.#call('DELETE', '/v1/session', undefined, token);
  }

  async #call<T>(method: string, path: string, body?: object, token?: string): Promise<T> {
    const { serviceUrl, connectivity, clock, logcat, locale } = this.#system;
    if (!serviceUrl || !connectivity.online) throw new PassportError('offline', 'no network');
    const timeout = new AbortController();
    const cancelTimeout = clock.after(REQUEST_TIMEOUT_MS, () => timeout.abort());
    try {
      const response = await fetch(`${serviceUrl}${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          'accept-language': locale,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.any([this.#lifetime, timeout.signal]),
      });
      const answer = decode(response, await response.text());
      logcat.write('I', 'PassportHttp', `${method} ${withoutIds(path)} ${response.status}`);
      return answer as T;
    } catch (error) {
      const failure = this.#failureOf(error, timeout.signal);
      logcat.write('W', 'PassportHttp', `${method} ${withoutIds(path)} ${failure.message}`);
      throw failure;
    } finally {
      cancelTimeout();
    }
  }

  #failureOf(error: unknown, timeout: AbortSignal): PassportError | RequestCancelled {
    if (this.#lifetime.aborted) return new RequestCancelled('cancelled');
    if (error instanceof PassportError) return error;
    if (timeout.aborted || FETCH_TIMEOUT_CODES.has(causeCode(error))) {
      return new PassportError('timeout', 'timed out');
    }
    return new PassportError('connection', `failed: ${causeCode(error) || String(error)}`);
  }
}

function decode(response: Response, text: string): unknown {
  if (response.status === 204) return undefined;
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new PassportError('server', `${response.status}, and the answer is not JSON`);
  }
  if (response.ok) return answer;
  const error = (answer as { error?: Record<string, unknown> } | null)?.error;
  if (!error) throw new PassportError('server', `${response.status} without an error code`);
  throw new PassportError('refused', `${response.status} ${String(error['code'])}`, error);
}

function causeCode(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Ids are no business of the log's. */
function withoutIds(path: string): string {
  return path.replace(/\/[PST]\d+/g, '/…');
}

import type { AndroidSystem } from '../../android/system.ts';
import { PassportError, RequestCancelled } from './errors.ts';

/** The servers may take minutes; only after this long is a request given up. */
const REQUEST_TIMEOUT_MS = 5 * 60_000;

/** Node's own limit on the wait for an answer, about as long as ours. */
const FETCH_TIMEOUT_CODES = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** The answer has no body. */
const NOTHING: readonly string[] = [];

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

/** What a request for an SMS code has to show; the service says what it wants. */
export interface Proofs {
  /** Of a picture that was read. */
  readonly pictureId?: string | undefined;
  /** Of a web check that was passed. */
  readonly webCheckId?: string | undefined;
  /** False from an app that has no page for web checks. */
  readonly webChecks?: boolean;
}

export interface SentCode {
  readonly resendAfterSeconds: number;
  /** Digits of the code. */
  readonly codeLength: number;
}

export interface WebCheck {
  readonly id: string;
  /** How long its button is to be held down. */
  readonly holdMs: number;
}

/** What the service knows of the SIM card's number. */
export interface SimAccounts {
  /** The newest first. */
  readonly accounts: readonly { readonly id: string; readonly nickname: string }[];
  readonly pictureRequired: boolean;
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

/** What was written to a collection since a version of it. */
export interface PulledItems {
  readonly version: number;
  readonly items: readonly { readonly id: string; readonly value: object }[];
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

  requestSmsCode(phone: PhoneNumber, proofs: Proofs = {}): Promise<SentCode> {
    return this.#call(['resendAfterSeconds', 'codeLength'], 'POST', '/v1/sms-codes', {
      ...phone,
      ...proofs,
    });
  }

  newWebCheck(): Promise<WebCheck> {
    return this.#call(['id', 'holdMs'], 'POST', '/v1/web-checks', {});
  }

  answerWebCheck(id: string, heldMs: number): Promise<void> {
    return this.#call(NOTHING, 'POST', `/v1/web-checks/${id}/answers`, { heldMs });
  }

  simAccounts(phone: PhoneNumber): Promise<SimAccounts> {
    return this.#call(['accounts', 'pictureRequired'], 'POST', '/v1/sim-accounts', phone);
  }

  simSignIn(
    phone: PhoneNumber,
    request: {
      readonly agreement: string;
      readonly pictureId: string | undefined;
      readonly accountId: string | undefined;
    },
  ): Promise<SignIn> {
    return this.#call(['token', 'account'], 'POST', '/v1/sim-sign-in', { ...phone, ...request });
  }

  newPicture(): Promise<{ id: string; svg: string }> {
    return this.#call(['id', 'svg'], 'POST', '/v1/pictures', {});
  }

  answerPicture(id: string, text: string): Promise<void> {
    return this.#call(NOTHING, 'POST', `/v1/pictures/${id}/answers`, { text });
  }

  verify(phone: PhoneNumber, code: string): Promise<Verification> {
    return this.#call(['ticket', 'pictureRequired', 'existing'], 'POST', '/v1/verifications', {
      ...phone,
      code,
    });
  }

  signIn(request: {
    readonly ticket: string;
    readonly agreement: string;
    readonly pictureId: string | undefined;
    readonly accountId: string | undefined;
  }): Promise<SignIn> {
    return this.#call(['token', 'account'], 'POST', '/v1/sign-in', request);
  }

  /**
   * @param agreement version of the user agreement that was accepted with it
   * @param pictureId of a picture that was read, where the service wants one
   */
  passwordSignIn(
    login: string,
    password: string,
    agreement?: string,
    pictureId?: string,
  ): Promise<SignIn> {
    return this.#call(['token', 'account'], 'POST', '/v1/password-sign-in', {
      login,
      password,
      agreement,
      pictureId,
    });
  }

  /** What the service knows of the account that is signed in. */
  account(token: string): Promise<{ readonly hasPassword: boolean }> {
    return this.#call(['hasPassword'], 'GET', '/v1/account', undefined, token);
  }

  /** Resolves if the password is the account's. */
  checkPassword(token: string, password: string): Promise<void> {
    return this.#call(NOTHING, 'POST', '/v1/account/password-checks', { password }, token);
  }

  consentToCloud(token: string, choice: CloudChoice): Promise<void> {
    return this.#call(NOTHING, 'PUT', '/v1/account/cloud', choice, token);
  }

  /** @param since version of the collection that is known, 0 for none */
  pullItems(token: string, collection: string, since: number): Promise<PulledItems> {
    return this.#call(
      ['version', 'items'],
      'GET',
      `/v1/sync/${collection}?since=${since}`,
      undefined,
      token,
    );
  }

  pushItem(
    token: string,
    collection: string,
    { id, value }: { readonly id: string; readonly value: object },
  ): Promise<{ readonly version: number }> {
    return this.#call(['version'], 'PUT', `/v1/sync/${collection}/${id}`, { value }, token);
  }

  signOut(token: string): Promise<void> {
    return this.#call(NOTHING, 'DELETE', '/v1/session', undefined, token);
  }

  /** @param fields that the answer has; none: it has no body at all */
  async #call<T>(
    fields: readonly string[],
    method: string,
    path: string,
    body?: object,
    token?: string,
  ): Promise<T> {
    const { serviceUrl, connectivity, clock, logcat, locale } = this.#system;
    if (!serviceUrl || !connectivity.online) throw new PassportError('offline', 'no network');
    const timeout = new AbortController();
    const cancelTimeout = clock.after(REQUEST_TIMEOUT_MS, () => timeout.abort());
    // The system closes the sockets of a network that is gone (netd, SOCK_DESTROY).
    const lost = new AbortController();
    const stopFollowing = connectivity.onLost(() => lost.abort());
    try {
      const response = await fetch(`${serviceUrl}${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          'accept-language': locale,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.any([this.#lifetime, timeout.signal, lost.signal]),
      });
      const answer = decode(response, await response.text(), fields);
      logcat.write('I', 'PassportHttp', `${method} ${withoutIds(path)} ${response.status}`);
      return answer as T;
    } catch (error) {
      const failure = this.#failureOf(error, timeout.signal);
      logcat.write('W', 'PassportHttp', `${method} ${withoutIds(path)} ${failure.message}`);
      throw failure;
    } finally {
      cancelTimeout();
      stopFollowing();
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

function decode(response: Response, text: string, fields: readonly string[]): unknown {
  if (response.status === 204 && fields.length === 0) return undefined;
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new PassportError('server', `${response.status}, and the answer is not JSON`);
  }
  if (response.ok && fields.length > 0 && hasFields(answer, fields)) return answer;
  if (response.ok) throw new PassportError('server', `${response.status} of another shape`);
  const error = (answer as { error?: Record<string, unknown> } | null)?.error;
  if (!error) throw new PassportError('server', `${response.status} without an error code`);
  throw new PassportError('refused', `${response.status} ${String(error['code'])}`, error);
}

function hasFields(answer: unknown, fields: readonly string[]): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  return fields.every((field) => Object.hasOwn(answer, field));
}

function causeCode(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Ids are no business of the log's. */
function withoutIds(path: string): string {
  return path.replace(/\/(?:[PSTW]\d+|[0-9a-f]{8}-[0-9a-f-]+)/g, '/…');
}

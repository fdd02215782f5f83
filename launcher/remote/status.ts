import { z } from 'zod';
import { authorization } from '../../config/remote-appium.ts';
import type { RemoteAppium } from '../../config/settings.ts';
import { below, reasonOf } from '../../device/driver/session.ts';
import {
  NotAppiumError,
  RemoteAppiumAuthError,
  RemoteAppiumError,
  RemoteAppiumNotReadyError,
  RemoteAppiumPathError,
  RemoteAppiumTlsError,
  RemoteAppiumUnreachableError,
} from './errors.ts';

const TIMEOUT_MS = 5_000;
const SETTING = 'MI_APPIUM_URL';
const EXPECTED = 'an answer of a WebDriver server to GET /status';
/** The root is that of Appium 2 and later, the other one that of Appium 1 and of many hubs. */
const USUAL_PATHS = ['/', '/wd/hub'];

/** Appium's and Selenium Grid's answer. @see https://www.w3.org/TR/webdriver2/#status */
const Status = z.object({
  value: z.object({ ready: z.boolean().optional(), message: z.string().optional() }),
});

/** A certificate that is not trusted, or the other end does not speak TLS. Node's and OpenSSL's words. */
const TLS = /CERT|SIGNATURE|ERR_SSL|ERR_TLS|EPROTO/;
const NO_TLS_THERE = /ERR_SSL|EPROTO/;

/**
 * Asks the server for its status, before anything else is done, so that a wrong address is known within
 * seconds.
 * @throws {RemoteAppiumError} of a class that says what is wrong; and the signal's reason.
 */
export async function assertRemoteAppium(remote: RemoteAppium, signal: AbortSignal): Promise<void> {
  const { url } = remote;
  const response = await ask(remote, url, signal);
  const { status } = response;
  if (status === 401 || status === 403) throw refused(remote, status);
  if (status === 404 || status === 405) throw await wrongPath(remote, status, signal);
  if (status >= 300 && status < 400) throw moved(url, response);
  if (status >= 500 && !response.text.startsWith('{')) throw onlyProxy(url, status);
  const answer = Status.safeParse(parsed(response.text)).data?.value;
  if (answer === undefined) throw notAppium(url, `HTTP ${status}, ${response.contentType}`);
  if (answer.ready !== false) return;
  throw new RemoteAppiumNotReadyError('The Appium server takes no sessions now.', {
    expected: '"ready": true in its status',
    seen: `${url.href} says: ${answer.message ?? 'not ready'}`,
    remedy: 'See that a node with a phone is connected to the Grid, then start again.',
  });
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly contentType: string;
  readonly location: string | null;
}

async function ask(remote: RemoteAppium, url: URL, signal: AbortSignal): Promise<Answer> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(below(url, 'status'), {
      headers: authorization(remote),
      // What WebdriverIO sends to another place loses its body on the way.
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    return {
      status: response.status,
      text: (await response.text()).trim(),
      contentType: response.headers.get('content-type') ?? 'no content type',
      location: response.headers.get('location'),
    };
  } catch (error) {
    signal.throwIfAborted();
    // Node's parser of HTTP: what came is something else.
    if (reasonOf(error).startsWith('HPE_')) throw notAppium(url, 'an answer that is no HTTP');
    throw unreachable(
      url,
      timeout.aborted ? `no answer within ${TIMEOUT_MS / 1000} s` : reasonOf(error),
      error,
    );
  }
}

function unreachable(url: URL, seen: string, cause: unknown): RemoteAppiumError {
  const options = { cause };
  if (TLS.test(seen)) {
    return new RemoteAppiumTlsError(
      'No secure connection to the Appium server can be made.',
      {
        expected: `a certificate that this machine trusts, since ${SETTING} begins with https`,
        seen: `${url.origin}: ${seen}`,
        remedy: NO_TLS_THERE.test(seen)
          ? `If the server speaks plain HTTP, begin ${SETTING} with http://.`
          : `Use the name that the certificate is for in ${SETTING}; where its authority is your own, name it by NODE_EXTRA_CA_CERTS=/path/of/ca.pem.`,
      },
      options,
    );
  }
  return new RemoteAppiumUnreachableError(
    'The Appium server cannot be reached.',
    {
      expected: EXPECTED,
      seen: `${url.href}: ${seen}`,
      remedy: `Check host and port in ${SETTING}, that the server runs there and listens on that address (Appium's --address), and that no firewall is between.`,
    },
    options,
  );
}

function refused({ url, user }: RemoteAppium, status: number): RemoteAppiumError {
  return new RemoteAppiumAuthError('The Appium server does not let this run in.', {
    expected: user === undefined ? 'a server that asks for no user' : 'user and key to be taken',
    seen: `${url.href}: HTTP ${status}, ${user === undefined ? 'and no user was given' : 'with the user and key given'}`,
    remedy: `Write user and key into ${SETTING}, before the host: https://user:key@host/path (what URLs do not allow in them percent-encoded).`,
  });
}

async function wrongPath(
  remote: RemoteAppium,
  status: number,
  signal: AbortSignal,
): Promise<RemoteAppiumError> {
  const { url } = remote;
  const own = url.pathname.replace(/\/*$/, '') || '/';
  const answering: string[] = [];
  for (const path of USUAL_PATHS.filter((usual) => usual !== own)) {
    const other = new URL(path, url);
    const answer = await ask(remote, other, signal);
    if (Status.safeParse(parsed(answer.text)).success) answering.push(other.href);
  }
  return new RemoteAppiumPathError('The Appium server has another path.', {
    expected: EXPECTED,
    seen: `${url.href}: HTTP ${status}${answering.map((href) => `; ${href} answers`).join('')}`,
    remedy:
      answering[0] === undefined
        ? `Write the server's base path (Appium's --base-path, often /wd/hub) at the end of ${SETTING}.`
        : `Set ${SETTING} to ${answering[0]}, with user and key as before.`,
  });
}

function moved(url: URL, { status, location }: Answer): RemoteAppiumError {
  const to = location === null ? undefined : new URL(location, below(url, 'status'));
  return new RemoteAppiumPathError('The Appium server has another address.', {
    expected: EXPECTED,
    seen: `${url.href}: HTTP ${status}, to ${to?.origin ?? 'no address'}${to?.pathname ?? ''}`,
    remedy: `Set ${SETTING} to the address that it sends to, without /status.`,
  });
}

function onlyProxy(url: URL, status: number): RemoteAppiumError {
  return new RemoteAppiumUnreachableError('The Appium server cannot be reached.', {
    expected: EXPECTED,
    seen: `${url.href}: HTTP ${status}, from what stands before it`,
    remedy: 'See that the Appium server itself runs, behind the proxy that answers.',
  });
}

function notAppium(url: URL, seen: string): RemoteAppiumError {
  return new NotAppiumError('What answers is no Appium server.', {
    expected: EXPECTED,
    seen: `${url.href}: ${seen}`,
    remedy: `Check host, port and path in ${SETTING}; another program may have that port.`,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

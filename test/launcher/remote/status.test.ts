import assert from 'node:assert/strict';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { afterEach, test } from 'node:test';
import { RemoteAppiumError } from '../../../launcher/remote/errors.ts';
import { assertRemoteAppium } from '../../../launcher/remote/status.ts';
import { freePorts } from '../../../launcher/ports.ts';
import { loadSettings } from '../../../config/settings.ts';
import { CERTIFICATE, PRIVATE_KEY } from './certificate.ts';

const READY = {
  value: { ready: true, message: 'The server is ready', build: { version: '3.8.0' } },
};

let servers: net.Server[] = [];

afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

async function listening(server: net.Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** @returns the port of a server that answers by path; all others are not found. */
function answering(paths: Record<string, http.RequestListener>): Promise<number> {
  return listening(
    http.createServer((request, response) => {
      const answer = paths[request.url ?? ''];
      if (answer === undefined) response.writeHead(404).end('not found');
      else answer(request, response);
    }),
  );
}

function json(body: unknown, status = 200): http.RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

async function ask(url: string): Promise<void> {
  const { remote } = loadSettings({ MI_TARGET: 'remote', MI_APPIUM_URL: url });
  assert.ok(remote);
  await assertRemoteAppium(remote, new AbortController().signal);
}

/** What a server is refused for. */
async function refusal(url: string): Promise<RemoteAppiumError> {
  const error = await ask(url).then(
    () => assert.fail('it was taken'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof RemoteAppiumError, String(error));
  assert.match(error.message, /MI_APPIUM_URL|Grid|Appium server itself/);
  return error;
}

test('an Appium server is taken, at the root and under a path', async () => {
  const port = await answering({ '/status': json(READY), '/wd/hub/status': json(READY) });
  await ask(`http://127.0.0.1:${port}`);
  await ask(`http://127.0.0.1:${port}/wd/hub/`);
});

test('user and key go with the question, whatever is in them', async () => {
  let asked: string | undefined;
  const port = await answering({
    '/status': (request, response) => {
      asked = request.headers.authorization;
      json(READY)(request, response);
    },
  });
  await ask(`http://me:p%C3%A4ss%2Fword@127.0.0.1:${port}`);
  assert.equal(asked, `Basic ${Buffer.from('me:päss/word').toString('base64')}`);
});

test('nobody there', async () => {
  const [port] = await freePorts(1);
  const error = await refusal(`http://127.0.0.1:${port}`);
  assert.equal(error.type, 'RemoteAppiumUnreachableError');
  assert.match(error.details.seen ?? '', /ECONNREFUSED/);
});

test('a host that nobody knows', async () => {
  const error = await refusal('http://farm.invalid:4723');
  assert.equal(error.type, 'RemoteAppiumUnreachableError');
  assert.match(error.details.seen ?? '', /farm\.invalid.*(?:ENOTFOUND|EAI_AGAIN)/);
});

test('a proxy alone', async () => {
  const port = await answering({
    '/status': (_request, response) => response.writeHead(502).end('<html>Bad Gateway</html>'),
  });
  const error = await refusal(`http://127.0.0.1:${port}`);
  assert.equal(error.type, 'RemoteAppiumUnreachableError');
  assert.match(error.details.seen ?? '', /502/);
});

test('a wrong path, with the one that answers', async () => {
  const port = await answering({ '/wd/hub/status': json(READY) });
  const error = await refusal(`http://127.0.0.1:${port}/`);
  assert.equal(error.type, 'RemoteAppiumPathError');
  assert.match(error.details.remedy, new RegExp(`http://127\\.0\\.0\\.1:${port}/wd/hub,`));
});

test('a path where there is nothing, nor anywhere else', async () => {
  const port = await answering({});
  const error = await refusal(`http://127.0.0.1:${port}/grid`);
  assert.equal(error.type, 'RemoteAppiumPathError');
  assert.match(error.details.remedy, /base-path/);
});

test('an address that sends elsewhere', async () => {
  const port = await answering({
    '/status': (_request, response) =>
      response.writeHead(301, { location: 'https://farm.example/status' }).end(),
  });
  const error = await refusal(`http://127.0.0.1:${port}`);
  assert.equal(error.type, 'RemoteAppiumPathError');
  assert.match(error.details.seen ?? '', /https:\/\/farm\.example\/status/);
});

for (const [address, seen] of [
  ['http://', /no user was given/],
  ['http://me:wrong-key@', /with the user and key given/],
] as const) {
  test(`a server that does not let in ${address}…, and no key in the error`, async () => {
    const port = await answering({
      '/status': (_request, response) => response.writeHead(401).end(),
    });
    const error = await refusal(`${address}127.0.0.1:${port}`);
    assert.equal(error.type, 'RemoteAppiumAuthError');
    assert.match(error.details.seen ?? '', seen);
    assert.doesNotMatch(error.message, /wrong-key/);
  });
}

for (const [what, answer] of [
  ['a page', ((_request, response) => response.end('<html></html>')) as http.RequestListener],
  ['some other JSON', json({ status: 'up' })],
] as const) {
  test(`what answers with ${what} is no Appium`, async () => {
    const port = await answering({ '/status': answer });
    assert.equal((await refusal(`http://127.0.0.1:${port}`)).type, 'NotAppiumError');
  });
}

test('what speaks no HTTP at all', async () => {
  const port = await listening(net.createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')));
  assert.equal((await refusal(`http://127.0.0.1:${port}`)).type, 'NotAppiumError');
});

test('a Grid without a node', async () => {
  const port = await answering({
    '/status': json({ value: { ready: false, message: 'Selenium Grid not ready.', nodes: [] } }),
  });
  const error = await refusal(`http://127.0.0.1:${port}`);
  assert.equal(error.type, 'RemoteAppiumNotReadyError');
  assert.match(error.details.seen ?? '', /Selenium Grid not ready/);
});

test('a certificate that nobody vouches for', async () => {
  const port = await listening(
    https.createServer({ cert: CERTIFICATE, key: PRIVATE_KEY }, (_request, response) =>
      response.end(),
    ),
  );
  const error = await refusal(`https://127.0.0.1:${port}`);
  assert.equal(error.type, 'RemoteAppiumTlsError');
  assert.match(error.details.remedy, /NODE_EXTRA_CA_CERTS/);
});

test('https where plain HTTP is spoken', async () => {
  const port = await answering({ '/status': json(READY) });
  const error = await refusal(`https://127.0.0.1:${port}`);
  assert.equal(error.type, 'RemoteAppiumTlsError');
  assert.match(error.details.remedy, /http:\/\//);
});

test('an interrupted run asks no longer', async () => {
  const port = await answering({ '/status': () => undefined });
  const { remote } = loadSettings({
    MI_TARGET: 'remote',
    MI_APPIUM_URL: `http://127.0.0.1:${port}`,
  });
  assert.ok(remote);
  const stop = new AbortController();
  const asking = assertRemoteAppium(remote, stop.signal);
  stop.abort(new Error('Ctrl-C'));
  await assert.rejects(asking, /Ctrl-C/);
});

import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { NotifyTarget } from '../../../config/notify-target.ts';
import { notify, NotifyError } from '../../../launcher/nightly/notify.ts';

const MESSAGE = JSON.stringify({ text: 'nightly: FAILED', outcome: 'failed' });
const signal = new AbortController().signal;

const refusal = (seen: RegExp) => (error: unknown) =>
  error instanceof NotifyError && seen.test(error.details.seen ?? '');

describe('an address that is told', () => {
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let target: NotifyTarget;

  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    target = { kind: 'address', url: new URL(`http://127.0.0.1:${port}/services/T0-secret`) };
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('gets the message as JSON by POST', async () => {
    let got: unknown;
    answer = (request, response) => {
      void text(request).then((body) => {
        const { method, url, headers } = request;
        got = { method, url, type: headers['content-type'], body };
        response.end('ok');
      });
    };
    await notify(target, MESSAGE, { signal });
    const [method, url, type] = ['POST', '/services/T0-secret', 'application/json'];
    assert.deepEqual(got, { method, url, type, body: MESSAGE });
  });

  for (const status of [302, 404, 500]) {
    it(`is told in vain when it answers ${status}, and its path is not shown`, async () => {
      answer = (_request, response) => {
        response.writeHead(status, { location: '/elsewhere' }).end();
      };
      const failed = notify(target, MESSAGE, { signal });
      await assert.rejects(failed, refusal(new RegExp(`127\\.0\\.0\\.1:\\d+: answer ${status}$`)));
      await assert.rejects(failed, (error: Error) => !error.message.includes('T0-secret'));
    });
  }

  it('is not waited for any longer than the limit', async () => {
    answer = () => undefined;
    await assert.rejects(
      notify(target, MESSAGE, { signal, limitMs: 50 }),
      refusal(/no answer in 0\.05 s$/),
    );
  });

  it('is told in vain when nobody listens', async () => {
    await new Promise((resolve) => server.close(resolve));
    await assert.rejects(notify(target, MESSAGE, { signal }), refusal(/ECONNREFUSED$/));
    server.listen(0, '127.0.0.1');
  });

  it('is given up when a person ends the command', async () => {
    const stop = new AbortController();
    answer = () => stop.abort(new Error('stopped'));
    await assert.rejects(notify(target, MESSAGE, { signal: stop.signal }), /^Error: stopped$/);
  });
});

describe('a command that is told', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'notify-test-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function command(body: string, ...args: string[]): NotifyTarget {
    const program = join(folder, 'tell-qa');
    writeFileSync(program, `#!/bin/sh\n${body}\n`);
    chmodSync(program, 0o700);
    return { kind: 'command', program, args };
  }

  it('gets the message at its standard input, and its words as they are', async () => {
    const kept = join(folder, 'kept');
    await notify(command('printf "%s\\n" "$2" > "$1"; cat >> "$1"', kept, '$HOME; x'), MESSAGE, {
      signal,
    });
    assert.equal(readFileSync(kept, 'utf8'), `$HOME; x\n${MESSAGE}`);
  });

  it('need not read it', async () => {
    await notify(command('exec <&-; exit 0'), MESSAGE.padEnd(1_000_000), { signal });
  });

  it('fails with its exit code and what it complains of', async () => {
    await assert.rejects(
      notify(command('echo no such channel >&2; exit 3'), MESSAGE, { signal }),
      refusal(/tell-qa: exit code 3: no such channel$/),
    );
  });

  it('is ended at the limit', async () => {
    await assert.rejects(
      notify(command('exec sleep 60'), MESSAGE, { signal, limitMs: 50 }),
      refusal(/not done in 0\.05 s$/),
    );
  });

  it('fails when it is not there', async () => {
    const target: NotifyTarget = { kind: 'command', program: join(folder, 'none'), args: [] };
    await assert.rejects(notify(target, MESSAGE, { signal }), refusal(/none: ENOENT$/));
  });
});

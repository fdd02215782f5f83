import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { loadSettings } from '../../../config/settings.ts';
import { appium } from '../../../launcher/doctor/machine/appium.ts';

const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ value: { ready: request.url === '/status', message: 'no node' } }));
});
before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
after(() => server.close());

async function judge(path: string) {
  const { port } = server.address() as AddressInfo;
  const settings = loadSettings({
    MI_TARGET: 'remote',
    MI_APPIUM_URL: `http://127.0.0.1:${port}${path}`,
    MI_PHONE_NUMBER: '+12015550123',
  });
  return await appium.judge({ settings, env: {}, signal: new AbortController().signal });
}

test('an Appium server elsewhere is asked whether it takes sessions', async () => {
  const finding = await judge('/');
  assert.equal(finding.ok, true, finding.message);
});

test('one that takes none is not good, and what to do is said', async () => {
  const finding = await judge('/busy/');
  assert.equal(finding.ok, false);
  assert.match(finding.message, /no node/);
  assert.ok(finding.fix);
});

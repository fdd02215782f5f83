import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';

describe('UiAutomator2 server: sessions', () => {
  let phone: FakePhone;

  beforeEach(() => {
    phone = new FakePhone();
    phone.ui.show({ text: 'screen' });
  });
  afterEach(() => phone.stop());

  it('is ready as soon as the instrumentation runs', async () => {
    const { status, sessionId, value } = await phone.send('GET', '/status');
    assert.equal(status, 200);
    assert.equal(sessionId, 'None');
    assert.deepEqual((value as { ready: boolean }).ready, true);
  });

  it('answers in one piece, which adb carries in one packet', async () => {
    await phone.send('GET', '/status');
    const socket = phone.ports.connect(6790);
    assert.ok(socket);
    socket.write('GET /status HTTP/1.1\r\nhost: phone\r\n\r\n');
    const [first] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    assert.match(first.toString(), /^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\n\{[^]*\}$/);
  });

  it('tells the version of the package that is installed', async () => {
    const { value } = await phone.send('GET', '/status');
    const { build } = value as { build: unknown };
    assert.deepEqual(build, { version: '10.6.6', versionCode: 278 });
  });

  it('answers a session with its id and the capabilities as sent', async () => {
    const capabilities = { firstMatch: [{ 'appium:udid': 'emulator-5554' }], alwaysMatch: {} };
    const { status, sessionId, value } = await phone.send('POST', '/session', { capabilities });
    assert.equal(status, 200);
    assert.deepEqual(value, { sessionId, capabilities });
  });

  it('refuses a session without capabilities', async () => {
    const { status, error } = errorOf(await phone.send('POST', '/session', {}));
    assert.deepEqual([status, error], [500, 'session not created']);
  });

  it('refuses standard capabilities with the prefix of a vendor', async () => {
    const answer = await phone.send('POST', '/session', {
      capabilities: { alwaysMatch: { 'appium:platformName': 'Android' } },
    });
    assert.match(errorOf(answer).message, /\[platformName\] are standard capabilities/);
  });

  it('lists the session with its capabilities', async () => {
    await phone.startSession({ 'appium:appPackage': 'com.example' });
    const { value } = await phone.send('GET', '/sessions');
    assert.deepEqual(value, [
      {
        id: phone.sessionId,
        sessionId: phone.sessionId,
        capabilities: { appPackage: 'com.example' },
      },
    ]);
  });

  it('lists no session before there is one', async () => {
    assert.deepEqual((await phone.send('GET', '/sessions')).value, []);
  });

  it('tells of the last scroll in the session details', async () => {
    await phone.startSession();
    assert.deepEqual((await phone.get('')).value, { lastScrollData: null });
  });

  it('does not know another session', async () => {
    await phone.startSession();
    const answer = errorOf(await phone.send('GET', '/session/other/source'));
    assert.equal(answer.status, 404);
    assert.equal(answer.error, 'invalid session id');
    assert.equal(answer.message, 'The session identified by other is not known');
  });

  it('drops the session before when a new one begins', async () => {
    await phone.startSession();
    const before = phone.sessionId;
    await phone.startSession();
    assert.equal((await phone.send('GET', `/session/${before}/source`)).status, 404);
  });

  it('ends the instrumentation a moment after the session was deleted', async () => {
    await phone.startSession();
    assert.equal((await phone.send('DELETE', `/session/${phone.sessionId}`)).value, null);
    phone.clock.advance(15);
    assert.equal(await phone.ended, -1);
    assert.equal(phone.ports.connect(6790), undefined);
  });

  it('stops listening for toasts when the session is deleted', async () => {
    await phone.startSession();
    await phone.send('DELETE', `/session/${phone.sessionId}`);
    assert.equal(phone.ui.toastListeners, 0);
  });

  it('frees the port when its process is killed', async () => {
    phone.kill();
    await phone.ended;
    assert.equal(phone.ports.connect(6790), undefined);
  });

  it('wakes the screen when it starts', () => {
    assert.equal(phone.power.wakes, 1);
  });

  it('prints what a test runner prints', async () => {
    await phone.startSession();
    await phone.send('DELETE', `/session/${phone.sessionId}`);
    phone.clock.advance(15);
    await phone.ended;
    assert.match(phone.output, /AppiumUiAutomator2Server:\.\n\nTime: 0\.015\n\nOK \(1 test\)/);
  });

  it('reports no result when its process is killed', async () => {
    phone.kill();
    await phone.ended;
    assert.equal(phone.output, '\nio.appium.uiautomator2.server.test.AppiumUiAutomator2Server:');
  });

  it('serves many requests over one connection', async () => {
    await phone.startSession();
    await phone.get('/source');
    await phone.get('/source');
    assert.equal(phone.connections, 1);
  });

  it('does not know a path that is no route', async () => {
    const { status, error } = errorOf(await phone.send('GET', '/nowhere'));
    assert.deepEqual([status, error], [404, 'unknown command']);
  });

  it('takes paths with a slash at the end', async () => {
    assert.equal((await phone.send('GET', '/status/')).status, 200);
  });

  it('drops the connection of a path that cannot be decoded, and serves the next', async () => {
    await phone.startSession();
    await assert.rejects(phone.get('/element/%zz/text'));
    assert.equal((await phone.send('GET', '/status')).status, 200);
  });

  it('does not know a route by another method', async () => {
    assert.equal((await phone.send('POST', '/status', {})).status, 404);
  });

  it('takes paths with the prefix of old clients', async () => {
    assert.equal((await phone.send('GET', '/wd/hub/status')).status, 200);
  });

  it('refuses a body that is no JSON', async () => {
    await phone.startSession();
    const { status, error } = errorOf(await phone.post('/element', '{"strategy"'));
    assert.deepEqual([status, error], [400, 'invalid argument']);
  });

  it('refuses a body longer than 64 KiB', async () => {
    await phone.startSession();
    assert.equal((await phone.post('/element', { selector: 'x'.repeat(70_000) })).status, 413);
  });

  it('has the class of the exception in the stack trace', async () => {
    const { stacktrace, message } = errorOf(await phone.send('GET', '/nowhere'));
    assert.equal(
      stacktrace,
      `io.appium.uiautomator2.common.exceptions.UnknownCommandException: ${message}`,
    );
  });

  it('logs requests and answers under the tag appium', async () => {
    await phone.send('GET', '/status');
    assert.equal(phone.logs[0], 'appium: channel read: GET /status');
    assert.match(phone.logs[1] ?? '', /^appium: AppiumResponse: \{"value":\{"ready":true/);
  });
});

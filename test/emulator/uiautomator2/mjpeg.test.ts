import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ManualClock } from '../../../emulator/android/clock.ts';
import type { PictureFormat } from '../../../emulator/android/accessibility.ts';
import { MjpegStream } from '../../../emulator/uiautomator2/mjpeg/stream.ts';
import { ServerSettings } from '../../../emulator/uiautomator2/settings.ts';
import { duplexPair } from '../../../emulator/android/duplex-pair.ts';
import { FakePhone } from './fake-phone.ts';
import { FakeUi } from './fake-ui.ts';

const HEADERS =
  'HTTP/1.0 200 OK\r\nServer: Android Screenshot Socket Server\r\nConnection: close\r\n' +
  'Max-Age: 0\r\nExpires: 0\r\nCache-Control: no-cache, private\r\nPragma: no-cache\r\n' +
  'Content-Type: multipart/x-mixed-replace; boundary=--BoundaryString\r\n\r\n';
const FRAME =
  '--BoundaryString\r\nContent-type: image/jpg\r\nContent-Length: 4\r\n\r\njpeg\r\n\r\n';

describe('UiAutomator2 server: the MJPEG stream', () => {
  const log: string[] = [];
  let clock: ManualClock;
  let settings: ServerSettings;
  let ui: FakeUi;
  let stream: MjpegStream;
  let formats: (PictureFormat | undefined)[];

  beforeEach(() => {
    clock = new ManualClock();
    settings = new ServerSettings(clock, () => undefined);
    ui = new FakeUi();
    formats = [];
    ui.screenshot = (format) => {
      formats.push(format);
      return Promise.resolve(Buffer.from('jpeg'));
    };
    stream = new MjpegStream(ui, settings, clock, (message) => log.push(message));
  });
  afterEach(() => stream.stop());

  function client(): { socket: Duplex; received: () => string } {
    const [near, far] = duplexPair();
    stream.accept(far);
    let text = '';
    near.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    return { socket: near, received: () => text };
  }
  const pass = async (ms: number) => {
    clock.advance(ms);
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
  };

  it('begins with the headers and a frame once the client has asked', async () => {
    const { socket, received } = client();
    await pass(0);
    assert.equal(received(), '');
    socket.write('GET / HTTP/1.1\r\n\r\n');
    await pass(0);
    assert.equal(received(), HEADERS + FRAME);
  });

  it('goes on at the frame rate of the settings', async () => {
    settings.update('mjpegServerFramerate', 20);
    const { socket, received } = client();
    socket.write('GET');
    await pass(0);
    await pass(49);
    assert.equal(received(), HEADERS + FRAME);
    await pass(1);
    assert.equal(received(), HEADERS + FRAME + FRAME);
  });

  it('has the quality and the size of the settings', async () => {
    settings.update('mjpegServerScreenshotQuality', 30);
    settings.update('mjpegScalingFactor', 25);
    settings.update('mjpegBilinearFiltering', true);
    client().socket.write('GET');
    await pass(0);
    assert.deepEqual(formats, [{ quality: 30, scale: 0.25, smooth: true }]);
  });

  it('goes to all clients', async () => {
    const clients = [client(), client()];
    for (const { socket } of clients) socket.write('GET');
    await pass(0);
    await pass(100);
    for (const { received } of clients) assert.ok(received().endsWith(FRAME));
  });

  it('takes no pictures once nobody looks', async () => {
    const { socket } = client();
    socket.write('GET');
    await pass(0);
    socket.destroy();
    await pass(0);
    await pass(1000);
    assert.equal(formats.length, 1);
  });

  it('leaves out the frame of a screen that cannot be taken', async () => {
    ui.screenshot = () => Promise.reject(new Error('secure'));
    const { socket, received } = client();
    socket.write('GET');
    await pass(0);
    assert.equal(received(), HEADERS);
    assert.match(log.at(-1) ?? '', /secure/);
  });

  it('ends with the server', async () => {
    const { socket } = client();
    const closed = once(socket, 'close');
    stream.stop();
    await closed;
  });
});

describe('UiAutomator2 server: the port of the stream', () => {
  it('is 7810, until the instrumentation ends', async () => {
    const phone = new FakePhone();
    const socket = phone.ports.connect(7810);
    assert.ok(socket);
    const closed = once(socket.resume(), 'close');
    await phone.send('GET', '/status');
    await phone.stop();
    await closed;
    assert.equal(phone.ports.connect(7810), undefined);
  });
});

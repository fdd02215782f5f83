import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { ProgressClient } from '../../../launcher/progress/client.ts';
import {
  encodeLine,
  LineDecoder,
  type StopMessage,
  type WorkerMessage,
} from '../../../launcher/progress/messages.ts';
import { ProgressServer } from '../../../launcher/progress/server.ts';

/** Which worker it is, as WebdriverIO would say. */
const WORKER = { id: '0-0', serial: 'emulator-5554' };
const NOTE: WorkerMessage = { kind: 'progress', event: { type: 'note', text: 'a\nb "c" 帐号' } };
const LOST = { type: 'PhoneLostError', message: 'gone', category: 'harness' as const };

describe('progress between a worker and the launching process', () => {
  let server: ProgressServer;
  let port: number;
  let received: (message: unknown) => void;
  let message: Promise<unknown>;

  beforeEach(async () => {
    message = new Promise((resolve) => (received = resolve));
    server = new ProgressServer((report) => received(report));
    port = await server.start();
  });

  afterEach(() => server.close());

  function client(onStop: (stop: StopMessage | undefined) => void = () => undefined) {
    return ProgressClient.connect({ port, token: server.token }, WORKER, onStop);
  }

  it('carries what the worker reports', async () => {
    (await client()).send(NOTE);
    assert.deepEqual(await message, NOTE);
  });

  it('carries the reason to stop', async () => {
    const stopped = new Promise((resolve) => {
      void client(resolve).then((worker) => worker.send(NOTE));
    });
    await message;
    server.stopWorkers(LOST);
    assert.deepEqual(await stopped, { kind: 'stop', error: LOST });
  });

  it('stops a worker that comes later', async () => {
    server.stopWorkers(LOST);
    const stopped = await new Promise((resolve) => void client(resolve));
    assert.deepEqual(stopped, { kind: 'stop', error: LOST });
  });

  it('stops the workers of one phone alone', async () => {
    const stopped = new Promise((resolve) => {
      void client(resolve).then((worker) => worker.send(NOTE));
    });
    await message;
    server.stopWorkers({ ...LOST, message: 'the other one' }, 'another');
    server.stopWorkers(LOST, WORKER.serial);
    assert.deepEqual(await stopped, { kind: 'stop', error: LOST });
  });

  it('has heard everything that a worker said before it ended', async () => {
    const worker = await client();
    worker.send(NOTE);
    await message;
    const told = server.allReported(WORKER.id, 60_000);
    worker.close();
    await told;
    assert.deepEqual(server.workerPids(), []);
  });

  it('tells a worker that the launching process is gone', async () => {
    const stopped = new Promise((resolve) => {
      void client(resolve).then((worker) => worker.send(NOTE));
    });
    await message;
    await server.close();
    assert.equal(await stopped, undefined);
    server = new ProgressServer(() => undefined);
    await server.start();
  });

  it('knows the processes that are connected', async () => {
    (await client()).send(NOTE);
    await message;
    assert.deepEqual(server.workerPids(), [process.pid]);
  });

  for (const [what, first] of [
    ['a wrong token', { kind: 'hello', token: 'x', pid: 1, worker: WORKER }],
    ['no token', NOTE],
  ] as const) {
    it(`hangs up on somebody with ${what}`, async () => {
      const socket = connect(port, '127.0.0.1');
      socket.write(encodeLine(first) + encodeLine(NOTE));
      await once(socket, 'close');
      assert.equal(await Promise.race([message, Promise.resolve('nothing')]), 'nothing');
    });
  }

  it('hangs up on somebody who does not speak its language', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\n\r\n');
    await once(socket, 'close');
  });
});

describe('line decoder', () => {
  it('puts messages together again, however they are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.array(fc.nat({ max: 20 })),
        (texts, cuts) => {
          const messages = texts.map((text): WorkerMessage => ({
            kind: 'progress',
            event: { type: 'note', text },
          }));
          let rest = messages.map(encodeLine).join('');
          const decoder = new LineDecoder<WorkerMessage>();
          const decoded: WorkerMessage[] = [];
          for (const length of cuts) {
            decoded.push(...decoder.push(rest.slice(0, length)));
            rest = rest.slice(length);
          }
          decoded.push(...decoder.push(rest));
          assert.deepEqual(decoded, messages);
        },
      ),
    );
  });
});

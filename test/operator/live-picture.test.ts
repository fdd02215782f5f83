import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { ManualHarnessClock } from '../../config/clock.ts';
import { LivePicture } from '../../operator/live-picture.ts';
import { MjpegFormatError, MjpegParser } from '../../operator/mjpeg.ts';
import { FakeMjpeg } from './fake-mjpeg.ts';

/** A stream as UiAutomator2's server sends it. */
function stream(pictures: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    pictures.map((picture) =>
      Buffer.concat([
        Buffer.from(
          `--BoundaryString\r\nContent-type: image/jpg\r\nContent-Length: ${picture.length}\r\n\r\n`,
        ),
        picture,
        Buffer.from('\r\n\r\n'),
      ]),
    ),
  );
}

describe('pictures of an MJPEG stream', () => {
  it('are whole, wherever the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }),
        (pictures, cuts) => {
          const bytes = stream(pictures);
          const parser = new MjpegParser();
          const found: Buffer[] = [];
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const size = cuts[turn % cuts.length] ?? 1;
            found.push(...parser.push(bytes.subarray(at, at + size)));
            at += size;
          }
          assert.deepEqual(
            found.map((picture) => [...picture]),
            pictures.map((picture) => [...picture]),
          );
        },
      ),
    );
  });

  for (const [what, text] of [
    ['a part without a length', '--x\r\nContent-type: image/jpg\r\n\r\n'],
    ['a length that no picture has', '--x\r\nContent-Length: 99999999999\r\n\r\n'],
    ['something else', 'x'.repeat(5000)],
  ] as const) {
    it(`are not made of ${what}`, () => {
      assert.throws(() => new MjpegParser().push(Buffer.from(text)), MjpegFormatError);
    });
  }
});

describe('the live picture of a phone', () => {
  let camera: FakeMjpeg;
  let port = 0;
  let live: LivePicture;
  const leave: (() => void)[] = [];
  beforeEach(async () => {
    camera = new FakeMjpeg();
    port = await camera.start();
    live = new LivePicture({ port, clock: new ManualHarnessClock() });
  });
  afterEach(async () => {
    for (const stop of leave.splice(0)) stop();
    await camera.stop();
  });
  const watch = async () => {
    const asked = camera.asked();
    leave.push(live.watch());
    await asked;
  };

  it('is not asked for while nobody looks', async () => {
    await watch();
    const left = camera.left();
    leave.pop()?.();
    await left;
    assert.equal(camera.viewers, 0);
  });

  it('is asked for once, for all who look', async () => {
    await watch();
    leave.push(live.watch());
    camera.send(Buffer.from('jpeg'));
    await once(live, 'changed');
    assert.equal(camera.viewers, 1);
  });

  it('says nothing new of a screen that stays the same', async () => {
    await watch();
    camera.send(Buffer.from('one'));
    await once(live, 'changed');
    const { version } = live;
    camera.send(Buffer.from('one'));
    camera.send(Buffer.from('two'));
    await once(live, 'changed');
    assert.deepEqual([live.version, live.picture?.toString()], [version + 1, 'two']);
  });

  it('is asked for again when the session ends, and another begins', async () => {
    await watch();
    const again = camera.asked();
    camera.hangUp();
    await again;
    camera.send(Buffer.from('jpeg'));
    await once(live, 'changed');
    assert.equal(live.status, 'live');
  });

  it('is asked for until there is a session', async () => {
    await camera.stop();
    const changed = once(live, 'changed').then(() => live.status);
    leave.push(live.watch());
    camera = new FakeMjpeg();
    const asked = camera.asked();
    await camera.start(port);
    await asked;
    camera.send(Buffer.from('jpeg'));
    assert.equal(await changed, 'live');
  });

  it('is called silent when a phone sends nothing', async () => {
    live = new LivePicture({ port, clock: new ManualHarnessClock(), silentAfterMs: 20 });
    await watch();
    await once(live, 'changed');
    assert.equal(live.status, 'silent');
  });
});

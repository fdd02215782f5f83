import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { caption, placeholder } from '../../../launcher/evidence/caption.ts';
import type { Frame } from '../../../launcher/evidence/video.ts';

const FRAME: Frame = {
  title: "Agree to Xiaomi Cloud's <terms>",
  elapsedMs: 83_000,
  awaited: 'the SMS code',
  picture: Buffer.alloc(0),
};

function texts(frame: Frame, untilMs: number): string[] {
  return [...caption(frame, untilMs, 300_000, 360).matchAll(/<text[^>]*>([^<]*)</g)].map(
    ([, text = '']) => text,
  );
}

describe('caption of a frame', () => {
  it('has the step, the time and what is awaited', () => {
    assert.deepEqual(texts(FRAME, 84_000), [
      "Agree to Xiaomi Cloud's &lt;terms&gt;",
      '01:23 · waiting for the SMS code',
    ]);
  });

  it('says until when the screen stayed as it is', () => {
    assert.equal(texts(FRAME, 143_000)[1], '01:23–02:23 · waiting for the SMS code');
  });

  it('says that the screen is that of the step before', () => {
    assert.equal(texts({ ...FRAME, elapsedMs: undefined }, 0)[1], 'before the next step');
  });

  it('draws the share of the step that had passed', () => {
    assert.match(caption(FRAME, 84_000, 166_000, 360), /width="180" height="6" fill="#8ab4f8"/);
  });

  it('cuts what does not fit', () => {
    const [title = ''] = texts({ ...FRAME, title: 'x'.repeat(200) }, 84_000);
    assert.ok(title.length < 50 && title.endsWith('…'), title);
  });
});

describe('frame of a screen that is not pictured', () => {
  it('says why', () => {
    assert.match(placeholder(360, 800), /No picture:.*the screen is secure, or off/s);
  });
});

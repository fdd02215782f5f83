import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { textScaleOf } from '../../../emulator/ui/font-scale.ts';

const ANDROID_13 = 33;
const ANDROID_14 = 34;

describe('textScaleOf', () => {
  it('enlarges every size alike up to Android 13', () => {
    const scale = textScaleOf(1.3, ANDROID_13);
    assert.deepEqual([scale(10), scale(30)], [13, 39]);
  });

  it('enlarges large text less from Android 14 on', () => {
    const scale = textScaleOf(1.3, ANDROID_14);
    assert.deepEqual([scale(10), scale(14), scale(30)], [13, 18.8, 30]);
  });

  it('interpolates between two sizes', () => {
    assert.ok(Math.abs(textScaleOf(1.3, ANDROID_14)(16) - 20.2) < 1e-9);
  });

  it('interpolates between two scales', () => {
    assert.ok(Math.abs(textScaleOf(1.4, ANDROID_14)(12) - 16.8) < 1e-9);
  });

  it('makes text smaller in proportion', () => {
    assert.equal(textScaleOf(0.9, ANDROID_14)(20), 18);
  });

  it('never makes larger text smaller than small text', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        fc.double({ min: 1, max: 120, noNaN: true }),
        fc.double({ min: 1, max: 120, noNaN: true }),
        (fontScale, one, other) => {
          const scale = textScaleOf(fontScale, ANDROID_14);
          const [small, large] = [Math.min(one, other), Math.max(one, other)];
          assert.ok(scale(small) <= scale(large) + 1e-9);
        },
      ),
    );
  });
});

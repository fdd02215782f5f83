import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { encodePng } from '../../../emulator/ui/paint/png.ts';
import { pixelsOf } from './pixels.ts';

test('a PNG shows the pixels it was made of', async () => {
  const side = fc.integer({ min: 1, max: 40 });
  await fc.assert(
    fc.asyncProperty(
      side,
      side,
      fc.infiniteStream(fc.nat(0xffffff)),
      async (width, height, colors) => {
        const canvas = createCanvas(width, height);
        const context = canvas.getContext('2d');
        for (let x = 0; x < width; x += 1) {
          const [color = 0] = colors.take(1);
          context.fillStyle = `#${color.toString(16).padStart(6, '0')}`;
          context.fillRect(x, 0, 1, height);
        }
        const painted = context.getImageData(0, 0, width, height);
        const decoded = await pixelsOf(await encodePng(canvas));
        assert.deepEqual([decoded.width, decoded.height], [width, height]);
        assert.ok(Buffer.from(decoded.data).equals(Buffer.from(painted.data)));
      },
    ),
    { numRuns: 30 },
  );
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { isWithheld } from '../../../launcher/evidence/secure.ts';
import { HEIGHT_PX, plain, WIDTH_PX } from './fake-phone-screen.ts';

const TEXT_IN_THE_MIDDLE = `<hierarchy>
  <android.widget.FrameLayout bounds="[0,0][${WIDTH_PX},${HEIGHT_PX}]">
    <android.widget.TextView text="Enter the code" bounds="[0,140][${WIDTH_PX},180]"/>
  </android.widget.FrameLayout>
</hierarchy>`;
const NO_TEXT = `<hierarchy><android.widget.FrameLayout bounds="[0,0][${WIDTH_PX},${HEIGHT_PX}]"/></hierarchy>`;

/** Black with something white at a height. */
async function blackWithLineAt(top: number): Promise<Buffer> {
  const create = { width: 100, height: 4, channels: 3, background: 'white' } as const;
  const input = await sharp({ create }).png().toBuffer();
  return sharp(await plain('black'))
    .composite([{ input, left: 20, top }])
    .png()
    .toBuffer();
}

describe('picture of a secure screen', () => {
  it('is black where the tree has texts, whatever other windows show', async () => {
    assert.equal(await isWithheld(await blackWithLineAt(350), TEXT_IN_THE_MIDDLE), true);
  });

  it('is black altogether', async () => {
    assert.equal(await isWithheld(await plain('black'), NO_TEXT), true);
  });

  it('is not that of a dark screen that is empty in the middle', async () => {
    assert.equal(await isWithheld(await blackWithLineAt(60), NO_TEXT), false);
  });

  it('is not that of a dark screen with texts', async () => {
    assert.equal(await isWithheld(await blackWithLineAt(150), TEXT_IN_THE_MIDDLE), false);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { blurredScreenshot, type ScreenDriver } from '../../../launcher/evidence/screen.ts';
import type { Secrets, ShownSecret } from '../../../launcher/evidence/sensitive.ts';

const WIDTH = 200;
const NO_SECRETS: Secrets = { isSecret: () => false, learn: () => undefined };

/** A screen of black and white stripes, on which whatever is blurred turns grey. */
async function stripes(): Promise<Buffer> {
  const data = Buffer.alloc(WIDTH * WIDTH * 3);
  for (let i = 0; i < data.length; i += 1) data[i] = Math.floor(i / 3) % 2 === 0 ? 0 : 255;
  return sharp(data, { raw: { width: WIDTH, height: WIDTH, channels: 3 } })
    .png()
    .toBuffer();
}

function sourceWithCodeAt(top: number): string {
  return `<hierarchy><android.widget.TextView text="318204" bounds="[50,${top}][150,${top + 20}]" /></hierarchy>`;
}

async function isBlurredAt(png: Buffer, top: number): Promise<boolean> {
  const area = { left: 95, top: top + 10, width: 2, height: 1 };
  const [a = 0, , , b = 0] = await sharp(png).extract(area).removeAlpha().raw().toBuffer();
  return Math.abs(a - b) < 50;
}

function driver(sources: string[], calls: string[] = []): ScreenDriver {
  return {
    async takeScreenshot() {
      calls.push('screenshot');
      return (await stripes()).toString('base64');
    },
    async getPageSource() {
      calls.push('source');
      const source = sources.shift();
      if (source === undefined) throw new Error('socket hang up');
      return source;
    },
    async updateSettings({ enableMultiWindows }) {
      calls.push(`windows ${String(enableMultiWindows)}`);
    },
  };
}

describe('screenshot for the report', () => {
  it('is blurred where a code was before or after it was taken', async () => {
    const png = await blurredScreenshot(
      driver([sourceWithCodeAt(20), sourceWithCodeAt(100)]),
      NO_SECRETS,
    );
    const blurred = await Promise.all([20, 100, 170].map((top) => isBlurredAt(png, top)));
    assert.deepEqual(blurred, [true, true, false]);
  });

  it('asks for all windows, and only for as long as it takes', async () => {
    const calls: string[] = [];
    await blurredScreenshot(driver(['<hierarchy/>', '<hierarchy/>'], calls), NO_SECRETS);
    assert.deepEqual(calls, ['windows true', 'source', 'screenshot', 'source', 'windows false']);
  });

  it('tells the secrets that it saw, also when there is no picture in the end', async () => {
    const learnt: ShownSecret[] = [];
    const source = '<hierarchy><android.widget.TextView text="Nickname: 6052990224" /></hierarchy>';
    const secrets = { ...NO_SECRETS, learn: (secret: ShownSecret) => void learnt.push(secret) };
    await assert.rejects(blurredScreenshot(driver([source]), secrets), /hang up/);
    assert.deepEqual(learnt, [{ kind: 'account-id', value: '6052990224' }]);
  });

  it('is not made when the tree cannot be had', async () => {
    await assert.rejects(blurredScreenshot(driver(['<hierarchy/>']), NO_SECRETS), /hang up/);
  });
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { TextEngine } from '../../vision/engine.ts';
import { ScreenTextReader } from '../../vision/screen-text.ts';
import { drawPicture, write } from '../draw-text.ts';

const engine = new TextEngine();
const reader = new ScreenTextReader(engine);
after(() => engine.close());

const THEMES = { light: ['#fff', '#222'], dark: ['#101010', '#e8e8e8'] } as const;

/** A page with a heading, a sentence and a coloured button, as a phone of 320 dpi shows them. */
function page([ground, color]: readonly [string, string]): Promise<Buffer> {
  return drawPicture({ width: 720, height: 800, ground }, (context) => {
    write(context, 'Security check', { x: 40, y: 120, sizePx: 40, color });
    write(context, 'The code was sent to your phone', { x: 40, y: 300, sizePx: 28, color });
    context.fillStyle = '#e8590c';
    context.fillRect(40, 600, 640, 88);
    write(context, 'Continue', { x: 300, y: 655, sizePx: 32, color: '#fff' });
  });
}

for (const [theme, colors] of Object.entries(THEMES)) {
  test(`the lines of a ${theme} page are read from top to bottom, on a button too`, async () => {
    const lines = await reader.read(await page(colors));
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['Security check', 'The code was sent to your phone', 'Continue'],
    );
  });
}

test('bounds are around the letters, in pixels of the picture', async () => {
  const [heading] = await reader.read(await page(THEMES.light));
  assert.ok(heading);
  const { left, top, width, height } = heading.bounds;
  // Its baseline is at 120, and capitals are some 0.7 of the size high.
  assert.ok(Math.abs(left - 43) <= 6 && Math.abs(top - 91) <= 6, JSON.stringify(heading.bounds));
  assert.ok(Math.abs(height - 38) <= 8 && width > 200 && width < 300);
});

test('of a region only its lines are read, with bounds in the whole picture', async () => {
  const region = { left: 20, top: 250, width: 690, height: 100 };
  const lines = await reader.read(await page(THEMES.light), region);
  assert.deepEqual(
    lines.map(({ text }) => text),
    ['The code was sent to your phone'],
  );
  const bounds = lines[0]?.bounds;
  assert.ok(bounds && Math.abs(bounds.left - 41) <= 6 && Math.abs(bounds.top - 279) <= 8);
});

test('confidence tells clear text', async () => {
  const [heading] = await reader.read(await page(THEMES.light));
  assert.ok(heading && heading.confidence > 80 && heading.confidence <= 100);
});

for (const [what, ground] of [
  ['a secure page', '#000'],
  ['an empty page', '#fff'],
] as const) {
  test(`there is no text on ${what}`, async () => {
    const picture = await drawPicture({ width: 360, height: 400, ground }, () => undefined);
    assert.deepEqual(await reader.read(picture), []);
  });
}

test('there is no text outside the picture', async () => {
  const region = { left: 800, top: 0, width: 50, height: 50 };
  assert.deepEqual(await reader.read(await page(THEMES.light), region), []);
});

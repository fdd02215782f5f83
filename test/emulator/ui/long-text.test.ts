import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditText, LinearLayout } from '../../../emulator/ui/widgets.tsx';
import { pixelsOf } from './pixels.ts';
import { TestScreen } from './screen-fixture.ts';

const KEYCODE_MOVE_HOME = 122;
const TEXT = 'the quick brown fox jumps over the lazy dog';

/** A field of 100 dp with more text than it has room for, and white around it. */
function longText() {
  const screen = new TestScreen();
  screen.open(() =>
    LinearLayout({
      style: { grow: 1, background: '#FFFFFF', padding: 40 },
      children: EditText({ id: 'field', style: { width: 100, height: 40, color: '#000000' } }),
    }),
  );
  screen.tap(screen.get('field'));
  screen.windows.input.text(TEXT);
  return screen;
}

/** Left and right end of what is painted at the height of the field. */
async function painted(screen: TestScreen): Promise<{ left: number; right: number }> {
  const { top, bottom } = screen.get('field').bounds;
  const { data, width } = await pixelsOf(await screen.windows.screenshot());
  const columns = Array.from({ length: (bottom - top) * width }, (_, index) => index + top * width)
    .filter((index) => (data[index * 4] ?? 255) < 128)
    .map((index) => index % width);
  return { left: Math.min(...columns), right: Math.max(...columns) };
}

test('a text longer than its field is painted inside the field only', async () => {
  const screen = longText();
  const { left, right } = screen.get('field').bounds;
  const inked = await painted(screen);
  assert.ok(inked.left >= left && inked.right < right, JSON.stringify(inked));
});

test('the caret is at the right end of a field that is full', async () => {
  const screen = longText();
  const { right } = screen.get('field').bounds;
  assert.ok(right - (await painted(screen)).right <= 3);
});

test('a tap goes to the letter that is seen there', () => {
  const screen = longText();
  const { right, top, bottom } = screen.get('field').bounds;
  screen.windows.input.tap(right - 40, (top + bottom) / 2);
  const start = screen.get('field').textSelection?.start ?? 0;
  assert.ok(start > TEXT.length - 6 && start < TEXT.length, String(start));
});

test('the text comes back when the caret goes to its start', () => {
  const screen = longText();
  screen.windows.input.keyEvent(KEYCODE_MOVE_HOME);
  const { left, top, bottom } = screen.get('field').bounds;
  screen.windows.input.tap(left + 1, (top + bottom) / 2);
  assert.equal(screen.get('field').textSelection?.start, 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccessibilityNode } from '../../../emulator/android/accessibility.ts';
import type { UiNode } from '../../../emulator/ui/jsx-runtime.ts';
import {
  EditText,
  FrameLayout,
  LinearLayout,
  TextView,
  View,
} from '../../../emulator/ui/widgets.tsx';
import { pixel } from './pixels.ts';
import { TestScreen } from './screen-fixture.ts';

const WHITE = [255, 255, 255];
const onClick = () => undefined;

/** A white page with one thing on it. */
function pageWith(children: UiNode): TestScreen {
  const screen = new TestScreen();
  screen.open(() =>
    LinearLayout({ style: { grow: 1, background: '#FFFFFF', padding: 40 }, children }),
  );
  return screen;
}

/** Puts a finger on a place of the node, by default near its left upper corner. */
function hold(screen: TestScreen, { bounds }: AccessibilityNode, dx = 4, dy = 4): void {
  const { left, top } = bounds;
  screen.windows.automation.injectTouch({ action: 'down', x: left + dx, y: top + dy });
}

test('a held row is tinted', async () => {
  const screen = pageWith(
    LinearLayout({ id: 'row', onClick, style: { direction: 'row', height: 50 } }),
  );
  hold(screen, screen.get('row'));
  const { left, top } = screen.get('row').bounds;
  assert.notDeepEqual(await pixel(await screen.windows.screenshot(), left + 50, top + 50), WHITE);
});

test('around a held text nothing is tinted', async () => {
  const screen = pageWith(TextView({ id: 'text', text: 'Help', onClick, style: { padding: 10 } }));
  hold(screen, screen.get('text'));
  const { left, top } = screen.get('text').bounds;
  assert.deepEqual(await pixel(await screen.windows.screenshot(), left + 4, top + 4), WHITE);
});

test('what is drawn in a held view without a background is fainter', async () => {
  const box = View({ style: { width: 40, height: 40, background: '#000000' } });
  const label = TextView({ text: 'Label' });
  const screen = pageWith(LinearLayout({ id: 'app', onClick, children: [box, label] }));
  hold(screen, screen.get('app'));
  const { left, top } = screen.get('app').bounds;
  const [red = 0] = await pixel(await screen.windows.screenshot(), left + 20, top + 20);
  assert.ok(Math.abs(red - 128) <= 1, String(red));
});

test('a text does not react where it has no link', async () => {
  const spans = [{ text: 'I have read the ' }, { text: 'Terms', onClick }];
  const screen = pageWith(TextView({ id: 'text', spans }));
  const released = await screen.windows.screenshot();
  hold(screen, screen.get('text'));
  assert.deepEqual(await screen.windows.screenshot(), released);
});

test('a text reacts where it has a link', async () => {
  const spans = [{ text: 'Terms', onClick }, { text: ' and conditions' }];
  const screen = pageWith(TextView({ id: 'text', spans }));
  const released = await screen.windows.screenshot();
  hold(screen, screen.get('text'));
  assert.notDeepEqual(await screen.windows.screenshot(), released);
});

function keyScreen(): TestScreen {
  const face = FrameLayout({ style: { height: 40, background: '#00FF00' } });
  return pageWith(FrameLayout({ id: 'key', onClick, style: { padding: 10 }, children: face }));
}

test('the face of a held key is tinted', async () => {
  const screen = keyScreen();
  hold(screen, screen.get('key'));
  const { left, top } = screen.get('key').bounds;
  const picture = await screen.windows.screenshot();
  assert.notDeepEqual(await pixel(picture, left + 40, top + 40), [0, 255, 0]);
});

test('the gap around a held key is not', async () => {
  const screen = keyScreen();
  hold(screen, screen.get('key'));
  const { left, top } = screen.get('key').bounds;
  assert.deepEqual(await pixel(await screen.windows.screenshot(), left + 4, top + 4), WHITE);
});

test('the shift key shows that it is on', async () => {
  const screen = pageWith(EditText({ input: { kind: 'text', autoFocus: true } }));
  const shift = () => {
    const { left, right, top, bottom } = screen.key('Shift').bounds;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  };
  const { x, y } = shift();
  const off = await pixel(await screen.windows.screenshot(), x, y);
  screen.windows.input.tap(x, y);
  assert.notDeepEqual(await pixel(await screen.windows.screenshot(), x, y), off);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameLayout, LinearLayout, TextView, View } from '../../../emulator/ui/widgets.tsx';
import { DENSITY, DISPLAY, TestScreen, walk } from './screen-fixture.ts';

const STATUS_BAR_PX = 64;

test('content starts below the status bar', () => {
  const screen = new TestScreen();
  screen.open(() => View({ id: 'box', style: { height: 10 } }));
  assert.deepEqual(screen.get('box').bounds, {
    left: 0,
    top: STATUS_BAR_PX,
    right: DISPLAY.widthPx,
    bottom: STATUS_BAR_PX + 10 * DENSITY,
  });
});

test('an activity window fills the screen', () => {
  const screen = new TestScreen();
  screen.open(() => View({}));
  const root = screen.windows.automation.rootInActiveWindow();
  assert.deepEqual(root?.bounds, { left: 0, top: 0, right: 720, bottom: 1600 });
});

test('dp become pixels by the density', () => {
  const screen = new TestScreen();
  screen.open(() =>
    LinearLayout({
      style: { padding: 12, align: 'start' },
      children: View({ id: 'box', style: { width: 40, height: 20 } }),
    }),
  );
  const top = STATUS_BAR_PX + 12 * DENSITY;
  assert.deepEqual(screen.get('box').bounds, {
    left: 24,
    top,
    right: 24 + 80,
    bottom: top + 40,
  });
});

test('in a row, a long text takes what is left and wraps', () => {
  const screen = new TestScreen();
  screen.open(() =>
    LinearLayout({
      style: { direction: 'row' },
      children: [
        TextView({ id: 'text', text: 'many words '.repeat(20) }),
        View({ id: 'end', style: { width: 50, height: 10 } }),
      ],
    }),
  );
  assert.equal(screen.get('text').bounds.right, DISPLAY.widthPx - 50 * DENSITY);
  assert.equal(screen.get('end').bounds.right, DISPLAY.widthPx);
});

test('a text is as high as its lines', () => {
  const screen = new TestScreen();
  screen.open(() =>
    LinearLayout({
      children: [
        TextView({ id: 'one', text: 'a' }),
        TextView({ id: 'three', text: 'a\nb\nc', style: { textSize: 16 } }),
      ],
    }),
  );
  const height = (id: string) => screen.get(id).bounds.bottom - screen.get(id).bounds.top;
  const lineHeight = 16 * DENSITY * (0.927 + 0.244);
  assert.ok(Math.abs(height('three') - height('one') - 2 * lineHeight) <= 1);
});

test('children are clipped to their parents', () => {
  const screen = new TestScreen();
  screen.open(() =>
    FrameLayout({
      id: 'frame',
      style: { height: 50 },
      children: View({ id: 'tall', style: { height: 200 } }),
    }),
  );
  assert.deepEqual(screen.get('tall').bounds, screen.get('frame').bounds);
});

test('an empty view is not visible', () => {
  const screen = new TestScreen();
  screen.open(() => View({ id: 'empty' }));
  assert.equal(screen.get('empty').visible, false);
});

test('a turned phone is laid out in landscape', () => {
  const screen = new TestScreen();
  screen.open(() => View({ id: 'box', style: { height: 10 } }));
  screen.windows.setRotation(1);
  assert.equal(screen.windows.display.widthPx, 1600);
  assert.equal(screen.get('box').bounds.right, 1600);
});

test('a node tells what Android tells of a clickable text', () => {
  const screen = new TestScreen();
  screen.open(() => TextView({ id: 'text', text: 'Tap me', onClick: () => undefined }));
  const node = screen.get('text');
  assert.equal(node.className, 'android.widget.TextView');
  assert.equal(node.packageName, 'app.test');
  assert.equal(node.clickable, true);
  assert.equal(node.enabled, true);
  assert.equal(node.text, 'Tap me');
});

test('every view has an id of its own', () => {
  const screen = new TestScreen();
  screen.open(() => LinearLayout({ children: [View({}), View({}), View({})] }));
  const ids = screen.windows.automation
    .windows()
    .flatMap((window) => [...walk(window.root)].map((node) => node.viewId));
  assert.equal(new Set(ids).size, ids.length);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadImage } from '@napi-rs/canvas';
import { SecureScreenError } from '../../../emulator/android/accessibility.ts';
import { Button, ImageView, LinearLayout, View } from '../../../emulator/ui/widgets.tsx';
import { pixel } from './pixels.ts';
import { TestScreen } from './screen-fixture.ts';

const RED = { grow: 1, background: '#FF0000' } as const;

test('a screenshot has the size of the screen', async () => {
  const screen = new TestScreen();
  const image = await loadImage(await screen.windows.screenshot());
  assert.deepEqual([image.width, image.height], [720, 1600]);
});

test('a screenshot can be a JPEG', async () => {
  const screen = new TestScreen();
  const picture = await screen.windows.automation.takeScreenshot('jpeg');
  assert.deepEqual([...picture.subarray(0, 3)], [0xff, 0xd8, 0xff]);
});

test("an activity's background reaches under the status bar", async () => {
  const screen = new TestScreen();
  screen.open(() => View({ style: RED }));
  assert.deepEqual(await pixel(await screen.windows.screenshot(), 360, 5), [255, 0, 0]);
});

test('a box is painted where the tree says it is', async () => {
  const screen = new TestScreen();
  screen.open(() =>
    LinearLayout({
      style: { padding: 50 },
      children: View({ id: 'box', style: { height: 50, background: '#0000FF' } }),
    }),
  );
  const { left, top, right, bottom } = screen.get('box').bounds;
  const picture = await screen.windows.screenshot();
  assert.deepEqual(await pixel(picture, left, top), [0, 0, 255]);
  assert.deepEqual(await pixel(picture, right - 1, bottom - 1), [0, 0, 255]);
  assert.notDeepEqual(await pixel(picture, left - 1, top), [0, 0, 255]);
});

test('what is below a dialog is dimmed', async () => {
  const screen = new TestScreen();
  screen.open(() => View({ style: RED }));
  screen.open(() => View({ style: { height: 100 } }), { kind: 'dialog' });
  assert.deepEqual(await pixel(await screen.windows.screenshot(), 360, 800), [153, 0, 0]);
});

test('below two dialogs the screen is dimmed once', async () => {
  const screen = new TestScreen();
  screen.open(() => View({ style: RED }));
  screen.open(() => View({ style: { height: 100 } }), { kind: 'dialog' });
  screen.open(() => View({ style: { height: 50 } }), { kind: 'dialog' });
  assert.deepEqual(await pixel(await screen.windows.screenshot(), 360, 800), [153, 0, 0]);
});

test('the lower of two dialogs is dimmed, too', async () => {
  const screen = new TestScreen();
  screen.open(() => View({ style: { height: 100, background: '#FF0000' } }), { kind: 'dialog' });
  screen.open(() => View({ style: { height: 50 } }), { kind: 'dialog' });
  assert.deepEqual(await pixel(await screen.windows.screenshot(), 360, 1400), [153, 0, 0]);
});

test('a held button looks pressed', async () => {
  const screen = new TestScreen();
  screen.open(() =>
    Button({
      id: 'button',
      text: '',
      onClick: () => undefined,
      style: { background: '#FF0000' },
    }),
  );
  const { left, top } = screen.get('button').bounds;
  const released = await pixel(await screen.windows.screenshot(), left + 10, top + 10);
  screen.windows.automation.injectTouch({ action: 'down', x: left + 10, y: top + 10 });
  const pressed = await pixel(await screen.windows.screenshot(), left + 10, top + 10);
  assert.notDeepEqual(pressed, released);
});

test('an SVG picture is painted into its view', async () => {
  const screen = new TestScreen();
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="#00ff00"/></svg>';
  screen.open(() =>
    ImageView({ id: 'image', image: Buffer.from(svg), style: { width: 60, height: 60 } }),
  );
  const { left, top } = screen.get('image').bounds;
  assert.deepEqual(
    await pixel(await screen.windows.screenshot(), left + 60, top + 60),
    [0, 255, 0],
  );
});

test('a spinner turns', async () => {
  const screen = new TestScreen();
  screen.open(() => View({ draw: 'spinner', style: { width: 50, height: 50 } }));
  const before = await screen.windows.screenshot();
  screen.clock.advance(200);
  assert.notDeepEqual(await screen.windows.screenshot(), before);
});

test('a screen on which nothing changed is not painted twice', async () => {
  const screen = new TestScreen();
  screen.open(() => View({ style: RED }));
  const first = await screen.windows.screenshot();
  assert.equal(await screen.windows.screenshot(), first);
});

test('screencap shows a secure window black', async () => {
  const screen = new TestScreen();
  screen.open(() => View({ style: RED }), { secure: true });
  assert.deepEqual(await pixel(await screen.windows.screenshot(), 360, 800), [0, 0, 0]);
});

test('a window that has become secure is black at once', async () => {
  const screen = new TestScreen();
  let secure = false;
  screen.windows.addWindow({
    packageName: 'app.test',
    title: 'app.test/.Main',
    kind: 'activity',
    secure: () => secure,
    render: () => View({ style: RED }),
    onBack: () => undefined,
  });
  await screen.windows.screenshot();
  secure = true;
  assert.deepEqual(await pixel(await screen.windows.screenshot(), 360, 800), [0, 0, 0]);
});

test('automation is refused a screenshot of a secure screen before Android 14', async () => {
  const screen = new TestScreen({ sdk: 33 });
  screen.open(() => View({ style: RED }), { secure: true });
  await assert.rejects(screen.windows.automation.takeScreenshot(), SecureScreenError);
});

test('automation sees a secure screen black from Android 14 on', async () => {
  const screen = new TestScreen({ sdk: 34 });
  screen.open(() => View({ style: RED }), { secure: true });
  const picture = await screen.windows.automation.takeScreenshot();
  assert.deepEqual(await pixel(picture, 360, 800), [0, 0, 0]);
});

test('those who watch the screen hear of a change once a turn', async () => {
  const screen = new TestScreen();
  const window = screen.open(() => View({}));
  let frames = 0;
  screen.windows.onFrame(() => (frames += 1));
  window.invalidate();
  window.invalidate();
  await Promise.resolve();
  assert.equal(frames, 1);
});

test('a JPEG for a stream has the size and quality asked for', async () => {
  const screen = new TestScreen();
  screen.open(() => View({ style: RED }));
  const { automation } = screen.windows;
  const small = await automation.takeScreenshot({ quality: 50, scale: 0.25, smooth: true });
  const better = await automation.takeScreenshot({ quality: 100, scale: 0.25, smooth: true });
  const { width, height } = await loadImage(small);
  assert.deepEqual([width, height, better.length > small.length], [180, 400, true]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EditText,
  FrameLayout,
  LinearLayout,
  TextView,
  View,
} from '../../../emulator/ui/widgets.tsx';
import { DENSITY, TestScreen, walk } from './screen-fixture.ts';

const KEYCODE_BACK = 4;

function dialogScreen() {
  const screen = new TestScreen();
  const activity = screen.open(() =>
    View({
      id: 'page',
      style: { grow: 1 },
      onClick: () => assert.fail('the page below the dialog was clicked'),
    }),
  );
  const dialog = screen.open(
    () => TextView({ id: 'panel', text: 'Sure?', style: { height: 200 } }),
    { kind: 'dialog' },
  );
  return { screen, activity, dialog };
}

test('a dialog is the active window', () => {
  const { screen } = dialogScreen();
  assert.ok(screen.find('panel'));
  assert.equal(screen.find('page'), undefined);
});

test('the page below a dialog is reported, but not active', () => {
  const { screen } = dialogScreen();
  const applications = screen.windows.automation
    .windows()
    .filter((window) => window.type === 'application');
  assert.deepEqual(
    applications.map((window) => window.active),
    [true, false],
  );
});

test('a dialog stands at the bottom, above the navigation bar', () => {
  const { screen } = dialogScreen();
  assert.equal(screen.get('panel').bounds.bottom, 1600 - 32);
});

test('back goes to the dialog', () => {
  const { screen, activity, dialog } = dialogScreen();
  screen.windows.input.keyEvent(KEYCODE_BACK);
  assert.deepEqual([activity.backs, dialog.backs], [[], ['key']]);
});

test('a touch beside the dialog goes to the dialog', () => {
  const { screen, dialog } = dialogScreen();
  screen.windows.input.tap(360, 300);
  assert.deepEqual(dialog.backs, ['outside']);
});

test('a touch on the panel is not beside it', () => {
  const { screen, dialog } = dialogScreen();
  screen.tap(screen.get('panel'));
  assert.deepEqual(dialog.backs, []);
});

test('a dialog with a field moves above the keyboard', () => {
  const screen = new TestScreen();
  screen.open(() => View({}));
  screen.open(() => EditText({ id: 'field', input: { kind: 'text', autoFocus: true } }), {
    kind: 'dialog',
  });
  const keyboard = screen.windows.automation
    .windows()
    .find((window) => window.type === 'input_method');
  assert.equal(screen.get('field').bounds.bottom, keyboard?.bounds.top);
});

test('a dialog that is higher than the screen is cut to it', () => {
  const screen = new TestScreen();
  screen.open(() => FrameLayout({ id: 'panel', style: { shrink: 1, height: 3000 } }), {
    kind: 'dialog',
  });
  assert.equal(screen.get('panel').bounds.top, 64);
});

test('the clock in the status bar goes on', () => {
  const screen = new TestScreen();
  screen.open(() => View({}));
  const time = () =>
    screen.windows.automation
      .windows()
      .flatMap((window) => [...walk(window.root)])
      .find((node) => node.resourceId === 'com.android.systemui:id/clock')?.text;
  assert.equal(time(), '12:00');
  screen.clock.advance(60_000);
  assert.equal(time(), '12:01');
});

test('a heads-up notification shows for five seconds', () => {
  const screen = new TestScreen();
  screen.open(() => View({}));
  const title = () =>
    screen.windows.automation
      .windows()
      .flatMap((window) => [...walk(window.root)])
      .find((node) => node.resourceId === 'android:id/title')?.text;
  screen.windows.showHeadsUp({
    packageName: 'com.android.mms',
    appLabel: 'Messages',
    title: 'xiaomi',
    text: 'Hello',
  });
  screen.clock.advance(4999);
  assert.equal(title(), 'xiaomi');
  screen.clock.advance(1);
  assert.equal(title(), undefined);
});

test('a tap on a heads-up notification opens it once', () => {
  const screen = new TestScreen();
  screen.open(() => View({ style: { grow: 1 } }));
  let opened = 0;
  screen.windows.showHeadsUp({
    packageName: 'com.android.mms',
    appLabel: 'Messages',
    title: 'xiaomi',
    text: 'Hello',
    onClick: () => (opened += 1),
  });
  screen.windows.input.tap(360, 130);
  screen.windows.input.tap(360, 130);
  assert.equal(opened, 1);
});

test('a heads-up notification does not take the focus', () => {
  const screen = new TestScreen();
  screen.open(() => EditText({ id: 'field', input: { kind: 'text', autoFocus: true } }));
  screen.windows.showHeadsUp({ packageName: 'x', appLabel: 'x', title: 'x', text: 'x' });
  screen.windows.input.text('abc');
  assert.equal(screen.get('field').text, 'abc');
});

test('idle is when nothing changed for a while', async () => {
  const screen = new TestScreen();
  const window = screen.open(() => View({}));
  let idle = false;
  screen.clock.advance(1000);
  window.invalidate();
  void screen.windows.automation.waitForIdle(500, 10_000).then(() => (idle = true));
  screen.clock.advance(499);
  await Promise.resolve();
  assert.equal(idle, false);
  screen.clock.advance(1);
  await new Promise(setImmediate);
  assert.equal(idle, true);
});

test('a busy screen is waited for no longer than the limit', async () => {
  const screen = new TestScreen();
  const window = screen.open(() => View({}));
  let waited = false;
  void screen.windows.automation.waitForIdle(500, 1000).then(() => (waited = true));
  for (let tick = 0; tick < 10; tick += 1) {
    window.invalidate();
    screen.clock.advance(100);
    await new Promise(setImmediate);
  }
  assert.equal(waited, true);
});

test('what was looked at before a render is where the render puts it', () => {
  const screen = new TestScreen();
  let height = 50;
  const window = screen.open(() =>
    LinearLayout({
      children: [
        View({ id: 'above', style: { height } }),
        ...(height > 50 ? [View({ id: 'new', style: { height: 10 } })] : []),
        View({ id: 'below', style: { height: 10 } }),
      ],
    }),
  );
  const below = screen.get('below');
  const before = below.bounds.top;
  height = 80;
  window.invalidate();
  assert.equal(screen.get('below').bounds.top - before, (30 + 10) * DENSITY);
  assert.ok(screen.find('new'));
});

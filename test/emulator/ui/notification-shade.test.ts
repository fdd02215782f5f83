import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditText, View } from '../../../emulator/ui/widgets.tsx';
import { pixel } from './pixels.ts';
import { TestScreen, walk } from './screen-fixture.ts';

const SYSTEM_UI = 'com.android.systemui';
const RED = { grow: 1, background: '#FF0000' } as const;

/** A phone with two notifications, whose clicks are noted. */
function phoneWithNotifications(locale = 'en-US') {
  const screen = new TestScreen();
  const clicks: string[] = [];
  let titles = ['new', 'old'];
  screen.open(() => View({ style: RED }));
  screen.windows.setShadeContent({
    locale: () => locale,
    notifications: () =>
      titles.map((title) => ({
        key: title,
        appLabel: 'Messages',
        title,
        text: `text of ${title}`,
        postedAtMs: screen.clock.now(),
        onClick: () => clicks.push(title),
      })),
    clearAll: () => {
      titles = [];
    },
  });
  const { automation } = screen.windows;
  const open = () => automation.openNotifications();
  const activePackage = () => automation.rootInActiveWindow()?.packageName;
  const texts = () => {
    const root = automation.rootInActiveWindow();
    return root ? [...walk(root)].map((node) => node.text).filter((text) => text !== null) : [];
  };
  const swipe = (x: number, fromY: number, toY: number) => {
    automation.injectTouch({ action: 'down', x, y: fromY });
    automation.injectTouch({ action: 'move', x, y: (fromY + toY) / 2 });
    automation.injectTouch({ action: 'move', x, y: toY });
    automation.injectTouch({ action: 'up', x, y: toY });
  };
  return { screen, clicks, open, activePackage, texts, swipe };
}

test('the shade lists what was posted, newest first', () => {
  const { open, texts } = phoneWithNotifications();
  assert.equal(open(), true);
  const listed = texts().filter((text) => /^(new|old|text of)/.test(text));
  assert.deepEqual(listed, ['new', 'text of new', 'old', 'text of old']);
});

test("the shade is System UI's active window", () => {
  const { screen, open } = phoneWithNotifications();
  open();
  const shade = screen.windows.automation.windows().find((window) => window.active);
  assert.deepEqual(
    [shade?.packageName, shade?.title, shade?.type],
    [SYSTEM_UI, 'NotificationShade', 'system'],
  );
});

test('the shade covers the screen', async () => {
  const { screen, open } = phoneWithNotifications();
  open();
  const [red = 255] = await pixel(await screen.windows.screenshot(), 360, 1300);
  assert.ok(red < 100);
});

test('a phone without a shade says so', () => {
  assert.equal(new TestScreen().windows.automation.openNotifications(), false);
});

test('back closes the shade', () => {
  const { screen, open, activePackage } = phoneWithNotifications();
  open();
  screen.windows.input.keyEvent(4);
  assert.equal(activePackage(), 'app.test');
});

test('a swipe up closes the shade', () => {
  const { open, swipe, activePackage } = phoneWithNotifications();
  open();
  swipe(360, 1200, 600);
  assert.equal(activePackage(), 'app.test');
});

test('a tap beside the notifications closes the shade', () => {
  const { screen, open, activePackage } = phoneWithNotifications();
  open();
  screen.windows.input.tap(360, 1100);
  assert.equal(activePackage(), 'app.test');
});

test('home closes the shade', () => {
  const { screen, open, activePackage } = phoneWithNotifications();
  const none = () => undefined;
  screen.windows.setSystemKeys({ back: none, home: none, other: none });
  open();
  screen.windows.input.keyEvent(3);
  assert.equal(activePackage(), 'app.test');
});

test('a finger from the upper edge pulls the shade down', () => {
  const { swipe, activePackage } = phoneWithNotifications();
  swipe(360, 10, 700);
  assert.equal(activePackage(), SYSTEM_UI);
});

test('a tap on a notification opens it and closes the shade', () => {
  const { screen, open, clicks, activePackage } = phoneWithNotifications();
  open();
  screen.tap(screen.get(`${SYSTEM_UI}:id/expandableNotificationRow`));
  assert.deepEqual([clicks, activePackage()], [['new'], 'app.test']);
});

test('the shade is cleared by its button', () => {
  const { screen, open, texts } = phoneWithNotifications();
  open();
  screen.tap(screen.get(`${SYSTEM_UI}:id/dismiss_view`));
  open();
  assert.ok(texts().includes('No notifications'));
});

test('the keyboard closes under the shade', () => {
  const { screen, open } = phoneWithNotifications();
  screen.open(() => EditText({ id: 'a:id/field', input: { kind: 'text', autoFocus: true } }));
  assert.equal(screen.windows.keyboardShown, true);
  open();
  assert.equal(screen.windows.keyboardShown, false);
});

test('no notification drops down over the open shade', () => {
  const { screen, open } = phoneWithNotifications();
  open();
  screen.windows.showHeadsUp({ packageName: 'a', appLabel: 'A', title: 't', text: 'x' });
  const titles = screen.windows.automation.windows().map(({ title }) => title);
  assert.ok(!titles.includes('Heads-up notification'));
});

for (const [locale, none] of [
  ['en-GB', 'No notifications'],
  ['zh-CN', '没有通知'],
  ['zh-TW', '沒有通知'],
  ['ru-RU', 'Нет уведомлений'],
] as const) {
  test(`an empty shade says so in ${locale}`, () => {
    const { screen, open, texts } = phoneWithNotifications(locale);
    open();
    screen.tap(screen.get(`${SYSTEM_UI}:id/dismiss_view`));
    open();
    assert.ok(texts().includes(none));
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DialogPanel } from '../../../emulator/ui/components/dialog-panel.tsx';
import { EditText, View } from '../../../emulator/ui/widgets.tsx';
import { DENSITY, DISPLAY, TestScreen } from './screen-fixture.ts';

/** A turned screen is as high as the other is wide. */
const TURNED_HEIGHT_PX = DISPLAY.widthPx;

function turnedScreen() {
  const screen = new TestScreen();
  screen.windows.setRotation(1);
  return screen;
}

for (const kind of ['text', 'number', 'phone'] as const) {
  test(`on a turned screen the keyboard for ${kind} leaves half of it to the app`, () => {
    const screen = turnedScreen();
    screen.open(() => EditText({ id: 'field', input: { kind, autoFocus: true } }));
    const keyboard = screen.windows.automation
      .windows()
      .find(({ type }) => type === 'input_method');
    assert.ok(keyboard);
    assert.ok(keyboard.bounds.top >= TURNED_HEIGHT_PX / 2, String(keyboard.bounds.top));
  });
}

test('the buttons of a dialog that is too high are in sight', () => {
  const screen = turnedScreen();
  screen.open(
    () =>
      DialogPanel({
        title: 'Title',
        buttons: [{ id: 'ok', text: 'OK', onClick: () => undefined }],
        children: View({ id: 'content', style: { height: 500 } }),
      }),
    { kind: 'dialog' },
  );
  const { top, bottom } = screen.get('ok').bounds;
  assert.deepEqual([bottom - top, bottom <= TURNED_HEIGHT_PX], [50 * DENSITY, true]);
});

test('a notification is no wider than on an upright screen', () => {
  const screen = turnedScreen();
  screen.windows.showHeadsUp({ packageName: 'sms', appLabel: 'SMS', title: 'A', text: 'B' });
  const card = screen.windows.automation
    .windows()
    .find(({ title }) => title === 'Heads-up notification');
  assert.ok(card);
  assert.equal(card.bounds.right - card.bounds.left, 400 * DENSITY);
});

test('an activity can keep the screen upright', () => {
  const screen = turnedScreen();
  screen.windows.addWindow({
    packageName: 'app.test',
    title: 'app.test/.Upright',
    kind: 'activity',
    orientation: 'portrait',
    secure: () => false,
    render: () => null,
    onBack: () => undefined,
  });
  assert.equal(screen.windows.display.rotation, 0);
});

test('the screen turns again once that activity is gone', () => {
  const screen = turnedScreen();
  screen.open(() => View({}));
  const upright = screen.windows.addWindow({
    packageName: 'app.test',
    title: 'app.test/.Upright',
    kind: 'activity',
    orientation: 'portrait',
    secure: () => false,
    render: () => null,
    onBack: () => undefined,
  });
  upright.remove();
  assert.equal(screen.windows.display.rotation, 1);
});

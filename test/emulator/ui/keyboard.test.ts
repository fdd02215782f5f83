import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsx } from '../../../emulator/ui/jsx-runtime.ts';
import type { ViewProps } from '../../../emulator/ui/props.ts';
import {
  EditText,
  LinearLayout,
  ScrollView,
  TextView,
  View,
} from '../../../emulator/ui/widgets.tsx';
import { TestScreen } from './screen-fixture.ts';

const KEYCODE_BACK = 4;

function fieldScreen(input: ViewProps['input'], more: Partial<ViewProps> = {}) {
  const screen = new TestScreen();
  const window = screen.open(() => EditText({ id: 'field', input, ...more }));
  return { screen, window };
}

test('a tap on a field opens the keyboard', () => {
  const { screen } = fieldScreen({ kind: 'text' });
  assert.equal(screen.windows.keyboardShown, false);
  screen.tap(screen.get('field'));
  assert.equal(screen.windows.keyboardShown, true);
});

test('a field with auto focus opens the keyboard when it comes up', () => {
  const { screen } = fieldScreen({ kind: 'number', autoFocus: true });
  assert.equal(screen.windows.keyboardShown, true);
  assert.equal(screen.get('field').focused, true);
});

test('auto focus waits until no dialog is in front', () => {
  const screen = new TestScreen();
  let shown = false;
  const window = screen.open(() =>
    shown ? EditText({ id: 'field', input: { kind: 'text', autoFocus: true } }) : null,
  );
  const dialog = screen.open(() => TextView({ text: 'Wait' }), { kind: 'dialog' });
  shown = true;
  window.invalidate();
  assert.equal(screen.windows.keyboardShown, false);
  dialog.remove();
  assert.equal(screen.windows.keyboardShown, true);
});

test('its keys can be tapped', () => {
  const { screen } = fieldScreen({ kind: 'number', autoFocus: true });
  for (const digit of ['4', '0', '7']) screen.tap(screen.key(digit));
  assert.equal(screen.get('field').text, '407');
});

test('its delete key deletes', () => {
  const { screen } = fieldScreen({ kind: 'number', autoFocus: true });
  screen.tap(screen.key('5'));
  screen.tap(screen.key('Delete'));
  assert.equal(screen.get('field').text, '');
});

test('shift makes one capital', () => {
  const { screen } = fieldScreen({ kind: 'text', autoFocus: true });
  screen.tap(screen.key('Shift'));
  screen.tap(screen.key('A'));
  screen.tap(screen.key('b'));
  assert.equal(screen.get('field').text, 'Ab');
});

test('it has digits and signs on a second page', () => {
  const { screen } = fieldScreen({ kind: 'text', autoFocus: true });
  screen.tap(screen.key('Symbol keyboard'));
  screen.tap(screen.key('7'));
  screen.tap(screen.key('@'));
  assert.equal(screen.get('field').text, '7@');
});

test('its action key does the editor action', () => {
  let actions = 0;
  const { screen } = fieldScreen(
    { kind: 'text', autoFocus: true, action: 'search' },
    { onEditorAction: () => (actions += 1) },
  );
  screen.tap(screen.key('Search'));
  assert.equal(actions, 1);
});

test('back closes the keyboard and not the window', () => {
  const { screen, window } = fieldScreen({ kind: 'text', autoFocus: true });
  screen.windows.automation.windows();
  screen.windows.input.keyEvent(KEYCODE_BACK);
  assert.equal(screen.windows.keyboardShown, false);
  assert.deepEqual(window.backs, []);
});

test('it closes when its field goes', () => {
  const screen = new TestScreen();
  let shown = true;
  const window = screen.open(() =>
    shown ? jsx(EditText, { input: { kind: 'text', autoFocus: true } }) : null,
  );
  assert.equal(screen.windows.keyboardShown, true);
  shown = false;
  window.invalidate();
  assert.equal(screen.windows.keyboardShown, false);
});

test('it closes when a dialog comes up', () => {
  const { screen } = fieldScreen({ kind: 'text', autoFocus: true });
  assert.equal(screen.windows.keyboardShown, true);
  screen.open(() => TextView({ text: 'Wait' }), { kind: 'dialog' });
  assert.equal(screen.windows.keyboardShown, false);
});

test('the content above it shrinks', () => {
  const screen = new TestScreen();
  screen.open(() =>
    LinearLayout({
      style: { grow: 1 },
      children: [
        EditText({ input: { kind: 'text', autoFocus: true } }),
        View({ id: 'rest', style: { grow: 1 } }),
      ],
    }),
  );
  const keyboard = screen.windows.automation
    .windows()
    .find((window) => window.type === 'input_method');
  assert.equal(screen.get('rest').bounds.bottom, keyboard?.bounds.top);
});

test('a field that it would cover is scrolled into sight', () => {
  const screen = new TestScreen();
  screen.open(() =>
    ScrollView({
      children: [
        View({ style: { height: 650 } }),
        EditText({ id: 'field', style: { height: 40 } }),
        View({ style: { height: 300 } }),
      ],
    }),
  );
  screen.tap(screen.get('field'));
  const keyboard = screen.windows.automation
    .windows()
    .find((window) => window.type === 'input_method');
  const { top, bottom } = screen.get('field').bounds;
  assert.equal(bottom - top, 80);
  assert.ok(keyboard && bottom <= keyboard.bounds.top);
});

/** A page with its keyboard open, and a dialog that came over it and went. */
function interruptedByDialog(look: (screen: TestScreen) => void) {
  const { screen } = fieldScreen({ kind: 'text', autoFocus: true });
  screen.tap(screen.key('Symbol keyboard'));
  const dialog = screen.open(() => TextView({ text: 'Wait' }), { kind: 'dialog' });
  look(screen);
  dialog.remove();
  return screen;
}

test('a dialog closes the keyboard', () => {
  const { screen } = fieldScreen({ kind: 'text', autoFocus: true });
  assert.equal(screen.windows.keyboardShown, true);
  screen.open(() => TextView({ text: 'Wait' }), { kind: 'dialog' });
  assert.equal(screen.windows.keyboardShown, false);
});

test('the keyboard comes back when the dialog over its window goes', () => {
  const screen = interruptedByDialog((shown) => shown.windows.automation.windows());
  assert.equal(screen.windows.keyboardShown, true);
});

test('a dialog nobody looks at changes the keyboard as any other', () => {
  const screen = interruptedByDialog(() => undefined);
  assert.ok(screen.key('Symbol keyboard'), 'it opened anew, with its letters');
});

test('a keyboard that was closed does not come back with its window', () => {
  const { screen } = fieldScreen({ kind: 'text', autoFocus: true });
  assert.equal(screen.windows.keyboardShown, true);
  screen.windows.input.keyEvent(KEYCODE_BACK);
  screen.open(() => TextView({ text: 'Wait' }), { kind: 'dialog' }).remove();
  assert.equal(screen.windows.keyboardShown, false);
});

test('the keyboard of a hidden window closes, and comes back when it is shown', () => {
  const { screen, window } = fieldScreen({ kind: 'text', autoFocus: true });
  const shown = [screen.windows.keyboardShown];
  window.setShown(false);
  shown.push(screen.windows.keyboardShown);
  window.setShown(true);
  shown.push(screen.windows.keyboardShown);
  assert.deepEqual(shown, [true, false, true]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ViewProps } from '../../../emulator/ui/props.ts';
import { EditText, LinearLayout } from '../../../emulator/ui/widgets.tsx';
import { TestScreen } from './screen-fixture.ts';

type InputSpec = NonNullable<ViewProps['input']>;

const KEYCODE_1 = 8;
const KEYCODE_A = 29;
const KEYCODE_TAB = 61;
const KEYCODE_ENTER = 66;
const KEYCODE_DEL = 67;
const KEYCODE_DPAD_LEFT = 21;
const KEYCODE_MOVE_HOME = 122;
const META_SHIFT_ON = 1;

function fieldScreen(input: InputSpec, more: Partial<ViewProps> = {}) {
  const screen = new TestScreen();
  screen.open(() => EditText({ id: 'field', input, ...more }));
  screen.tap(screen.get('field'));
  return screen;
}

test('text goes into the focused field', () => {
  const screen = fieldScreen({ kind: 'text' });
  screen.windows.input.text('hello');
  assert.equal(screen.get('field').text, 'hello');
});

test('text without a focused field goes nowhere', () => {
  const screen = new TestScreen();
  screen.open(() => EditText({ id: 'field' }));
  screen.windows.input.text('hello');
  assert.equal(screen.get('field').text, '');
});

test('a number field takes digits only', () => {
  const screen = fieldScreen({ kind: 'number' });
  screen.windows.input.text('a1-2 3');
  assert.equal(screen.get('field').text, '123');
});

test('a phone field takes what can be dialled', () => {
  const screen = fieldScreen({ kind: 'phone' });
  screen.windows.input.text('+1 (201) x555');
  assert.equal(screen.get('field').text, '+1 (201) 555');
});

test('a field takes no more than its longest text', () => {
  const screen = fieldScreen({ kind: 'number', maxLength: 4 });
  screen.windows.input.text('123456');
  assert.equal(screen.get('field').text, '1234');
});

test('set text obeys the filter and the longest text, too', () => {
  const screen = fieldScreen({ kind: 'number', maxLength: 3 });
  screen.windows.automation.perform(screen.get('field'), { kind: 'setText', text: 'a12345' });
  assert.equal(screen.get('field').text, '123');
});

test('each typed character is told to the app', () => {
  const told: string[] = [];
  const screen = fieldScreen({ kind: 'text' }, { onTextChange: (text) => told.push(text) });
  screen.windows.input.text('abc');
  assert.deepEqual(told, ['a', 'ab', 'abc']);
});

test('what is typed after the screen changed goes nowhere', () => {
  const screen = new TestScreen();
  let code = '';
  const window = screen.open(() =>
    code.length < 2
      ? EditText({
          id: 'field',
          text: code,
          onTextChange: (text) => {
            code = text;
            window.invalidate();
          },
        })
      : null,
  );
  screen.tap(screen.get('field'));
  screen.windows.input.text('1234');
  assert.equal(code, '12');
});

test('key codes type by the key character map', () => {
  const screen = fieldScreen({ kind: 'text' });
  screen.windows.input.keyEvent(KEYCODE_1);
  screen.windows.input.keyEvent(KEYCODE_A);
  screen.windows.input.keyEvent(KEYCODE_A, { metaState: META_SHIFT_ON });
  screen.windows.input.keyEvent(KEYCODE_1, { metaState: META_SHIFT_ON });
  assert.equal(screen.get('field').text, '1aA!');
});

test('delete takes the character before the caret', () => {
  const screen = fieldScreen({ kind: 'text' });
  screen.windows.input.text('abc');
  screen.windows.input.keyEvent(KEYCODE_DPAD_LEFT);
  screen.windows.input.keyEvent(KEYCODE_DEL);
  assert.equal(screen.get('field').text, 'ac');
});

test('text is typed at the caret', () => {
  const screen = fieldScreen({ kind: 'text' });
  screen.windows.input.text('bc');
  screen.windows.input.keyEvent(KEYCODE_MOVE_HOME);
  screen.windows.input.text('a');
  assert.equal(screen.get('field').text, 'abc');
});

test('text is typed over the selection', () => {
  const screen = fieldScreen({ kind: 'text' });
  screen.windows.input.text('abcd');
  screen.windows.automation.perform(screen.get('field'), {
    kind: 'setSelection',
    start: 1,
    end: 3,
  });
  screen.windows.input.text('X');
  assert.equal(screen.get('field').text, 'aXd');
});

test('enter is the editor action', () => {
  let actions = 0;
  const screen = fieldScreen({ kind: 'text' }, { onEditorAction: () => (actions += 1) });
  screen.windows.input.keyEvent(KEYCODE_ENTER);
  assert.equal(actions, 1);
});

test('tab moves the focus to the next field', () => {
  const screen = new TestScreen();
  screen.open(() =>
    LinearLayout({ children: [EditText({ id: 'first' }), EditText({ id: 'second' })] }),
  );
  screen.tap(screen.get('first'));
  screen.windows.input.keyEvent(KEYCODE_TAB);
  assert.equal(screen.get('second').focused, true);
});

test('an empty field reports its hint as its text', () => {
  const screen = fieldScreen({ kind: 'text' }, { hint: 'Enter code' });
  assert.equal(screen.get('field').text, 'Enter code');
});

test('a password is reported as dots', () => {
  const screen = fieldScreen({ kind: 'password' });
  screen.windows.input.text('secret');
  assert.equal(screen.get('field').text, '••••••');
  assert.equal(screen.get('field').password, true);
});

test('a field with an accessibility text reports that instead of its own', () => {
  const screen = fieldScreen({ kind: 'number' }, { accessibilityText: '' });
  screen.windows.input.text('123');
  assert.equal(screen.get('field').text, '');
});

test('a disabled field takes no text', () => {
  const screen = new TestScreen();
  screen.open(() => EditText({ id: 'field', enabled: false }));
  const field = screen.get('field');
  const set = screen.windows.automation.perform(field, { kind: 'setText', text: 'x' });
  assert.equal(set, false);
});

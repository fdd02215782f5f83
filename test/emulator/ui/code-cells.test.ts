import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodeCells } from '../../../emulator/ui/components/fields.tsx';
import { pixel } from './pixels.ts';
import { TestScreen } from './screen-fixture.ts';

const KEYCODE_DEL = 67;
const KEYCODE_MOVE_HOME = 122;

/** Cells for six digits; `code()` is what the app was told last. */
function cells() {
  const screen = new TestScreen();
  let code = '';
  const window = screen.open(() =>
    CodeCells({
      id: 'code',
      length: 6,
      text: code,
      onTextChange: (text) => {
        code = text;
        window.invalidate();
      },
    }),
  );
  const set = (text: string) =>
    screen.windows.automation.perform(screen.get('code'), { kind: 'setText', text });
  return { screen, set, code: () => code };
}

test('the cell that is next keeps its frame when the code was wrong', async () => {
  const screen = new TestScreen();
  screen.open(() =>
    CodeCells({ id: 'code', length: 6, text: '', error: true, onTextChange: () => undefined }),
  );
  const { left, top, bottom } = screen.get('code').bounds;
  const [red = 0, , blue = 0] = await pixel(
    await screen.windows.screenshot(),
    left + 1,
    (top + bottom) / 2,
  );
  assert.ok(blue > red, `red ${red}, blue ${blue}`);
});

test('text that is set is added to the digits there are', () => {
  const { set, code } = cells();
  set('123');
  set('456');
  assert.equal(code(), '123456');
});

test('what is no digit is passed over', () => {
  const { set, code } = cells();
  set('1-2 3');
  assert.equal(code(), '123');
});

test('setting an empty text takes nothing away', () => {
  const { set, code } = cells();
  set('123');
  set('');
  assert.equal(code(), '123');
});

test('a tap on the first cell does not move to it', () => {
  const { screen, set, code } = cells();
  set('123');
  const { left, top, bottom } = screen.get('code').bounds;
  screen.windows.input.tap(left + 4, (top + bottom) / 2);
  screen.windows.input.text('4');
  assert.equal(code(), '1234');
});

test('keys that move a caret move none', () => {
  const { screen, set, code } = cells();
  set('123');
  screen.windows.input.keyEvent(KEYCODE_MOVE_HOME);
  screen.windows.input.keyEvent(KEYCODE_DEL);
  assert.equal(code(), '12');
});

test('accessibility is not told how many digits there are', () => {
  const { screen, set } = cells();
  set('123');
  screen.tap(screen.get('code'));
  assert.deepEqual(screen.get('code').textSelection, { start: 0, end: 0 });
});

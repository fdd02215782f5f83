import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Button, LinearLayout, TextView, View } from '../../../emulator/ui/widgets.tsx';
import { TestScreen } from './screen-fixture.ts';

function clickScreen() {
  const screen = new TestScreen();
  const clicks: string[] = [];
  screen.open(() =>
    LinearLayout({
      id: 'row',
      onClick: () => clicks.push('row'),
      children: [
        TextView({ id: 'label', text: 'Label' }),
        Button({ id: 'button', text: 'OK', onClick: () => clicks.push('button') }),
        Button({
          id: 'disabled',
          text: 'No',
          enabled: false,
          onClick: () => clicks.push('disabled'),
        }),
      ],
    }),
  );
  return { screen, clicks };
}

test('a tap clicks the view under it', () => {
  const { screen, clicks } = clickScreen();
  screen.tap(screen.get('button'));
  assert.deepEqual(clicks, ['button']);
});

test('a tap on a view that is not clickable clicks the nearest parent that is', () => {
  const { screen, clicks } = clickScreen();
  screen.tap(screen.get('label'));
  assert.deepEqual(clicks, ['row']);
});

test('a disabled view swallows taps', () => {
  const { screen, clicks } = clickScreen();
  screen.tap(screen.get('disabled'));
  assert.deepEqual(clicks, []);
});

test('the view drawn last gets the tap', () => {
  const screen = new TestScreen();
  const clicks: string[] = [];
  const full = { position: 'absolute', top: 0, left: 0, right: 0, height: 100 } as const;
  screen.open(() =>
    LinearLayout({
      style: { height: 200 },
      children: [
        View({ id: 'below', style: full, onClick: () => clicks.push('below') }),
        View({ id: 'above', style: full, onClick: () => clicks.push('above') }),
      ],
    }),
  );
  screen.tap(screen.get('below'));
  assert.deepEqual(clicks, ['above']);
});

test('a finger that leaves its place does not click', () => {
  const { screen, clicks } = clickScreen();
  const { left, top } = screen.get('button').bounds;
  const { automation } = screen.windows;
  automation.injectTouch({ action: 'down', x: left + 50, y: top + 10 });
  automation.injectTouch({ action: 'move', x: left + 90, y: top + 10 });
  automation.injectTouch({ action: 'up', x: left + 90, y: top + 10 });
  assert.deepEqual(clicks, []);
});

test('a finger that trembles still clicks', () => {
  const { screen, clicks } = clickScreen();
  const { left, top } = screen.get('button').bounds;
  const { automation } = screen.windows;
  automation.injectTouch({ action: 'down', x: left + 50, y: top + 10 });
  automation.injectTouch({ action: 'move', x: left + 55, y: top + 13 });
  automation.injectTouch({ action: 'up', x: left + 55, y: top + 13 });
  assert.deepEqual(clicks, ['button']);
});

test('a cancelled touch does not click', () => {
  const { screen, clicks } = clickScreen();
  const { left, top } = screen.get('button').bounds;
  screen.windows.automation.injectTouch({ action: 'down', x: left + 50, y: top + 10 });
  screen.windows.automation.injectTouch({ action: 'cancel', x: left + 50, y: top + 10 });
  assert.deepEqual(clicks, []);
});

test('a view that was held clicks when the finger lifts', () => {
  const screen = new TestScreen();
  const heard: string[] = [];
  screen.open(() =>
    Button({
      id: 'button',
      text: 'Hold',
      onClick: () => heard.push('click'),
    }),
  );
  const { left, top } = screen.get('button').bounds;
  screen.windows.automation.injectTouch({ action: 'down', x: left + 50, y: top + 10 });
  screen.clock.advance(600);
  screen.windows.automation.injectTouch({ action: 'up', x: left + 50, y: top + 10 });
  assert.deepEqual(heard, ['click']);
});

test('a tap on a link in a text follows that link', () => {
  const screen = new TestScreen();
  const followed: string[] = [];
  screen.open(() =>
    TextView({
      id: 'text',
      spans: [
        { text: 'I agree to the ' },
        { text: 'User Agreement', onClick: () => followed.push('agreement') },
        { text: ' and the ' },
        { text: 'Privacy Policy', onClick: () => followed.push('privacy') },
      ],
      style: { alignSelf: 'start', textSize: 12 },
    }),
  );
  const { right, top, bottom } = screen.get('text').bounds;
  screen.windows.input.tap(right - 20, (top + bottom) / 2);
  assert.deepEqual(followed, ['privacy']);
});

test('a tap on the plain part of a text follows no link', () => {
  const screen = new TestScreen();
  screen.open(() =>
    TextView({
      id: 'text',
      spans: [{ text: 'Read the ' }, { text: 'Policy', onClick: () => assert.fail('followed') }],
      style: { alignSelf: 'start' },
    }),
  );
  const { left, top, bottom } = screen.get('text').bounds;
  screen.windows.input.tap(left + 10, (top + bottom) / 2);
});

test('a tap places the caret', () => {
  const screen = new TestScreen();
  const { windows } = screen;
  screen.open(() =>
    TextView({ id: 'field', text: 'abcdef', input: { kind: 'text' }, style: { textSize: 20 } }),
  );
  const { left, top, bottom } = screen.get('field').bounds;
  windows.input.tap(left + 1, (top + bottom) / 2);
  assert.deepEqual(screen.get('field').textSelection, { start: 0, end: 0 });
});

test('a swipe from the side is back', () => {
  const screen = new TestScreen();
  const window = screen.open(() => View({ style: { grow: 1 } }));
  const { automation } = screen.windows;
  automation.injectTouch({ action: 'down', x: 2, y: 800 });
  automation.injectTouch({ action: 'move', x: 200, y: 810 });
  automation.injectTouch({ action: 'up', x: 200, y: 810 });
  assert.deepEqual(window.backs, ['key']);
});

test('a swipe up from the pill goes home', () => {
  const screen = new TestScreen();
  let wentHome = false;
  screen.windows.setSystemKeys({
    back: () => undefined,
    home: () => (wentHome = true),
    other: () => undefined,
  });
  screen.open(() => View({ style: { grow: 1 } }));
  const { automation } = screen.windows;
  automation.injectTouch({ action: 'down', x: 360, y: 1590 });
  automation.injectTouch({ action: 'move', x: 360, y: 1200 });
  automation.injectTouch({ action: 'up', x: 360, y: 1200 });
  assert.equal(wentHome, true);
});

test('a click action on a disabled view is refused', () => {
  const { screen } = clickScreen();
  const done = screen.windows.automation.perform(screen.get('disabled'), { kind: 'click' });
  assert.equal(done, false);
});

test('a view that takes touches is told of all of them, by its own corner', () => {
  const screen = new TestScreen();
  const touches: string[] = [];
  screen.open(() =>
    LinearLayout({
      scrollable: true,
      onClick: () => touches.push('clicked'),
      children: View({
        id: 'taker',
        onTouch: ({ action, x, y, height }) => touches.push(`${action} ${x},${y} of ${height}`),
        style: { height: 200 },
      }),
    }),
  );
  const { left, top } = screen.get('taker').bounds;
  const { automation } = screen.windows;
  automation.injectTouch({ action: 'down', x: left + 20, y: top + 40 });
  automation.injectTouch({ action: 'move', x: left + 20, y: top + 400 });
  automation.injectTouch({ action: 'up', x: left + 20, y: top + 400 });
  assert.deepEqual(touches, ['down 10,20 of 200', 'move 10,200 of 200', 'up 10,200 of 200']);
});

test('a view that takes touches is told that one was cancelled', () => {
  const screen = new TestScreen();
  const touches: string[] = [];
  screen.open(() =>
    View({ id: 'taker', onTouch: ({ action }) => touches.push(action), style: { height: 200 } }),
  );
  const { left, top } = screen.get('taker').bounds;
  for (const action of ['down', 'cancel'] as const) {
    screen.windows.automation.injectTouch({ action, x: left + 40, y: top + 5 });
  }
  assert.deepEqual(touches, ['down', 'cancel']);
});

test("the edge of the screen stays the system's", () => {
  const screen = new TestScreen();
  const touches: string[] = [];
  screen.open(() =>
    View({ id: 'taker', onTouch: ({ action }) => touches.push(action), style: { height: 200 } }),
  );
  const { right, top } = screen.get('taker').bounds;
  screen.windows.automation.injectTouch({ action: 'down', x: right - 2, y: top + 5 });
  assert.deepEqual(touches, []);
});

test('a disabled view takes no touches', () => {
  const screen = new TestScreen();
  const touches: string[] = [];
  screen.open(() =>
    View({
      id: 'taker',
      enabled: false,
      onTouch: ({ action }) => touches.push(action),
      style: { height: 200 },
    }),
  );
  screen.tap(screen.get('taker'));
  assert.deepEqual(touches, []);
});

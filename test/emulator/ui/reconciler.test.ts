import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsx } from '../../../emulator/ui/jsx-runtime.ts';
import { EditText, LinearLayout, TextView } from '../../../emulator/ui/widgets.tsx';
import { TestScreen } from './screen-fixture.ts';

test('a view keeps its identity when its text changes', () => {
  const screen = new TestScreen();
  let text = 'one';
  const window = screen.open(() => TextView({ id: 'label', text }));
  const before = screen.get('label');
  text = 'two';
  window.invalidate();
  assert.equal(screen.get('label').viewId, before.viewId);
  assert.equal(before.text, 'two');
});

test('a keyed view keeps its identity when it moves', () => {
  const screen = new TestScreen();
  let order = ['a', 'b'];
  const window = screen.open(() =>
    LinearLayout({ children: order.map((key) => jsx(TextView, { id: key, text: key }, key)) }),
  );
  const before = screen.get('a').viewId;
  order = ['b', 'a'];
  window.invalidate();
  assert.equal(screen.get('a').viewId, before);
});

test('a sibling that is left out does not change the identity of those after it', () => {
  const screen = new TestScreen();
  let shown = true;
  const window = screen.open(() =>
    LinearLayout({
      children: [shown && TextView({ id: 'first' }), TextView({ id: 'second' })],
    }),
  );
  const before = screen.get('second').viewId;
  shown = false;
  window.invalidate();
  assert.equal(screen.get('second').viewId, before);
});

test('another component at the same place makes a new view', () => {
  const screen = new TestScreen();
  const One = () => TextView({ id: 'text' });
  const Two = () => TextView({ id: 'text' });
  let component = One;
  const window = screen.open(() => jsx(component, {}));
  const before = screen.get('text');
  component = Two;
  window.invalidate();
  assert.notEqual(screen.get('text').viewId, before.viewId);
});

test('a view that is no longer rendered is stale', () => {
  const screen = new TestScreen();
  let shown = true;
  const window = screen.open(() =>
    LinearLayout({ children: shown ? LinearLayout({ children: TextView({ id: 'x' }) }) : null }),
  );
  const node = screen.get('x');
  shown = false;
  window.invalidate();
  assert.equal(node.attached, false);
});

test('an action on a stale view is refused', () => {
  const screen = new TestScreen();
  const window = screen.open(() => TextView({ id: 'x', onClick: () => assert.fail('clicked') }));
  const node = screen.get('x');
  window.remove();
  assert.equal(screen.windows.automation.perform(node, { kind: 'click' }), false);
});

test('a view of a hidden window is stale until the window shows again', () => {
  const screen = new TestScreen();
  const window = screen.open(() => TextView({ id: 'x' }));
  const node = screen.get('x');
  window.setShown(false);
  assert.equal(node.attached, false);
  window.setShown(true);
  assert.equal(node.attached, true);
});

test('what was typed into a field without a text of its own survives a render', () => {
  const screen = new TestScreen();
  const window = screen.open(() => EditText({ id: 'field' }));
  screen.tap(screen.get('field'));
  screen.windows.input.text('abc');
  window.invalidate();
  assert.equal(screen.get('field').text, 'abc');
});

test('a field with a text shows that text after a render', () => {
  const screen = new TestScreen();
  let text = '123456';
  const window = screen.open(() => EditText({ id: 'field', text }));
  assert.equal(screen.get('field').text, '123456');
  text = '';
  window.invalidate();
  assert.equal(screen.get('field').text, '');
});

test('the focus survives a render', () => {
  const screen = new TestScreen();
  const window = screen.open(() => EditText({ id: 'field' }));
  screen.tap(screen.get('field'));
  window.invalidate();
  assert.equal(screen.get('field').focused, true);
});

test('an unimportant view is left out and its children stand in for it', () => {
  const screen = new TestScreen();
  screen.open(() =>
    LinearLayout({
      id: 'outer',
      children: LinearLayout({ important: false, children: TextView({ id: 'inner' }) }),
    }),
  );
  assert.equal(screen.get('inner').parent, screen.get('outer'));
  assert.deepEqual(screen.get('outer').children, [screen.get('inner')]);
});

test('a screen that invalidates itself at each render is reported', () => {
  const screen = new TestScreen();
  const window = screen.open(() => {
    window.invalidate();
    return null;
  });
  assert.throws(() => screen.windows.automation.windows(), /invalidates itself/);
});

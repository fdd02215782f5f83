import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsx } from '../../../emulator/ui/jsx-runtime.ts';
import { RecyclerView, ScrollView, TextView } from '../../../emulator/ui/widgets.tsx';
import { TestScreen } from './screen-fixture.ts';

const ROW_HEIGHT_PX = 120;
const ROW_STYLE = { height: 60 };

const rows = (onClick?: () => void) =>
  Array.from({ length: 30 }, (_, index) =>
    jsx(
      TextView,
      { id: `row-${index}`, text: `Row ${index}`, style: ROW_STYLE, ...(onClick && { onClick }) },
      index,
    ),
  );

function listScreen(onClick?: () => void) {
  const screen = new TestScreen();
  screen.open(() => RecyclerView({ id: 'list', children: rows(onClick) }));
  return screen;
}

test('a list reports only the rows in view', () => {
  const screen = listScreen();
  assert.ok(screen.find('row-0'));
  assert.equal(screen.find('row-20'), undefined);
});

test('a drag scrolls by as far as the finger went past the slop', () => {
  const screen = listScreen();
  const before = screen.get('row-5').bounds.top;
  screen.dragUp(360, 1000, 240);
  assert.equal(before - screen.get('row-5').bounds.top, 240);
});

test('a row that was scrolled out is stale', () => {
  const screen = listScreen();
  const first = screen.get('row-0');
  screen.dragUp(360, 1000, 400);
  assert.equal(first.attached, false);
});

test('a drag over rows clicks none of them', () => {
  const screen = listScreen(() => assert.fail('clicked'));
  screen.dragUp(360, 1000, 240);
});

test('a list does not scroll past its end', () => {
  const screen = listScreen();
  for (let drag = 0; drag < 6; drag += 1) screen.dragUp(360, 1300, 1000);
  assert.equal(screen.get('row-29').bounds.bottom, screen.get('list').bounds.bottom);
});

test('a flung list glides on and comes to rest', async () => {
  const screen = listScreen();
  const { automation } = screen.windows;
  automation.injectTouch({ action: 'down', x: 360, y: 1000 });
  for (let step = 1; step <= 5; step += 1) {
    screen.clock.advance(10);
    automation.injectTouch({ action: 'move', x: 360, y: 1000 - step * 40 });
  }
  const released = screen.get('list').children[0];
  automation.injectTouch({ action: 'up', x: 360, y: 800 });
  screen.clock.advance(5000);
  assert.notEqual(screen.get('list').children[0], released);
  const rest = screen.get('list').children.map((row) => row.bounds.top);
  screen.clock.advance(1000);
  assert.deepEqual(
    screen.get('list').children.map((row) => row.bounds.top),
    rest,
  );
});

test('scroll actions turn pages', () => {
  const screen = listScreen();
  const { automation } = screen.windows;
  const list = screen.get('list');
  assert.equal(automation.perform(list, { kind: 'scrollForward' }), true);
  assert.equal(screen.find('row-0'), undefined);
  assert.equal(automation.perform(list, { kind: 'scrollBackward' }), true);
  assert.ok(screen.find('row-0'));
});

test('a scroll action at the end is refused', () => {
  const screen = listScreen();
  const done = screen.windows.automation.perform(screen.get('list'), { kind: 'scrollBackward' });
  assert.equal(done, false);
});

test('the scroll position survives a render', () => {
  const screen = new TestScreen();
  const window = screen.open(() => RecyclerView({ id: 'list', children: rows() }));
  screen.dragUp(360, 1000, 400);
  const before = screen.get('row-6').bounds.top;
  window.invalidate();
  assert.equal(screen.get('row-6').bounds.top, before);
});

test('a list that fits is not scrollable', () => {
  const screen = new TestScreen();
  screen.open(() => RecyclerView({ id: 'list', children: rows().slice(0, 3) }));
  assert.equal(screen.get('list').scrollable, false);
});

test('a scroll view keeps what is out of sight in the tree, invisible', () => {
  const screen = new TestScreen();
  screen.open(() => ScrollView({ children: rows() }));
  assert.equal(screen.get('row-20').visible, false);
});

test('a row half in view is clipped to the list', () => {
  const screen = listScreen();
  screen.dragUp(360, 1000, 60);
  const { top, bottom } = screen.get('row-0').bounds;
  assert.equal(top, screen.get('list').bounds.top);
  assert.equal(bottom - top, ROW_HEIGHT_PX - 60);
});

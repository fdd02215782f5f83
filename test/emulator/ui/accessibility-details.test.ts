import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScrollEvent } from '../../../emulator/android/accessibility.ts';
import {
  Button,
  EditText,
  RecyclerView,
  ScrollView,
  TextView,
  View,
} from '../../../emulator/ui/widgets.tsx';
import { TestScreen } from './screen-fixture.ts';

const ROWS = Array.from({ length: 30 }, (_, index) =>
  TextView({ id: `a:id/row${index}`, text: `row ${index}`, style: { height: 80 } }),
);

function scrolled(screen: TestScreen): ScrollEvent[] {
  const events: ScrollEvent[] = [];
  screen.windows.automation.onScrolled((event) => events.push(event));
  screen.dragUp(360, 1200, 200);
  return events;
}

test('a list is a collection, and its rows know their places', () => {
  const screen = new TestScreen();
  screen.open(() => RecyclerView({ id: 'a:id/list', children: ROWS }));
  const { collection } = screen.get('a:id/list').details;
  assert.deepEqual(collection, { rowCount: 30, columnCount: 1 });
  const { collectionItem } = screen.get('a:id/row2').details;
  assert.deepEqual(collectionItem, { rowIndex: 2, columnIndex: 0 });
});

test('a view that is no list is no collection', () => {
  const screen = new TestScreen();
  screen.open(() => ScrollView({ id: 'a:id/scroll', children: ROWS }));
  assert.equal(screen.get('a:id/scroll').details.collection, null);
});

test('a text tells its size in pixels', () => {
  const screen = new TestScreen();
  screen.open(() => TextView({ id: 'a:id/text', text: 'x', style: { textSize: 15 } }));
  assert.equal(screen.get('a:id/text').details.textSizePx, 30);
});

test('a view offers what can be done with it', () => {
  const screen = new TestScreen();
  screen.open(() =>
    View({
      children: [
        Button({ id: 'a:id/button', text: 'OK', onClick: () => undefined }),
        EditText({ id: 'a:id/field' }),
      ],
    }),
  );
  assert.ok(screen.get('a:id/button').details.actions.includes('ACTION_CLICK'));
  assert.ok(!screen.get('a:id/button').details.actions.includes('ACTION_SET_TEXT'));
  assert.ok(screen.get('a:id/field').details.actions.includes('ACTION_SET_TEXT'));
});

test('a scrolling view tells its pixels', () => {
  const screen = new TestScreen();
  screen.open(() => ScrollView({ children: ROWS }));
  const event = scrolled(screen).at(-1);
  assert.ok(event && event.scrollY > 0 && event.maxScrollY > event.scrollY);
  assert.deepEqual([event.fromIndex, event.itemCount], [-1, -1]);
});

test('a list tells its rows in sight', () => {
  const screen = new TestScreen();
  screen.open(() => RecyclerView({ children: ROWS }));
  const event = scrolled(screen).at(-1);
  assert.ok(event && event.fromIndex > 0 && event.toIndex > event.fromIndex);
  assert.deepEqual([event.maxScrollY, event.itemCount], [-1, 30]);
});

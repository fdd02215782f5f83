import assert from 'node:assert/strict';
import { test } from 'node:test';
import { View } from '../../../emulator/ui/widgets.tsx';
import { TestScreen } from './screen-fixture.ts';

function toastScreen() {
  const screen = new TestScreen();
  screen.open(() => View({ style: { grow: 1 } }));
  const heard: string[] = [];
  screen.windows.automation.onToast(({ text }) => heard.push(text));
  return { screen, heard };
}

test('a toast is told once, with its package and time', () => {
  const screen = new TestScreen();
  const heard: unknown[] = [];
  screen.windows.automation.onToast((event) => heard.push(event));
  screen.windows.showToast('app.test', 'Code expired');
  assert.deepEqual(heard, [
    { packageName: 'app.test', text: 'Code expired', atMs: screen.clock.now() },
  ]);
});

test('a second toast waits for the first to go', () => {
  const { screen, heard } = toastScreen();
  screen.windows.showToast('app.test', 'first');
  screen.windows.showToast('app.test', 'second');
  screen.clock.advance(1999);
  assert.deepEqual(heard, ['first']);
  screen.clock.advance(1);
  assert.deepEqual(heard, ['first', 'second']);
});

test('a toast is painted while it shows, and only then', async () => {
  const { screen } = toastScreen();
  const plain = await screen.windows.screenshot();
  screen.windows.showToast('app.test', 'Hello');
  screen.clock.advance(1000);
  assert.notDeepEqual(await screen.windows.screenshot(), plain);
  screen.clock.advance(1000);
  assert.deepEqual(await screen.windows.screenshot(), plain);
});

test('a toast lets touches through', () => {
  const screen = new TestScreen();
  let clicks = 0;
  screen.open(() => View({ style: { grow: 1 }, onClick: () => (clicks += 1) }));
  screen.windows.showToast('app.test', 'Hello');
  screen.windows.input.tap(360, 1420);
  assert.equal(clicks, 1);
});

test('a stopped screen shows no further toast', () => {
  const { screen, heard } = toastScreen();
  screen.windows.showToast('app.test', 'first');
  screen.windows.showToast('app.test', 'second');
  screen.windows.stop();
  screen.clock.advance(60_000);
  assert.deepEqual(heard, ['first']);
});

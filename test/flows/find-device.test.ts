import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp } from './sign-up-under-test.ts';

test('a sign-up leaves Find device off, and sync as it is', async () => {
  const cloudSwitches = { sync: true, findDevice: true };
  await setUp({ cloudSwitches }).run();
  assert.deepEqual(cloudSwitches, { sync: true, findDevice: false });
});

test('Find device that is off already is not switched on', async () => {
  const cloudSwitches = { sync: true, findDevice: false };
  await setUp({ cloudSwitches }).run();
  assert.equal(cloudSwitches.findDevice, false);
});

test('who gives a password may have Find device', async () => {
  const cloudSwitches = { sync: true, findDevice: true };
  await setUp({ cloudSwitches }, { MI_ACCOUNT_PASSWORD: 'secret' }).run();
  assert.equal(cloudSwitches.findDevice, true);
});

test('Find device that stays on is told, and ends nothing', async () => {
  const cloudSwitches = Object.defineProperty({ sync: true, findDevice: true }, 'findDevice', {
    set: () => undefined,
    get: () => true,
  });
  const { events, run } = setUp({ cloudSwitches });
  await run();
  const notes = events.flatMap((event) => (event.type === 'note' ? [event.text] : []));
  assert.match(notes.join('\n'), /keeps Find device on/);
});

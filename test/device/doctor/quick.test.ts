import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertReady,
  PhoneNotReadyError,
  quickCheck,
  type Readiness,
} from '../../../device/doctor/quick.ts';
import { AskedPhone, contextOf } from './asked-phone.ts';

const ASLEEP = { power: '  mWakefulness=Asleep\n' };
const SWIPE = {
  windowPolicy: '    KeyguardServiceDelegate\n      showing=true\n      secure=false\n',
};
const PIN = {
  windowPolicy: '    KeyguardServiceDelegate\n      showing=true\n      secure=true\n',
};

function refusal(readiness: Readiness): string {
  let message = '';
  assert.throws(
    () => assertReady(readiness),
    (error: unknown) => {
      assert.ok(error instanceof PhoneNotReadyError);
      message = error.message;
      return true;
    },
  );
  return message;
}

test('a phone on which only the optional fails is ready', async () => {
  const adb = new AskedPhone({ battery: '  USB powered: false\n  level: 3\n' });
  const readiness = await quickCheck(adb, contextOf());
  assert.equal(readiness.ready, true);
  assertReady(readiness);
});

test('the first thing that is missing refuses a run, with what to do', async () => {
  const adb = new AskedPhone({ ...PIN, accounts: '' });
  const message = refusal(await quickCheck(adb, contextOf()));
  assert.match(
    message,
    /^The phone is not ready: lock screen: locked, with a PIN or pattern\. \S/m,
  );
  assert.match(message, /phone: emulator-5554/);
  assert.match(message, /Unlock it, and take the lock away: Settings → /);
  assert.match(message, /docs\/troubleshooting\.md#unlocked/);
});

test('a phone that sleeps is woken where that is wanted', async () => {
  const adb = new AskedPhone(ASLEEP, (command) => {
    if (command !== 'input keyevent KEYCODE_WAKEUP') return undefined;
    adb.change({ power: '  mWakefulness=Awake\n' });
    return {};
  });
  const before = await quickCheck(adb, contextOf());
  const woken = await quickCheck(adb, contextOf(), {}, { wake: true });
  const stateOf = ({ ready, results }: Readiness) => [
    ready,
    results.find(({ id }) => id === 'awake')?.ok,
  ];
  // It is ready before, too: a run wakes it.
  assert.deepEqual([before, woken].map(stateOf), [
    [true, false],
    [true, true],
  ]);
});

test('a phone that cannot be woken is not ready', async () => {
  const readiness = await quickCheck(new AskedPhone(ASLEEP), contextOf(), {}, { wake: true });
  assert.equal(readiness.missing?.id, 'awake');
});

test('a phone that is refused anyway is not woken', async () => {
  const adb = new AskedPhone({ ...ASLEEP, ...PIN });
  const readiness = await quickCheck(adb, contextOf(), {}, { wake: true });
  assert.equal(readiness.missing?.id, 'unlocked');
  assert.ok(!adb.commands.includes('input keyevent KEYCODE_WAKEUP'));
});

test('a lock screen that wants a PIN is left to a person', async () => {
  const adb = new AskedPhone(PIN);
  const readiness = await quickCheck(adb, contextOf(), {}, { wake: true });
  assert.equal(readiness.missing?.id, 'unlocked');
  assert.ok(!adb.commands.includes('wm dismiss-keyguard'));
});

test('a lock screen that wants a swipe is dismissed', async () => {
  const adb = new AskedPhone(SWIPE, (command) => {
    if (command !== 'wm dismiss-keyguard') return undefined;
    adb.change({ windowPolicy: SWIPE.windowPolicy.replace('true', 'false') });
    return {};
  });
  const readiness = await quickCheck(adb, contextOf(), {}, { wake: true });
  assert.equal(readiness.ready, true);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  parseLockScreen,
  parseSettings,
  parseWakefulness,
} from '../../../device/doctor/checks/screen.ts';

test('whether the phone is awake stands in its dump of power', () => {
  const dump = (state: string) => `Power Manager State:\n  mDirty=0x0\n  mWakefulness=${state}\n`;
  assert.equal(parseWakefulness(dump('Awake')), 'Awake');
  assert.equal(parseWakefulness(dump('Dozing')), 'Dozing');
  assert.equal(parseWakefulness('  mWakefulnessChanging=false\n'), undefined);
});

/** As PhoneWindowManager and KeyguardServiceDelegate of Android 13 dump themselves, shortened. */
const delegate = (showing: boolean, secure: boolean) => `WINDOW MANAGER POLICY STATE
    mSafeMode=false mSystemReady=true mSystemBooted=true
    mShowingDream=false mDreamingLockscreen=false
    KeyguardServiceDelegate
      showing=${showing}
      inputRestricted=${showing}
      occluded=false
      secure=${secure}
      dreaming=false
      KeyguardStateMonitor
        mIsShowing=${showing}
`;

const LOCKS: [what: string, dump: string, lock: ReturnType<typeof parseLockScreen>][] = [
  ['a locked phone', delegate(true, true), { showing: true, secure: true }],
  ['a lock screen without a PIN', delegate(true, false), { showing: true, secure: false }],
  ['an unlocked phone with a PIN', delegate(false, true), { showing: false, secure: true }],
  ['a maker that tells less', '    isKeyguardShowing=true\n', { showing: true, secure: undefined }],
  [
    'an old system',
    ' mShowingLockscreen=false mShowingDream=false\n',
    { showing: false, secure: undefined },
  ],
  ['a dump without it', 'WINDOW MANAGER POLICY STATE\n', undefined],
];
for (const [what, dump, lock] of LOCKS) {
  test(`the lock screen of ${what} is read`, () => {
    assert.deepEqual(parseLockScreen(dump), lock);
  });
}

test('a list of settings has values with any sign in them', () => {
  const settings = parseSettings('low_power=0\nbluetooth_name=a=b\nempty=\n');
  assert.deepEqual(
    [...settings],
    [
      ['low_power', '0'],
      ['bluetooth_name', 'a=b'],
      ['empty', ''],
    ],
  );
});

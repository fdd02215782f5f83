import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { KEYGUARD_PIN } from '../../../emulator/android/keyguard.ts';
import { APKS, ShellPhone } from '../shell/phone.ts';

const SETTINGS = 'io.appium.settings';

let phone: ShellPhone;
beforeEach(() => (phone = new ShellPhone()));
afterEach(() => phone.stop());

const { log, texts, tap } = {
  log: () => phone.system.logcat.entries().map(({ message }) => message),
  texts: () => nodes().flatMap(({ text }) => text ?? []),
  tap(what: string): void {
    const found = nodes().find(
      ({ text, resourceId, contentDescription }) =>
        text === what || contentDescription === what || resourceId?.endsWith(`:id/${what}`),
    );
    assert.ok(found, `'${what}' is not on the screen: ${texts().join(', ')}`);
    const { left, top, right, bottom } = found.bounds;
    phone.system.windows.input.tap((left + right) / 2, (top + bottom) / 2);
  },
};

function nodes() {
  const root = phone.system.windows.automation.rootInActiveWindow();
  const walk = (node: NonNullable<typeof root>): NonNullable<typeof root>[] => [
    node,
    ...node.children.flatMap(walk),
  ];
  return root ? walk(root) : [];
}

/** What has been promised gets its turn. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

describe('Install via USB', () => {
  beforeEach(() => phone.system.gates.set('usb-install', 'ask'));

  /** Begins an installation whose dialog is on the screen. */
  async function asked() {
    const installing = phone.install(APKS.settings);
    while (!phone.system.usbInstalls.request) await setImmediate();
    return { installing };
  }

  test('a dialog that is left alone denies after ten seconds', async () => {
    const { installing } = await asked();
    phone.clock.advance(10_000);
    assert.match((await installing).stdout, /INSTALL_FAILED_USER_RESTRICTED/);
  });

  test('its Deny counts down', async () => {
    const { installing } = await asked();
    phone.clock.advance(3000);
    assert.ok(texts().includes('Deny (7)'));
    tap('Install');
    await installing;
  });

  test('a person who does not want to be asked again is not', async () => {
    const { installing } = await asked();
    tap('do_not_ask_checkbox');
    tap('Install');
    await installing;
    assert.equal(phone.system.gates.get('usb-install'), 'allow');
  });

  test('going back denies', async () => {
    const { installing } = await asked();
    await phone.run('input keyevent BACK');
    assert.match((await installing).stdout, /INSTALL_FAILED_USER_RESTRICTED/);
  });

  test('a session that is committed is asked about too', async () => {
    phone.system.gates.set('usb-install', 'deny');
    const created = await phone.stdout('pm install-create -r');
    const id = /\[(\d+)\]/.exec(created)?.[1];
    await phone.run(`pm install-write -S ${APKS.settings.length} ${id} base.apk -`, APKS.settings);
    assert.match(
      await phone.stdout(`pm install-commit ${id}`),
      /Failure \[INSTALL_FAILED_USER_RESTRICTED: Install canceled by user\]/,
    );
  });
});

describe('USB debugging (Security settings)', () => {
  beforeEach(async () => {
    phone.system.gates.set('adb-input', 'off');
    await phone.run('am start -a android.settings.APPLICATION_DEVELOPMENT_SETTINGS');
    tap('adb_input');
  });

  /** Reads the three warnings and accepts each. */
  function accept(): void {
    for (let page = 0; page < 3; page += 1) {
      phone.clock.advance(5000);
      tap('accept');
    }
  }

  test('three warnings of five seconds lead to it', () => {
    accept();
    assert.equal(phone.system.properties.get('persist.security.adbinput'), '1');
  });

  test('a warning cannot be accepted before its time', () => {
    phone.clock.advance(4000);
    tap('accept');
    assert.ok(texts().includes('Next (1)'));
  });

  test('without a network it stays off', () => {
    phone.system.connectivity.wifi = false;
    phone.system.connectivity.mobileData = false;
    accept();
    assert.equal(phone.system.gates.get('adb-input'), 'off');
  });

  test('whoever rejects leaves it off', () => {
    tap('reject');
    assert.equal(phone.system.gates.get('adb-input'), 'off');
  });
});

describe('lock screen', () => {
  beforeEach(() => phone.system.gates.set('lock-screen', 'oem'));

  test('wm dismiss-keyguard brings up the PIN pad, no more', async () => {
    await phone.run('wm dismiss-keyguard');
    assert.ok(texts().includes('Enter PIN'));
  });

  test('the PIN that a person touches unlocks', async () => {
    await phone.run('wm dismiss-keyguard');
    for (const digit of KEYGUARD_PIN) tap(digit);
    assert.match(await phone.stdout('dumpsys window'), /mIsShowing=false/);
  });

  test('a wrong PIN is told', async () => {
    await phone.run('wm dismiss-keyguard');
    for (const digit of '1111') tap(digit);
    assert.ok(texts().includes('Wrong PIN. Try again.'));
  });

  test('a screen that goes off locks the phone again', async () => {
    phone.system.keyguard.unlock(KEYGUARD_PIN);
    await phone.run('input keyevent POWER; input keyevent WAKEUP');
    assert.equal(phone.system.keyguard.showing, true);
  });

  test('locksettings wants the PIN', async () => {
    const { stdout, exitCode } = await phone.run('locksettings clear --old 1111');
    assert.deepEqual([stdout, exitCode], ["Old password '1111' didn't match\n", 255]);
  });

  test('dumpsys trust tells that the phone is locked', async () => {
    assert.match(await phone.stdout('dumpsys trust'), /deviceLocked=1/);
  });

  test('a lock screen that is only swiped goes by wm dismiss-keyguard', async () => {
    phone.system.gates.set('lock-screen', 'swipe');
    await phone.run('wm dismiss-keyguard');
    assert.equal(phone.system.keyguard.showing, false);
  });

  test('a swipe upwards by a finger takes it away', async () => {
    phone.system.gates.set('lock-screen', 'swipe');
    await phone.timePasses(phone.system.windows.input.swipe(360, 1200, 360, 400, 200));
    assert.equal(phone.system.keyguard.showing, false);
  });
});

describe('the ROM that kills helpers', () => {
  beforeEach(async () => {
    await phone.install(APKS.settings);
    await phone.run(`am start -n ${SETTINGS}/.Settings`);
  });

  const isRunning = () => phone.system.processes.find(SETTINGS) !== undefined;

  test('lets one live for its time', () => {
    phone.system.gates.set('kill-helpers', '30s');
    phone.clock.advance(29_999);
    assert.equal(isRunning(), true);
  });

  test('ends its process and its service after that', async () => {
    phone.system.gates.set('kill-helpers', '30s');
    phone.clock.advance(30_000);
    assert.equal(isRunning(), false);
    assert.doesNotMatch(await phone.stdout('dumpsys activity services'), /isForeground=true/);
  });

  test('counts from the start of the process, not of the gate', () => {
    phone.clock.advance(20_000);
    phone.system.gates.set('kill-helpers', '30s');
    phone.clock.advance(10_000);
    assert.equal(isRunning(), false);
  });

  test('leaves the helper alone that the gate does not name', () => {
    phone.system.gates.set('kill-helpers', 'server:0');
    phone.clock.advance(60_000);
    assert.equal(isRunning(), true);
  });

  test('stops when the gate is switched off', () => {
    phone.system.gates.set('kill-helpers', '30s');
    phone.system.gates.set('kill-helpers', 'off');
    phone.clock.advance(60_000);
    assert.equal(isRunning(), true);
  });
});

describe('USB debugging', () => {
  const KEY = `${Buffer.from('key').toString('base64')} user@host`;

  test('the dialog shows the fingerprint of the computer’s key', async () => {
    void phone.system.adbKeys.ask(KEY);
    await settled();
    assert.ok(
      texts().some((text) => text.includes('3C:6E:0B:8A:9C:15:22:4A:82:28:B9:A9:8C:A1:53:1D')),
    );
  });

  test('a computer that is let in once is asked about again', async () => {
    phone.system.gates.set('adb-auth', 'unauthorized');
    const answer = phone.system.adbKeys.ask(KEY);
    tap('Allow');
    assert.deepEqual([await answer, phone.system.gates.get('adb-auth')], [true, 'unauthorized']);
  });

  test('Cancel keeps it out', async () => {
    const answer = phone.system.adbKeys.ask(KEY);
    tap('Cancel');
    assert.equal(await answer, false);
  });
});

test('the security switch is the gate’s at every restart', async () => {
  phone.system.gates.set('secure', 'on');
  await phone.system.restart();
  assert.equal(phone.system.properties.get('debug.passport.secure'), '1');
});

for (const [commandLine, message] of [
  ['am start -a android.intent.action.CALL -d tel:110', /requires android\.permission\.CALL_PHONE/],
  [
    'content query --uri content://com.android.contacts/contacts',
    /requires android\.permission\.READ_CONTACTS/,
  ],
  [
    'content insert --uri content://settings/global --bind name:s:a --bind value:s:1',
    /WRITE_SECURE_SETTINGS/,
  ],
  ['content delete --uri content://settings/system --where "name=\'a\'"', /WRITE_SETTINGS/],
] as const) {
  test(`without the security switch ${commandLine} is refused`, async () => {
    phone.system.gates.set('adb-input', 'off');
    assert.match((await phone.run(commandLine)).stderr, message);
  });
}

test('without the security switch no SMS is sent', async () => {
  phone.system.gates.set('adb-input', 'off');
  assert.match(await phone.stdout('service call isms 5'), /^ {2}0x00000000: ffffffff /m);
});

test('a refusal is logged', async () => {
  phone.system.gates.set('adb-input', 'off');
  await phone.run('settings put system a 1');
  assert.ok(
    log().includes(
      'preCheckUidPermission: permission denied, perm=android.permission.WRITE_SETTINGS',
    ),
  );
});

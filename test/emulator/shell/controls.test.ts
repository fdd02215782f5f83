import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { redmiNote82021 } from '../../../emulator/profiles/redmi-note-8-2021.ts';
import { View } from '../../../emulator/ui/widgets.tsx';
import { APKS, ShellPhone } from './phone.ts';

describe('shell: controls', () => {
  const PNG_SIGNATURE = '89504e470d0a1a0a';

  let phone: ShellPhone;
  beforeEach(() => {
    phone = new ShellPhone();
  });
  afterEach(() => phone.stop());

  test('settings put, get and delete', async () => {
    assert.equal(
      await phone.stdout(
        'settings put global a 1; settings get global a; settings --user 0 delete global a; settings get global a',
      ),
      '1\nDeleted 1 rows\nnull\n',
    );
  });

  test('settings refuses an unknown table', async () => {
    const { stderr, exitCode } = await phone.run('settings get nope a');
    assert.deepEqual({ stderr, exitCode }, { stderr: "Invalid namespace 'nope'\n", exitCode: 255 });
  });

  test('setprop may not touch a read-only property', async () => {
    assert.match(
      (await phone.run('setprop ro.product.model x')).stderr,
      /^Failed to set property 'ro\.product\.model' to 'x'\./,
    );
  });

  test('svc switches the networks', async () => {
    await phone.run('svc wifi disable; svc data disable');
    assert.deepEqual(
      [phone.system.connectivity.wifi, phone.system.connectivity.mobileData],
      [false, false],
    );
  });

  test('cmd reaches services that have no command', async () => {
    await phone.run('cmd connectivity airplane-mode enable');
    assert.equal(await phone.stdout('cmd connectivity airplane-mode'), 'enabled\n');
  });

  test('cmd tells of an unknown service', async () => {
    const { stderr, exitCode } = await phone.run('cmd nope');
    assert.deepEqual(
      { stderr, exitCode },
      { stderr: "cmd: Can't find service: nope\n", exitCode: 20 },
    );
  });

  test('allowing a notification listener is written down', async () => {
    await phone.run('cmd notification allow_listener a/.B');
    assert.equal(
      await phone.stdout('settings get secure enabled_notification_listeners'),
      'a/.B\n',
    );
  });

  test('appops keeps a mode', async () => {
    await phone.run('appops set com.xiaomi.account android:mock_location allow');
    assert.equal(await phone.stdout('appops get com.xiaomi.account'), 'MOCK_LOCATION: allow\n');
  });

  test('input tap goes to the screen', async () => {
    const taps: unknown[] = [];
    phone.system.windows.input.tap = (x, y) => void taps.push([x, y]);
    await phone.run('input touchscreen tap 10 20');
    assert.deepEqual(taps, [[10, 20]]);
  });

  test('input text turns %s into a space', async () => {
    const texts = captureText();
    await phone.run('input text a%sb');
    assert.deepEqual(texts, ['a b']);
  });

  test('input text dies of what the key map has not', async () => {
    const texts = captureText();
    assert.match((await phone.run('input text é')).stderr, /NullPointerException/);
    assert.deepEqual(texts, []);
  });

  test('the Unicode keyboard types what the key map has not', async () => {
    await phone.install(APKS.settings);
    const texts = captureText();
    const keyboard = 'io.appium.settings/.UnicodeIME';
    await phone.run(`ime enable ${keyboard}; ime set ${keyboard}; input text 'a&AOk-'`);
    assert.deepEqual(texts, ['aé']);
  });

  for (const [commandLine, message] of [
    ['settings put global a 1', /must have one of: \[android\.permission\.WRITE_SECURE_SETTINGS\]/],
    [
      'pm grant com.xiaomi.account android.permission.X',
      /Neither user 2000 nor current process has/,
    ],
    [
      'svc power stayon usb',
      /SecurityException: Neither user 2000 .* has android\.permission\.WRITE_SETTINGS/,
    ],
    ['pm clear com.xiaomi.account', /does not have permission android\.permission\.CLEAR_APP_USER/],
  ] as const) {
    test(`without Xiaomi’s security switch ${commandLine} is refused`, async () => {
      phone.system.gates.set('adb-input', 'off');
      assert.match((await phone.run(commandLine)).stderr, message);
    });
  }

  test('without Xiaomi’s security switch input is refused', async () => {
    phone.system.gates.set('adb-input', 'off');
    const { stderr, exitCode } = await phone.run('input tap 1 1');
    assert.match(stderr, /SecurityException: Injecting input events requires the caller/);
    assert.equal(exitCode, 255);
  });

  for (const duration of ['abc', '1e3', '2147483648']) {
    test(`input refuses the duration ${duration}, as Java does`, async () => {
      const { stderr, exitCode } = await phone.run(`input swipe 0 0 5 5 ${duration}`);
      assert.match(
        stderr,
        RegExp(`'swipe':\njava.lang.NumberFormatException: For input string: "${duration}"\n`),
      );
      assert.equal(exitCode, 255);
    });
  }

  test('input takes a negative duration for the default', async () => {
    const durations: number[] = [];
    phone.system.windows.input.swipe = async (...args) => void durations.push(args[4]);
    await phone.run('input swipe 0 0 5 5 -1');
    assert.deepEqual(durations, [300]);
  });

  test('input refuses an unknown key', async () => {
    assert.match((await phone.run('input keyevent NOPE')).stderr, /^Error: Unknown keycode: NOPE/);
  });

  test('ime refuses to select what is not enabled', async () => {
    await phone.install(APKS.settings);
    assert.equal((await phone.run('ime set io.appium.settings/.UnicodeIME')).exitCode, 255);
  });

  test('screencap -p writes a PNG to its output', async () => {
    const { stdoutBytes } = await phone.run('screencap -p');
    assert.equal(stdoutBytes.subarray(0, 8).toString('hex'), PNG_SIGNATURE);
  });

  test('screencap writes a PNG into a file that is called so', async () => {
    await phone.run('screencap /sdcard/a.png');
    const bytes = Buffer.from(await phone.system.files.readFileBuffer('/sdcard/a.png'));
    assert.equal(bytes.subarray(0, 8).toString('hex'), PNG_SIGNATURE);
  });

  test('screencap without -p writes raw pixels behind their size', async () => {
    const { stdoutBytes } = await phone.run('screencap');
    assert.deepEqual(
      [stdoutBytes.readUInt32LE(0), stdoutBytes.readUInt32LE(4), stdoutBytes.length],
      [720, 1600, 16 + 720 * 1600 * 4],
    );
  });

  test('screencap of a secure page fails without a word where Android 12 refuses it', async (t) => {
    const old = new ShellPhone(redmiNote82021);
    t.after(() => old.stop());
    old.system.windows.addWindow({
      packageName: 'app.test',
      title: 'app.test/.Secure',
      kind: 'activity',
      secure: () => true,
      render: () => View({}),
      onBack: () => undefined,
    });
    const { stdout, stderr, exitCode } = await old.run('screencap -p');
    assert.deepEqual({ stdout, stderr, exitCode }, { stdout: '', stderr: '', exitCode: 1 });
    assert.match(await old.stdout('logcat -d -s SurfaceFlinger'), /FB is protected/);
  });

  test('wm tells the screen’s size', async () => {
    assert.equal(await phone.stdout('wm size'), 'Physical size: 720x1600\n');
  });

  test('monkey opens an app by its icon', async () => {
    await phone.run('monkey -p com.android.settings -c android.intent.category.LAUNCHER 1');
    assert.equal(phone.system.activities.resumed?.component.packageName, 'com.android.settings');
  });

  test('monkey aborts where there is no icon', async () => {
    assert.match(
      await phone.stdout('monkey -p no.such -c android.intent.category.LAUNCHER 1'),
      /No activities found to run, monkey aborted/,
    );
  });

  test('service call sets the time zone', async () => {
    await phone.run('service call alarm 3 s16 Asia/Shanghai');
    assert.equal(await phone.stdout('date +%H:%M'), '20:00\n');
  });

  /** What `input text` would type. */
  function captureText(): string[] {
    const texts: string[] = [];
    phone.system.windows.input.text = (text) => void texts.push(text);
    return texts;
  }
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { APKS, ShellPhone } from './phone.ts';
import { type AdbShell, appiumAdb } from './stock-appium.ts';

describe('shell: appium-adb', () => {
  /** The part of appium-adb that is asked here. */
  interface Adb extends AdbShell {
    getPackageInfo(name: string): Promise<object>;
    getGrantedPermissions(name: string): Promise<string[]>;
    getDeniedPermissions(name: string): Promise<string[]>;
    getFocusedPackageAndActivity(): Promise<{ appPackage: string; appActivity: string }>;
    isScreenLocked(): Promise<boolean>;
    isSoftKeyboardPresent(): Promise<{ isKeyboardShown: boolean }>;
    availableIMEs(): Promise<string[]>;
    enabledIMEs(): Promise<string[]>;
    defaultIME(): Promise<string | null>;
    runInImeContext<T>(ime: string, fn: () => Promise<T>): Promise<T>;
    getProcessIdsByName(name: string): Promise<number[]>;
    getProcessNameById(pid: number): Promise<string>;
    isAppRunning(name: string): Promise<boolean>;
    resolveLaunchableActivity(name: string, options?: { preferCmd: boolean }): Promise<string>;
    getDeviceIdleWhitelist(): Promise<string[]>;
    getScreenSize(): Promise<string | null>;
    getScreenDensity(): Promise<number | null>;
    getApiLevel(): Promise<number>;
    isAirplaneModeOn(): Promise<boolean>;
    isWifiOn(): Promise<boolean>;
    fileSize(file: string): Promise<number>;
    ls(file: string): Promise<string[]>;
    fileExists(file: string): Promise<boolean>;
    inputText(text: string): Promise<void>;
  }

  const SETTINGS = 'io.appium.settings';

  let phone: ShellPhone;
  let adb: Adb;
  const typed: string[] = [];
  before(async () => {
    phone = new ShellPhone();
    await phone.install(APKS.settings);
    adb = await appiumAdb(phone);
  });
  after(() => phone.stop());

  test('it knows the API level', async () => {
    assert.equal(await adb.getApiLevel(), 36);
  });

  test('it reads a package’s version', async () => {
    assert.deepEqual(await adb.getPackageInfo(SETTINGS), {
      name: SETTINGS,
      isInstalled: true,
      versionName: '8.0.9',
      versionCode: 191,
    });
  });

  test('it sees that a package is missing', async () => {
    assert.deepEqual(await adb.getPackageInfo('no.such'), { name: 'no.such', isInstalled: false });
  });

  test('it reads granted permissions of both kinds', async () => {
    const granted = await adb.getGrantedPermissions(SETTINGS);
    assert.ok(granted.includes('android.permission.INTERNET'));
    assert.ok(granted.includes('android.permission.READ_SMS'));
  });

  test('it reads a denied permission', async () => {
    await phone.run(`pm revoke ${SETTINGS} android.permission.READ_SMS`);
    assert.deepEqual(await adb.getDeniedPermissions(SETTINGS), ['android.permission.READ_SMS']);
  });

  test('it reads what is in front', async () => {
    await phone.run('am start -n com.android.settings/.MiuiSettings');
    assert.deepEqual(await adb.getFocusedPackageAndActivity(), {
      appPackage: 'com.android.settings',
      appActivity: '.MiuiSettings',
    });
  });

  test('it takes the screen for unlocked', async () => {
    assert.equal(await adb.isScreenLocked(), false);
  });

  test('it sees no keyboard on the home screen', async () => {
    assert.equal((await adb.isSoftKeyboardPresent()).isKeyboardShown, false);
  });

  test('it lists the helper’s keyboards', async () => {
    assert.ok((await adb.availableIMEs()).includes(`${SETTINGS}/.UnicodeIME`));
  });

  test('it changes the keyboard and changes it back', async () => {
    const before = await adb.defaultIME();
    const during = await adb.runInImeContext(`${SETTINGS}/.UnicodeIME`, () => adb.defaultIME());
    assert.equal(during, `${SETTINGS}/.UnicodeIME`);
    assert.equal(await adb.defaultIME(), before);
  });

  test('it finds processes by name and name by process', async () => {
    const [pid = 0] = await adb.getProcessIdsByName('system_server');
    assert.equal(await adb.getProcessNameById(pid), 'system_server');
  });

  test('it sees an app run', async () => {
    assert.equal(await adb.isAppRunning('com.miui.home'), true);
  });

  for (const preferCmd of [true, false]) {
    const way = preferCmd ? 'cmd package' : 'dumpsys package';
    test(`it finds the launcher activity by ${way}`, async () => {
      const activity = await adb.resolveLaunchableActivity(SETTINGS, { preferCmd });
      assert.equal(activity, `${SETTINGS}/.Settings`);
    });
  }

  test('it reads the screen’s size and density', async () => {
    assert.equal(await adb.getScreenSize(), '720x1600');
    assert.equal(await adb.getScreenDensity(), 320);
  });

  test('it reads the networks’ switches', async () => {
    assert.deepEqual([await adb.isAirplaneModeOn(), await adb.isWifiOn()], [false, true]);
  });

  test('it measures a file', async () => {
    await phone.run('echo hello > /sdcard/f.txt');
    assert.equal(await adb.fileSize('/sdcard/f.txt'), 6);
  });

  test('it lists nothing where nothing is', async () => {
    assert.deepEqual(await adb.ls('/sdcard/none'), []);
  });

  test('text with every awkward character arrives as typed', async () => {
    phone.system.windows.input.text = (text) => void typed.push(text);
    const text = 'a b()<>|;&*\\~^"\'$`%é'.replace('é', 'e');
    await adb.inputText(text);
    assert.deepEqual(typed, [text]);
  });
});

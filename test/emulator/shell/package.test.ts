import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { APKS, ShellPhone } from './phone.ts';

describe('shell: package', () => {
  let phone: ShellPhone;
  beforeEach(() => {
    phone = new ShellPhone();
  });
  afterEach(() => phone.stop());

  test('a streamed APK is installed while its stream stays open', async () => {
    const running = phone.start(`cmd package 'install' '-g' -S ${APKS.serverTest.length}`);
    running.stdin.write(APKS.serverTest);
    assert.equal((await running.done).stdout, 'Success\n');
  });

  test('a stream that ends early is refused', async () => {
    const { stdout, exitCode } = await phone.run('pm install -S 1000', 'short');
    assert.match(stdout, /^Failure \[INSTALL_FAILED_INVALID_APK: /);
    assert.equal(exitCode, 1);
  });

  test('what is no APK is refused', async () => {
    assert.match(
      (await phone.run('pm install -S 5', 'hello')).stdout,
      /^Failure \[INSTALL_PARSE_FAILED_NOT_APK: /,
    );
  });

  test('an APK is installed from a file', async () => {
    await phone.system.files.writeFile('/data/local/tmp/a.apk', APKS.serverTest);
    assert.equal(await phone.stdout('pm install -r /data/local/tmp/a.apk'), 'Success\n');
  });

  test('an APK is installed by a session', async () => {
    const created = await phone.stdout('pm install-create -S 1');
    const id = /\[(\d+)\]/.exec(created)?.[1];
    const size = APKS.serverTest.length;
    const written = await phone.run(`pm install-write -S ${size} ${id} base -`, APKS.serverTest);
    assert.equal(written.stdout, `Success: streamed ${size} bytes\n`);
    assert.equal(await phone.stdout(`pm install-commit ${id}`), 'Success\n');
    assert.match(await phone.stdout('pm list packages -3'), /^package:io\.appium\.uiautomator2/);
  });

  test('list packages tells version codes', async () => {
    await phone.install(APKS.server);
    assert.match(
      await phone.stdout('cmd package list packages --show-versioncode'),
      /^package:io\.appium\.uiautomator2\.server versionCode:\d+$/m,
    );
  });

  test('list packages -3 leaves the system image out', async () => {
    await phone.install(APKS.settings);
    assert.equal(await phone.stdout('pm list packages -3'), 'package:io.appium.settings\n');
  });

  test('list instrumentation names runner and target', async () => {
    await phone.install(APKS.serverTest);
    assert.equal(
      await phone.stdout('pm list instrumentation'),
      'instrumentation:io.appium.uiautomator2.server.test/androidx.test.runner.AndroidJUnitRunner (target=io.appium.uiautomator2.server)\n',
    );
  });

  test('path leads to the installed bytes', async () => {
    await phone.install(APKS.serverTest);
    const line = await phone.stdout('pm path io.appium.uiautomator2.server.test');
    const file = line.trim().replace('package:', '');
    assert.deepEqual(Buffer.from(await phone.system.files.readFileBuffer(file)), APKS.serverTest);
  });

  test('a package of the system image cannot be uninstalled', async () => {
    assert.equal((await phone.run('pm uninstall com.xiaomi.account')).exitCode, 1);
  });

  test('uninstalling ends the package’s service', async () => {
    await phone.install(APKS.settings);
    await phone.run('am start -n io.appium.settings/.Settings');
    await phone.run('pm uninstall io.appium.settings');
    assert.doesNotMatch(await phone.stdout('dumpsys activity services'), /io\.appium/);
  });

  test('a permission of the install kind cannot be granted by hand', async () => {
    await phone.install(APKS.server);
    assert.match(
      (await phone.run('pm grant io.appium.uiautomator2.server android.permission.INTERNET'))
        .stderr,
      /SecurityException: .* is not a changeable permission type/,
    );
  });

  test('a permission that was not requested cannot be granted', async () => {
    await phone.install(APKS.server);
    assert.match(
      (await phone.run('pm grant io.appium.uiautomator2.server android.permission.CAMERA')).stderr,
      /has not requested permission android\.permission\.CAMERA/,
    );
  });

  test('resolve-activity --brief gives the launcher activity', async () => {
    assert.match(
      await phone.stdout('cmd package resolve-activity --brief com.android.settings'),
      /^com\.android\.settings\/\.MiuiSettings$/m,
    );
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AppDefinition } from '../../../emulator/android/activity.ts';
import { ManualClock } from '../../../emulator/android/clock.ts';
import { PhoneFileSystem } from '../../../emulator/android/file-system.ts';
import {
  InstallError,
  PackageManager,
} from '../../../emulator/android/packages/package-manager.ts';
import { APKS } from '../shell/phone.ts';

const HELPER = 'io.appium.settings';

const CALCULATOR: AppDefinition = {
  packageName: 'com.miui.calculator',
  label: 'Calculator',
  versionName: '16.0',
  versionCode: 160,
  uid: 10_050,
  permissions: ['android.permission.VIBRATE'],
  activities: [
    {
      className: 'com.miui.calculator.Main',
      aliases: ['com.miui.calculator.Old'],
      exported: true,
      actions: ['android.intent.action.MAIN', 'calculator.OPEN'],
      categories: ['android.intent.category.LAUNCHER'],
      create: () => assert.fail('not started'),
    },
    {
      className: 'com.miui.calculator.Hidden',
      exported: false,
      actions: ['calculator.HIDDEN'],
      create: () => assert.fail('not started'),
    },
  ],
};

function phone(sdk = 36) {
  const files = PhoneFileSystem.create({ buildProperties: [] });
  const clock = new ManualClock();
  return { files, clock, packages: new PackageManager({ apps: [CALCULATOR], files, clock, sdk }) };
}

const ASK = { grant: false, replace: true };

test('an APK’s manifest becomes a package', async () => {
  const { packages } = phone();
  await packages.install(APKS.settings, ASK);
  const installed = packages.get(HELPER);
  assert.deepEqual(
    [installed?.versionName, installed?.versionCode, installed?.minSdk, installed?.targetSdk],
    ['8.0.9', 191, 26, 35],
  );
  assert.deepEqual(
    installed?.activities.filter(({ launcher }) => launcher).map(({ className }) => className),
    ['io.appium.settings.Settings'],
  );
});

test('an instrumentation names runner and target', async () => {
  const { packages } = phone();
  await packages.install(APKS.serverTest, ASK);
  assert.deepEqual(packages.get('io.appium.uiautomator2.server.test')?.instrumentations, [
    {
      className: 'androidx.test.runner.AndroidJUnitRunner',
      targetPackage: 'io.appium.uiautomator2.server',
    },
  ]);
});

for (const grant of [true, false]) {
  test(`run-time permissions are ${grant ? '' : 'not '}granted ${grant ? 'on' : 'without'} request`, async () => {
    const { packages } = phone();
    await packages.install(APKS.settings, { grant, replace: true });
    const granted = packages.get(HELPER)?.grantedPermissions;
    assert.deepEqual(
      [granted?.has('android.permission.READ_SMS'), granted?.has('android.permission.INTERNET')],
      [grant, true],
    );
  });
}

test('replacing keeps uid, first installation and what was granted', async () => {
  const { packages, clock } = phone();
  await packages.install(APKS.settings, { grant: true, replace: true });
  const before = packages.get(HELPER);
  clock.advance(1000);
  await packages.install(APKS.settings, ASK);
  const after = packages.get(HELPER);
  assert.deepEqual(
    [after?.uid, after?.firstInstallMs, after?.lastUpdateMs],
    [before?.uid, before?.firstInstallMs, clock.now()],
  );
  assert.ok(after?.grantedPermissions.has('android.permission.READ_SMS'));
});

test('without replace an installed package is refused', async () => {
  const { packages } = phone();
  await packages.install(APKS.serverTest, ASK);
  await rejectsWith('INSTALL_FAILED_ALREADY_EXISTS', () =>
    packages.install(APKS.serverTest, { grant: false, replace: false }),
  );
});

test('an APK for a newer system is refused', async () => {
  await rejectsWith('INSTALL_FAILED_OLDER_SDK', () =>
    phone(25).packages.install(APKS.serverTest, ASK),
  );
});

test('what is no APK is refused', async () => {
  await rejectsWith('INSTALL_PARSE_FAILED_NOT_APK', () =>
    phone().packages.install(Buffer.from('no zip'), ASK),
  );
});

test('uninstalling removes package and file', async () => {
  const { packages, files } = phone();
  await packages.install(APKS.serverTest, ASK);
  const installed = packages.get('io.appium.uiautomator2.server.test');
  assert.ok(installed);
  assert.equal(await packages.uninstall(installed.packageName), true);
  assert.equal(packages.get(installed.packageName), undefined);
  assert.equal(await files.exists(installed.apkPath), false);
});

test('an alias resolves to the real class', () => {
  const { packageName } = CALCULATOR;
  const resolved = phone().packages.resolveActivity({
    component: { packageName, className: 'com.miui.calculator.Old' },
  });
  assert.equal(resolved?.component.className, 'com.miui.calculator.Main');
});

test('an action resolves to who answers it', () => {
  const resolved = phone().packages.resolveActivity({ action: 'calculator.OPEN' });
  assert.equal(resolved?.component.className, 'com.miui.calculator.Main');
});

test('an action does not reach what is not exported', () => {
  assert.equal(phone().packages.resolveActivity({ action: 'calculator.HIDDEN' }), undefined);
});

test('a category that is not declared does not match', () => {
  const intent = { action: 'calculator.OPEN', categories: ['android.intent.category.BROWSABLE'] };
  assert.equal(phone().packages.resolveActivity(intent), undefined);
});

test('a package limits an implicit intent', () => {
  const intent = { action: 'calculator.OPEN', packageName: 'com.other' };
  assert.equal(phone().packages.resolveActivity(intent), undefined);
});

async function rejectsWith(code: string, install: () => Promise<unknown>): Promise<void> {
  await assert.rejects(install, (error) => error instanceof InstallError && error.code === code);
}

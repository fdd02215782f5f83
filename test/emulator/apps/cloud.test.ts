import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { cloudSwitches, isItemSynced } from '../../../emulator/apps/cloud/cloud-switches.ts';
import { addXiaomiAccount } from '../../../emulator/apps/account/xiaomi-account.ts';
import { findProfile, inLanguage } from '../../../emulator/profiles/index.ts';
import { PhoneUnderTest } from './phone-under-test.ts';

const AGREEMENT = 'com.miui.cloudservice/.ui.SyncDataSettingsActivity';
const MAIN = 'com.miui.cloudservice/.ui.MiCloudMainActivity';
const ACCOUNTS_SYNC = 'com.android.settings/.Settings$AccountSyncSettingsActivity';
const FIND_DEVICE = 'com.miui.cloudservice/.ui.FindDeviceSettingsActivity';
const cloud = (name: string) => ({ id: `com.miui.cloudservice:id/${name}` });

let phone: PhoneUnderTest;
afterEach(() => phone.stop());

/** A phone in English with an account that the service knows, on a page of Xiaomi Cloud. */
async function openSignedIn(profileId: string, component: string): Promise<void> {
  phone = new PhoneUnderTest({}, { profile: inLanguage(findProfile(profileId), 'en') });
  await phone.start();
  const account = phone.service.accounts.create('+12015550123', 0);
  const token = phone.service.accounts.openSession(account);
  addXiaomiAccount(phone.system, { token, account });
  phone.open(component);
}

/** What the service was told, and what the phone keeps. */
function choices(): { readonly told: object | undefined; readonly kept: object } {
  const [account] = phone.service.accounts.list();
  const { sync, findDevice } = account?.cloud ?? {};
  return {
    told: account?.cloud ? { sync, findDevice } : undefined,
    kept: cloudSwitches(phone.system),
  };
}

const both = (switches: { readonly sync: boolean; readonly findDevice: boolean }) => ({
  told: switches,
  kept: switches,
});

/** The switch or check box of the row with that title. */
async function toggle(title: string): Promise<void> {
  const row = (await phone.waitFor({ text: title })).parent;
  assert.ok(row);
  phone.perform(row, { kind: 'click' });
}

const left = () =>
  phone.until(() => phone.activity !== 'SyncDataSettingsActivity', 'the page to go');

describe('the agreement of Xiaomi Cloud', () => {
  for (const profile of ['xiaomi-13', 'redmi-note-8-2021']) {
    it(`keeps the switches, and tells the service, on ${profile}`, async () => {
      await openSignedIn(profile, AGREEMENT);
      await toggle('Find device');
      await phone.click({ text: 'Agree' });
      await left();
      assert.deepEqual(choices(), both({ sync: true, findDevice: false }));
    });

    it(`may be left without consent on ${profile}`, async () => {
      await openSignedIn(profile, AGREEMENT);
      await phone.click({ text: 'Skip' });
      await phone.click({ text: "Don't use" });
      await left();
      assert.equal(choices().told, undefined);
    });
  }

  it('asks in a dialog of miuix whether to do without', async () => {
    await openSignedIn('redmi-note-8-2021', AGREEMENT);
    await phone.click({ text: 'Skip' });
    const title = await phone.waitFor(cloud('alertTitle'));
    assert.equal(title.text, "Don't use Xiaomi Cloud?");
    const panel = phone.find(cloud('buttonPanel'));
    assert.deepEqual(
      panel?.children.map(({ resourceId }) => resourceId),
      ['android:id/button1', 'android:id/button2'],
    );
  });

  it('is a list with check boxes on MIUI 10, and a page about syncing', async () => {
    await openSignedIn('redmi-7a', AGREEMENT);
    await toggle('Find device');
    await phone.click(cloud('btn_next'));
    await phone.click(cloud('provision_sw'));
    await phone.click(cloud('btn_next'));
    await left();
    assert.deepEqual(choices(), both({ sync: false, findDevice: false }));
  });

  it('goes on at once on MIUI 10 where nothing is to be synced', async () => {
    await openSignedIn('redmi-7a', AGREEMENT);
    await toggle('Sync');
    await phone.click(cloud('btn_next'));
    await left();
    assert.deepEqual(choices(), both({ sync: false, findDevice: true }));
  });

  it('asks before it is left with Back', async () => {
    await openSignedIn('xiaomi-13', AGREEMENT);
    phone.system.activities.back();
    await phone.click({ text: 'Use Xiaomi Cloud' });
    assert.ok(phone.find({ text: 'Agree' }));
  });
});

describe('Xiaomi Cloud later', () => {
  for (const [title, component, expected] of [
    ['Sync', MAIN, { sync: true, findDevice: false }],
    ['Find device', FIND_DEVICE, { sync: false, findDevice: true }],
    ['Sync data', ACCOUNTS_SYNC, { sync: true, findDevice: false }],
  ] as const) {
    it(`tells the service of ${title} in ${component}`, async () => {
      await openSignedIn('redmi-note-13-pro-5g', component);
      await phone.waitFor({ text: title });
      await toggleLast(title);
      await phone.until(() => choices().told !== undefined, 'the service to be told');
      await phone.until(() => phone.find({ text: 'Just a sec…' }) === undefined, 'the answer');
      assert.deepEqual(choices(), both(expected));
    });
  }

  it('leaves a switch as it was where the service cannot be reached', async () => {
    await openSignedIn('redmi-note-13-pro-5g', MAIN);
    phone.system.connectivity.wifi = false;
    phone.system.connectivity.mobileData = false;
    await toggleLast('Sync');
    await phone.until(() => phone.toasts.length > 0, 'a toast');
    assert.deepEqual(choices(), { told: undefined, kept: { sync: false, findDevice: false } });
  });

  it('keeps what kinds of data are synced on the phone', async () => {
    await openSignedIn('redmi-note-13-pro-5g', MAIN);
    await toggleLast('Sync');
    await phone.until(() => choices().told !== undefined, 'the service to be told');
    await phone.until(() => phone.find({ text: 'Just a sec…' }) === undefined, 'the answer');
    await toggleLast('Notes');
    assert.deepEqual(
      [isItemSynced(phone.system, 'notes'), isItemSynced(phone.system, 'contacts')],
      [false, true],
    );
  });
});

/** As {@link toggle}, where the page's title reads the same as the row's. */
async function toggleLast(title: string): Promise<void> {
  await phone.waitFor({ text: title });
  const row = phone.nodes().findLast(({ text }) => text === title)?.parent;
  assert.ok(row);
  phone.perform(row, { kind: 'click' });
}

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  forgetCloudSwitches,
  storeCloudSwitches,
  storeItemSynced,
} from '../../../emulator/apps/cloud/cloud-switches.ts';
import { addXiaomiAccount } from '../../../emulator/apps/account/xiaomi-account.ts';
import type { SignIn } from '../../../emulator/apps/account/passport-client.ts';
import { parseFault } from '../../../emulator/service/faults.ts';
import { account, PhoneUnderTest } from './phone-under-test.ts';

const NUMBER = '+12015550123';
const PASSWORD = 'secret';
const NOTE = { title: 'Milk', text: 'two bottles' };

interface Pulled {
  readonly items: readonly { readonly value: unknown }[];
}

describe('the phone’s data and the cloud', () => {
  let phone: PhoneUnderTest;
  /** As another phone of the same account, to the service. */
  let other: SignIn | undefined;

  const start = async (faults: string[] = []) => {
    phone = new PhoneUnderTest({
      accounts: [{ phone: NUMBER, password: PASSWORD }],
      faults: faults.map(parseFault),
    });
    await phone.start();
    other = await signIn();
  };
  beforeEach(() => start());
  afterEach(() => phone.stop());

  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${phone.system.serviceUrl ?? ''}/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${other?.token ?? ''}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  };
  const signIn = () =>
    ask<SignIn>('POST', 'password-sign-in', { login: NUMBER, password: PASSWORD });
  const inCloud = async (collection = 'notes') =>
    (await ask<Pulled>('GET', `sync/${collection}`)).items.map(({ value }) => value);
  const notes = () => phone.system.notes.rows.map(({ value }) => value);
  const signPhoneIn = async (sync = true) => {
    addXiaomiAccount(phone.system, await signIn());
    storeCloudSwitches(phone.system, { sync, findDevice: false });
  };
  const synced = (count: number) =>
    phone.until(
      () => phone.system.notes.rows.filter(({ dirty }) => !dirty).length === count,
      `${count} synced notes`,
    );
  /** A sync that had started would have ended: these are more requests than one makes. */
  const settled = async () => {
    for (let request = 0; request < 4; request += 1) await inCloud();
  };

  it('what was there before the sign-in goes to the cloud', async () => {
    phone.system.notes.insert(NOTE);
    phone.system.contacts.insert({ name: 'Ann', number: '10086' });
    await signPhoneIn();
    await synced(1);
    await phone.until(() => phone.system.contacts.rows.every(({ dirty }) => !dirty), 'contacts');
    assert.deepEqual(
      [await inCloud(), await inCloud('contacts')],
      [[NOTE], [{ name: 'Ann', number: '10086' }]],
    );
  });

  it('what is in the cloud comes with the sign-in', async () => {
    await ask('PUT', 'sync/notes/a', { value: NOTE });
    await signPhoneIn();
    await phone.until(() => notes().length === 1, 'a note');
    assert.deepEqual(notes(), [NOTE]);
  });

  it('what is new on the phone goes to the cloud', async () => {
    await signPhoneIn();
    phone.system.notes.insert(NOTE);
    await synced(1);
    assert.deepEqual(await inCloud(), [NOTE]);
  });

  it('what is new in the cloud comes when the app is opened', async () => {
    await signPhoneIn();
    phone.system.notes.insert(NOTE);
    await synced(1);
    await ask('PUT', 'sync/notes/a', { value: { title: 'Bread', text: '' } });
    phone.open('com.miui.notes/.ui.NotesListActivity');
    await phone.waitFor({ text: 'Bread' });
  });

  it('nothing comes or goes while syncing is off', async () => {
    await ask('PUT', 'sync/notes/a', { value: { title: 'Bread', text: '' } });
    await signPhoneIn(false);
    phone.system.notes.insert(NOTE);
    await settled();
    assert.deepEqual([notes(), await inCloud()], [[NOTE], [{ title: 'Bread', text: '' }]]);
  });

  it('each kind has a switch of its own', async () => {
    storeItemSynced(phone.system, 'notes', false);
    phone.system.notes.insert(NOTE);
    phone.system.contacts.insert({ name: 'Ann', number: '' });
    await signPhoneIn();
    await phone.until(() => phone.system.contacts.rows.every(({ dirty }) => !dirty), 'contacts');
    assert.deepEqual(await inCloud(), []);
    storeItemSynced(phone.system, 'notes', true);
    await synced(1);
  });

  it('syncing waits for Wi-Fi', async () => {
    phone.system.connectivity.wifi = false;
    phone.system.notes.insert(NOTE);
    await signPhoneIn();
    await settled();
    assert.deepEqual(await inCloud(), []);
    phone.system.connectivity.wifi = true;
    await synced(1);
  });

  it('a sync that failed is made up for', async () => {
    await phone.stop();
    await start(['sync-push=status:503*1']);
    phone.system.notes.insert(NOTE);
    await signPhoneIn();
    const failed = () =>
      phone.system.logcat.entries().some(({ message }) => message.includes('sync of notes failed'));
    await phone.until(failed, 'a sync that failed');
    phone.clock.advance(30_000);
    await synced(1);
  });

  for (const [button, left] of [
    ['Remove', 0],
    ['Keep', 1],
  ] as const) {
    it(`${button} at the sign-out leaves ${left}`, async () => {
      await signPhoneIn();
      phone.system.notes.insert(NOTE);
      await synced(1);
      phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
      await phone.click(account('logout_btn'));
      await phone.click({ text: button });
      await phone.until(() => phone.system.accounts.list().length === 0, 'no account');
      assert.deepEqual(
        phone.system.notes.rows.map((row) => row.account),
        Array<null>(left).fill(null),
      );
    });
  }

  it('what was kept comes once only when the account comes back', async () => {
    await signPhoneIn();
    phone.system.notes.insert(NOTE);
    await synced(1);
    assert.ok(other);
    phone.system.accounts.remove({ name: other.account.id, type: 'com.xiaomi' });
    forgetCloudSwitches(phone.system);
    phone.system.notes.leaveAccount(other.account.id, 'keep');
    await signPhoneIn();
    await phone.until(() => phone.system.notes.rows[0]?.account !== null, 'a synced note');
    assert.deepEqual([notes(), await inCloud()], [[NOTE], [NOTE]]);
  });
});

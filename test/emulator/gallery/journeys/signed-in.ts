import type { ScenePhone } from '../scene-phone.ts';

const SETTINGS = 'com.android.settings';
const ACCOUNT = 'com.xiaomi.account';
const CLOUD = 'com.miui.cloudservice';

/** Of the account that the phone signs in to. */
export const PASSWORD = 'secret-1';
/** The longest there is: 20 characters. */
const NICKNAME = 'Alexandra Konstantin';

/** That account, on a number that phones of both countries may type. */
export const ACCOUNTS = ['+12015550123', '+8613800138000'].map((phone) => ({
  phone,
  nickname: NICKNAME,
  password: PASSWORD,
}));

/** From Xiaomi Cloud's agreement over all that one sees when signed in, to being signed out. */
export async function* signedIn(phone: ScenePhone): AsyncGenerator<string> {
  await phone.seeActivity('SyncDataSettingsActivity');
  phone.waitUntilQuiet();
  yield 'Xiaomi Cloud: agreement';
  phone.back();
  await phone.seeText('cloud_skip_title');
  yield 'Xiaomi Cloud: skip?';
  phone.back();
  yield* agree(phone);
  phone.launch(SETTINGS, `${SETTINGS}.MiuiSettings`);
  yield 'Settings, signed in';
  phone.launch(SETTINGS, `${SETTINGS}.Settings$AccountSyncSettingsActivity`);
  yield 'Accounts & sync';
  phone.launch(CLOUD, `${CLOUD}.ui.MiCloudMainActivity`);
  yield 'Xiaomi Cloud';
  phone.launch(CLOUD, `${CLOUD}.ui.SyncDataSettingsActivity`);
  yield 'Xiaomi Cloud: items';
  phone.launch(CLOUD, `${CLOUD}.ui.FindDeviceSettingsActivity`);
  yield 'Find device';
  phone.launch(ACCOUNT, `${ACCOUNT}.ui.AccountSettingsActivity`);
  yield 'Account home';
  if (phone.profile.generation === 'current') yield* moreOfTheAccount(phone);
  yield* signOut(phone);
}

async function* agree(phone: ScenePhone): AsyncGenerator<string> {
  if (phone.profile.look !== 'miui-10') {
    await phone.tapText('cloud_agree');
  } else {
    await phone.tapText('cloud_continue');
    await phone.seeText('cloud_sync_about');
    yield 'Xiaomi Cloud: sync page';
    await phone.tapText('cloud_continue');
  }
  await phone.until(() => phone.activity !== 'SyncDataSettingsActivity', 'the agreement to close');
}

async function* moreOfTheAccount(phone: ScenePhone): AsyncGenerator<string> {
  await phone.tap('pref_account_security');
  await phone.seeActivity('AccountSecurityActivity');
  await phone.seeText('password_is_set');
  yield 'Account security';
  phone.back();
  await phone.tap('pref_bind_devices');
  await phone.seeActivity('AccountDevicesActivity');
  yield 'Devices of the account';
  phone.back();
}

async function* signOut(phone: ScenePhone): AsyncGenerator<string> {
  await phone.tap('logout_btn');
  await phone.seeText('sign_out_password_title');
  yield 'Sign out: password';
  phone.typeHere('wrong');
  await phone.tapText('ok');
  await phone.seeText('sign_out_password_wrong');
  yield 'Sign out: wrong password';
  phone.typeHere(PASSWORD);
  await phone.tapText('ok');
  await phone.seeText('sign_out_title');
  yield 'Sign out: keep the data?';
}

import type { Journey } from '../journey.ts';
import type { ScenePhone } from '../scene-phone.ts';
import { CONTACT_DETAIL, CONTACT_EDITOR, PEOPLE } from '../../../../emulator/apps/contacts/ids.ts';
import {
  conversationComponent,
  messagesComponent,
} from '../../../../emulator/apps/messages/ids.ts';
import { NOTE_EDITOR, NOTES_LIST } from '../../../../emulator/apps/notes/ids.ts';

const SETTINGS = 'com.android.settings';
const CLOUD = 'com.miui.cloudservice';

/** Pages below the home page of Settings, by the names of their rows. */
const SETTINGS_PAGES = {
  wlan: 'WLAN',
  bluetooth: 'Bluetooth',
  sim_cards: 'SIM cards',
  more_connectivity: 'More connectivity',
  display: 'Display',
  font_size: 'Font size',
  notifications: 'Notifications',
  privacy_security: 'Privacy',
  additional_settings: 'Additional settings',
  language_input: 'Language and input',
  languages: 'Languages',
  about_phone: 'About phone',
} as const;

/** The system's own screens, nobody signed in. */
export const system: Journey = {
  async *walk(phone) {
    phone.system.activities.home();
    yield 'Home';
    yield* settings(phone);
    yield* search(phone);
    yield* messages(phone);
    yield* notes(phone);
    yield* contacts(phone);
    yield* cloudSignedOut(phone);
  },
};

function* settings(phone: ScenePhone): Generator<string> {
  phone.launch(SETTINGS, `${SETTINGS}.MiuiSettings`);
  yield 'Settings';
  for (const [page, name] of Object.entries(SETTINGS_PAGES)) {
    phone.launch(SETTINGS, `${SETTINGS}.SubSettings`, { extras: { page } });
    yield name;
  }
  phone.launch(SETTINGS, `${SETTINGS}.Settings$AccountSyncSettingsActivity`);
  yield 'Accounts & sync, signed out';
  phone.launch(SETTINGS, `${SETTINGS}.accounts.AddAccountSettings`);
  yield 'Add account';
}

async function* search(phone: ScenePhone): AsyncGenerator<string> {
  phone.launch(SETTINGS, `${SETTINGS}.Settings$SearchActivity`);
  yield 'Search: keyboard';
  phone.tapKey('Symbol keyboard');
  yield 'Search: symbols';
  phone.tapKey('Letter keyboard');
  const [letter = ''] = phone.label('additional_settings');
  await phone.type({ id: 'android:id/input' }, letter);
  phone.tapKey('Hide keyboard');
  yield 'Search: results';
  await phone.type({ id: 'android:id/input' }, 'zzz');
  yield 'Search: none found';
}

function* messages(phone: ScenePhone): Generator<string> {
  const list = messagesComponent(phone.profile);
  phone.launch(list.packageName, list.className);
  yield 'Messages, empty';
  phone.system.activities.home();
  phone.system.telephony.receiveSms({
    from: '106900001234567',
    body: '[Xiaomi]Your verification code is: 123456. Please use this code within 5 minutes.',
  });
  yield 'Message comes in';
  phone.waitUntilQuiet();
  phone.system.telephony.receiveSms({ from: 'Xiaomi', body: '【小米】您的验证码是123456' });
  phone.waitUntilQuiet();
  phone.system.windows.automation.openNotifications();
  yield 'Notification shade';
  phone.back();
  phone.launch(list.packageName, list.className);
  yield 'Messages';
  const { packageName, className } = conversationComponent(phone.profile);
  phone.launch(packageName, className, { extras: { address: 'Xiaomi' } });
  yield 'Conversation';
}

function* notes(phone: ScenePhone): Generator<string> {
  phone.launch(NOTES_LIST.packageName, NOTES_LIST.className);
  yield 'Notes, empty';
  phone.launch(NOTE_EDITOR.packageName, NOTE_EDITOR.className);
  yield 'New note';
  const title = '2026';
  const { id } = phone.system.notes.insert({ title, text: '1 2 3' });
  phone.launch(NOTE_EDITOR.packageName, NOTE_EDITOR.className, { extras: { id } });
  yield 'Note';
  phone.launch(NOTES_LIST.packageName, NOTES_LIST.className);
  yield 'Notes';
}

function* contacts(phone: ScenePhone): Generator<string> {
  phone.launch(PEOPLE.packageName, PEOPLE.className);
  yield 'Contacts, empty';
  phone.launch(CONTACT_EDITOR.packageName, CONTACT_EDITOR.className);
  yield 'New contact';
  const { id } = phone.system.contacts.insert({ name: 'Mi', number: '10086' });
  phone.launch(PEOPLE.packageName, PEOPLE.className);
  yield 'Contacts';
  phone.launch(CONTACT_DETAIL.packageName, CONTACT_DETAIL.className, { extras: { id } });
  yield 'Contact';
}

function* cloudSignedOut(phone: ScenePhone): Generator<string> {
  phone.launch(CLOUD, `${CLOUD}.ui.MiCloudMainActivity`);
  yield 'Xiaomi Cloud, signed out';
  for (const [document, name] of [
    ['agreement', 'Cloud: user agreement'],
    ['privacy', 'Cloud: privacy policy'],
  ] as const) {
    phone.launch(CLOUD, `${CLOUD}.ui.LicenseActivity`, { extras: { document } });
    yield name;
  }
}

import type { AccessibilityNode } from '../../../emulator/android/accessibility.ts';
import type { Intent } from '../../../emulator/android/activity.ts';
import {
  FLAG_ACTIVITY_CLEAR_TASK,
  FLAG_ACTIVITY_NEW_TASK,
} from '../../../emulator/android/activity-manager.ts';
import type { AndroidSystem } from '../../../emulator/android/system.ts';
import { addXiaomiAccount } from '../../../emulator/apps/account/xiaomi-account.ts';
import { storeCloudSwitches } from '../../../emulator/apps/cloud/cloud-switches.ts';
import { conversationComponent, messagesComponent } from '../../../emulator/apps/messages/ids.ts';

/** A screen to look at, by its name, and how a phone gets there. */
export interface ScreenUnderTest {
  readonly name: string;
  open(system: AndroidSystem): void;
}

const SETTINGS = 'com.android.settings';
const CLOUD = 'com.miui.cloudservice';

/** The longest there is: 20 characters. */
const NICKNAME = 'Alexandra Konstantin';

const SETTINGS_PAGES = [
  'additional_settings',
  'language_input',
  'languages',
  'display',
  'font_size',
  'about_phone',
  'wlan',
  'bluetooth',
  'sim_cards',
  'more_connectivity',
  'notifications',
  'privacy_security',
];

/** Screens of the system's apps, the account's own aside. */
export const SCREENS: readonly ScreenUnderTest[] = [
  { name: 'home', open: (system) => system.activities.home() },
  { name: 'Settings', open: (system) => open(system, SETTINGS, `${SETTINGS}.MiuiSettings`) },
  ...SETTINGS_PAGES.map((page) => ({
    name: `Settings: ${page}`,
    open: (system: AndroidSystem) =>
      open(system, SETTINGS, `${SETTINGS}.SubSettings`, { extras: { page } }),
  })),
  {
    name: 'Settings: search, with the keyboard',
    open: (system) => open(system, SETTINGS, `${SETTINGS}.Settings$SearchActivity`),
  },
  {
    name: 'Settings: search results',
    open: (system) => {
      open(system, SETTINGS, `${SETTINGS}.Settings$SearchActivity`);
      type(system, 'android:id/input', 'i');
    },
  },
  {
    name: 'Accounts & sync, signed out',
    open: (system) => {
      open(system, SETTINGS, `${SETTINGS}.Settings$AccountSyncSettingsActivity`);
    },
  },
  {
    name: 'Messages, empty',
    open: (system) => start(system, { component: messagesComponent(system.profile) }),
  },
  {
    name: 'Messages',
    open: (system) => {
      receive(system);
      start(system, { component: messagesComponent(system.profile) });
    },
  },
  {
    name: 'Messages: a conversation',
    open: (system) => {
      start(system, {
        component: conversationComponent(system.profile),
        extras: { address: 'Xiaomi' },
      });
    },
  },
  { name: 'Xiaomi Cloud, signed out', open: (system) => openCloud(system, 'MiCloudMainActivity') },
  {
    name: 'Xiaomi Cloud: user agreement',
    open: (system) => openCloud(system, 'LicenseActivity', { extras: { document: 'agreement' } }),
  },
  {
    name: 'Xiaomi Cloud: privacy policy',
    open: (system) => openCloud(system, 'LicenseActivity', { extras: { document: 'privacy' } }),
  },
  {
    name: 'Settings, signed in',
    open: (system) => {
      signIn(system);
      open(system, SETTINGS, `${SETTINGS}.MiuiSettings`);
    },
  },
  {
    name: 'Xiaomi Cloud: agreement',
    open: (system) => openCloud(system, 'SyncDataSettingsActivity'),
  },
  {
    name: 'Xiaomi Cloud: skip dialog',
    open: (system) => {
      openCloud(system, 'SyncDataSettingsActivity');
      system.activities.back();
    },
  },
  {
    name: 'Xiaomi Cloud: items',
    open: (system) => {
      storeCloudSwitches(system, { sync: true, findDevice: true });
      openCloud(system, 'SyncDataSettingsActivity');
    },
  },
  { name: 'Xiaomi Cloud', open: (system) => openCloud(system, 'MiCloudMainActivity') },
  { name: 'Find device', open: (system) => openCloud(system, 'FindDeviceSettingsActivity') },
  {
    name: 'Accounts & sync',
    open: (system) => {
      open(system, SETTINGS, `${SETTINGS}.Settings$AccountSyncSettingsActivity`);
    },
  },
];

function openCloud(system: AndroidSystem, name: string, more: Partial<Intent> = {}): void {
  open(system, CLOUD, `${CLOUD}.ui.${name}`, more);
}

function open(
  system: AndroidSystem,
  packageName: string,
  className: string,
  more: Partial<Intent> = {},
): void {
  start(system, { component: { packageName, className }, ...more });
}

/** As if nothing of the app had been open. */
function start(system: AndroidSystem, intent: Intent): void {
  const flags = FLAG_ACTIVITY_NEW_TASK | FLAG_ACTIVITY_CLEAR_TASK;
  system.activities.start({ ...intent, flags });
}

function type(system: AndroidSystem, id: string, text: string): void {
  const { automation } = system.windows;
  const root = automation.rootInActiveWindow();
  const field = root && [...walk(root)].find(({ resourceId }) => resourceId === id);
  if (!field) throw new Error(`no field has the id ${id}`);
  automation.perform(field, { kind: 'setText', text });
}

function* walk(node: AccessibilityNode): Generator<AccessibilityNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

function receive(system: AndroidSystem): void {
  system.telephony.receiveSms({
    from: '106900001234567',
    body: '[Xiaomi]Your verification code is: 123456. Please use this code within 5 minutes.',
  });
  system.telephony.receiveSms({ from: 'Xiaomi', body: '【小米】您的验证码是123456' });
}

function signIn(system: AndroidSystem): void {
  addXiaomiAccount(system, {
    token: 'token',
    account: { id: '6000000000', nickname: NICKNAME, phone: '+12015550123' },
  });
}

import type { AndroidSystem } from '../../android/system.ts';

export interface CloudSwitches {
  readonly sync: boolean;
  readonly findDevice: boolean;
}

/** What of the phone's data can be synced or not. */
export const CLOUD_ITEMS = [
  'contacts',
  'messages',
  'calls',
  'gallery',
  'notes',
  'recordings',
  'wlan',
] as const;

export type CloudItem = (typeof CLOUD_ITEMS)[number];

/** With which the keys of all these settings begin. */
export const CLOUD_KEY_PREFIX = 'micloud_';
const SYNC_KEY = `${CLOUD_KEY_PREFIX}sync_enabled`;
const FIND_DEVICE_KEY = `${CLOUD_KEY_PREFIX}find_device_enabled`;
const WIFI_ONLY_KEY = `${CLOUD_KEY_PREFIX}wifi_only`;
const itemKey = (item: CloudItem) => `${CLOUD_KEY_PREFIX}sync_${item}`;

/** The switches as the person left them on this phone; off before any consent. */
export function cloudSwitches({ settings }: AndroidSystem): CloudSwitches {
  return {
    sync: settings.get('secure', SYNC_KEY) === '1',
    findDevice: settings.get('secure', FIND_DEVICE_KEY) === '1',
  };
}

/** Whether the account on the phone has consented to Xiaomi Cloud here. */
export function hasCloudConsent({ settings }: AndroidSystem): boolean {
  return settings.get('secure', SYNC_KEY) !== null;
}

export function storeCloudSwitches({ settings }: AndroidSystem, switches: CloudSwitches): void {
  settings.put('secure', SYNC_KEY, switches.sync ? '1' : '0');
  settings.put('secure', FIND_DEVICE_KEY, switches.findDevice ? '1' : '0');
}

/** Whether an item is synced as long as sync is on; so it is until it is switched off. */
export function isItemSynced({ settings }: AndroidSystem, item: CloudItem): boolean {
  return settings.get('secure', itemKey(item)) !== '0';
}

export function storeItemSynced({ settings }: AndroidSystem, item: CloudItem, on: boolean): void {
  settings.put('secure', itemKey(item), on ? '1' : '0');
}

/** Whether syncing waits for Wi-Fi; so it is until it is switched off. */
export function isWifiOnly({ settings }: AndroidSystem): boolean {
  return settings.get('secure', WIFI_ONLY_KEY) !== '0';
}

export function storeWifiOnly({ settings }: AndroidSystem, on: boolean): void {
  settings.put('secure', WIFI_ONLY_KEY, on ? '1' : '0');
}

export function forgetCloudSwitches({ settings }: AndroidSystem): void {
  const keys = [SYNC_KEY, FIND_DEVICE_KEY, WIFI_ONLY_KEY, ...CLOUD_ITEMS.map(itemKey)];
  for (const key of keys) settings.delete('secure', key);
}

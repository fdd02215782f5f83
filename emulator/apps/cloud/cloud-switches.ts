import type { AndroidSystem } from '../../android/system.ts';

export interface CloudSwitches {
  readonly sync: boolean;
  readonly findDevice: boolean;
}

const SYNC_KEY = 'micloud_sync_enabled';
const FIND_DEVICE_KEY = 'micloud_find_device_enabled';

/** The switches as the person left them on this phone; off before any consent. */
export function cloudSwitches({ settings }: AndroidSystem): CloudSwitches {
  return {
    sync: settings.get('secure', SYNC_KEY) === '1',
    findDevice: settings.get('secure', FIND_DEVICE_KEY) === '1',
  };
}

export function storeCloudSwitches({ settings }: AndroidSystem, switches: CloudSwitches): void {
  settings.put('secure', SYNC_KEY, switches.sync ? '1' : '0');
  settings.put('secure', FIND_DEVICE_KEY, switches.findDevice ? '1' : '0');
}

export function forgetCloudSwitches({ settings }: AndroidSystem): void {
  settings.delete('secure', SYNC_KEY);
  settings.delete('secure', FIND_DEVICE_KEY);
}

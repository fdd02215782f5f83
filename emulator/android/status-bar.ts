import type { StatusBarState } from '../ui/window-manager.ts';
import type { AndroidSystem } from './system.ts';
import { networkName } from './telephony.ts';

/** What the status bar shows of a phone. */
export function statusBarOf(system: AndroidSystem): StatusBarState {
  const { connectivity, telephony, properties, power } = system;
  return {
    wifi: connectivity.wifi,
    airplane: connectivity.airplane,
    signalBars: telephony.phoneNumber === undefined ? 0 : 4,
    networkType: networkName(properties.get('gsm.network.type')),
    batteryPercent: power.battery.levelPercent,
    charging: power.battery.charging,
  };
}

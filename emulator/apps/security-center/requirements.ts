import type { AndroidSystem } from '../../android/system.ts';
import { xiaomiAccount } from '../account/xiaomi-account.ts';
import type { StringName } from '../strings/index.ts';

/** Builds older than this want an account and a SIM card for input over USB (MIUI 13). */
const NEWER_MIUI_CODE = 13;

/** What keeps "USB debugging (Security settings)" from being switched on, if anything. */
export function inputObstacle(system: AndroidSystem): StringName | undefined {
  const isOld = Number(system.properties.get('ro.miui.ui.version.code')) < NEWER_MIUI_CODE;
  return isOld ? accountObstacle(system) : networkObstacle(system);
}

/** What keeps "Install via USB" from being switched on, on every build. */
export function installObstacle(system: AndroidSystem): StringName | undefined {
  return accountObstacle(system);
}

function accountObstacle(system: AndroidSystem): StringName | undefined {
  if (!xiaomiAccount(system)) return 'gate_needs_account';
  if (system.telephony.phoneNumber === undefined) return 'gate_needs_sim';
  return networkObstacle(system);
}

function networkObstacle(system: AndroidSystem): StringName | undefined {
  return system.connectivity.online ? undefined : 'gate_needs_network';
}

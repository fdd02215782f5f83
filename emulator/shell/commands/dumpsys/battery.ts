import type { CommandOutput } from '../../command.ts';
import { type Dump, lines } from './dump.ts';

/** BatteryManager.BATTERY_STATUS_* */
const STATUS_CHARGING = 2;
const STATUS_DISCHARGING = 3;

/** `dumpsys battery [set level N | set ac|usb 0|1 | unplug | reset]` (AOSP BatteryService). */
export const dumpBattery: Dump = ({ system, args }) => {
  const [verb, name, value] = args;
  if (verb === 'set')
    return set(value ?? '', name ?? '', (change) => system.power.setBattery(change));
  if (verb === 'unplug' || verb === 'reset') {
    system.power.setBattery({ charging: verb === 'reset' });
    return {};
  }
  if (verb !== undefined && verb !== '-a') return lines(`Unknown command: ${verb}`);
  const { levelPercent, charging, temperatureCelsius, voltageMillivolts } = system.power.battery;
  return lines(
    'Current Battery Service state:',
    '  AC powered: false',
    `  USB powered: ${charging}`,
    '  Wireless powered: false',
    '  Dock powered: false',
    '  Max charging current: 500000',
    '  Max charging voltage: 5000000',
    '  Charge counter: 4284000',
    `  status: ${charging ? STATUS_CHARGING : STATUS_DISCHARGING}`,
    '  health: 2',
    '  present: true',
    `  level: ${levelPercent}`,
    '  scale: 100',
    `  voltage: ${voltageMillivolts}`,
    `  temperature: ${Math.round(temperatureCelsius * 10)}`,
    '  technology: Li-poly',
  );
};

function set(
  text: string,
  name: string,
  apply: (change: { levelPercent?: number; charging?: boolean }) => void,
): CommandOutput {
  // Any int is taken, as BatteryService does: an app that is tested may want to see 500 %.
  if (!/^[+-]?\d+$/.test(text)) return lines(`Bad value: ${text}`);
  const value = Number(text);
  if (name === 'level') apply({ levelPercent: value });
  else if (/^(?:ac|usb|wireless|dock)$/.test(name)) apply({ charging: value !== 0 });
  else return lines(`Unknown set option: ${name}`);
  return {};
}

import type { PowerManager } from '../../../android/power-manager.ts';
import type { CommandOutput } from '../../command.ts';
import { type Dump, lines } from './dump.ts';

/** BatteryManager.BATTERY_STATUS_* */
const STATUS_CHARGING = 2;
const STATUS_DISCHARGING = 3;

const SOURCES = /^(?:ac|usb|wireless|dock)$/;

/** `dumpsys battery [get|set level N | set ac|usb 0|1 | unplug | reset]` (AOSP BatteryService). */
export const dumpBattery: Dump = ({ system, args }) => {
  const { power } = system;
  // `-f` tells the apps at once, which hear of it anyway.
  const [verb, name, value] = args.filter((arg) => arg !== '-f');
  if (verb === 'set') return set(power, name, value);
  if (verb === 'get') return get(power, name);
  if (verb === 'unplug') {
    power.forceBattery({ charging: false });
    return {};
  }
  if (verb === 'reset') {
    power.resetBattery();
    return {};
  }
  if (verb !== undefined && verb !== '-a') return lines(`Unknown command: ${verb}`);
  const { levelPercent, charging, temperatureCelsius, voltageMillivolts } = power.battery;
  return lines(
    'Current Battery Service state:',
    power.isBatteryForced ? ["  (UPDATES STOPPED -- use 'reset' to restart)"] : [],
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
  power: PowerManager,
  name: string | undefined,
  text: string | undefined,
): CommandOutput {
  if (name === undefined) return lines('No property specified');
  if (text === undefined) return lines('No value specified');
  // Any int is taken, as BatteryService does: an app that is tested may want to see 500 %.
  if (!/^[+-]?\d+$/.test(text)) return lines(`Bad value: ${text}`);
  const value = Number(text);
  if (name === 'level') power.forceBattery({ levelPercent: value });
  else if (SOURCES.test(name)) power.forceBattery({ charging: value !== 0 });
  else return lines(`Unknown set option: ${name}`);
  return {};
}

function get({ battery }: PowerManager, name: string | undefined): CommandOutput {
  switch (name) {
    case undefined:
      return lines('No property specified');
    case 'level':
      return lines(String(battery.levelPercent));
    case 'status':
      return lines(String(battery.charging ? STATUS_CHARGING : STATUS_DISCHARGING));
    case 'usb':
      return lines(String(battery.charging));
    case 'ac':
    case 'wireless':
      return lines('false');
    default:
      return lines(`Unknown get option: ${name}`);
  }
}

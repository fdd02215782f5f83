import { SecurityException, shellHasPermission } from '../../android/shell-identity.ts';
import type { AndroidSystem } from '../../android/system.ts';
import type { CommandOutput, ShellCommand } from '../command.ts';

const USAGE =
  'Available commands:\n' +
  '    help     Show information about the subcommands\n' +
  '    power    Control the power manager\n' +
  '    data     Control mobile data connectivity\n' +
  '    wifi     Control the Wi-Fi manager\n' +
  '    bluetooth  Control Bluetooth service\n';

/** `svc wifi|data|bluetooth enable|disable`, `svc power stayon|reboot` (AOSP cmds/svc). */
export const svc: ShellCommand = {
  name: 'svc',
  run({ system, args }) {
    const [service = '', verb = '', value = ''] = args;
    const on = verb === 'enable';
    if (service === 'power') {
      if (verb === 'stayon') return stayOn(system, value);
      if (verb === 'reboot') {
        system.power.reboot(value);
        return {};
      }
      return { stderr: USAGE };
    }
    if (verb !== 'enable' && verb !== 'disable') return { stderr: USAGE };
    if (service === 'wifi') system.connectivity.wifi = on;
    else if (service === 'data') system.connectivity.mobileData = on;
    else if (service === 'bluetooth') system.settings.put('global', 'bluetooth_on', on ? '1' : '0');
    else return { stderr: USAGE };
    return {};
  },
};

/** The chargers at which the screen stays on (BatteryManager.BATTERY_PLUGGED_…). */
const CHARGERS: Readonly<Record<string, number | undefined>> = {
  true: 7,
  false: 0,
  ac: 1,
  usb: 2,
  wireless: 4,
};

function stayOn(system: AndroidSystem, value: string): CommandOutput {
  const chargers = CHARGERS[value];
  if (chargers === undefined) {
    return { stderr: 'usage: svc power stayon [true|false|usb|ac|wireless]\n' };
  }
  if (!shellHasPermission(system, 'WRITE_SETTINGS')) {
    const error = new SecurityException(
      'Neither user 2000 nor current process has android.permission.WRITE_SETTINGS.',
    );
    return { stderr: `Exception in thread "main" ${error.name}: ${error.message}\n`, exitCode: 1 };
  }
  system.settings.put('global', 'stay_on_while_plugged_in', String(chargers));
  return {};
}

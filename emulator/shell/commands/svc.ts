import type { ShellCommand } from '../command.ts';

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
      if (verb === 'stayon') {
        const bits = { true: '7', ac: '1', usb: '2', wireless: '4' }[value] ?? '0';
        system.settings.put('global', 'stay_on_while_plugged_in', bits);
        return {};
      }
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

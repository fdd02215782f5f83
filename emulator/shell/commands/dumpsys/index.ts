import type { CommandOutput, ShellCommand } from '../../command.ts';
import { dumpAccount } from './account.ts';
import { dumpActivity } from './activity.ts';
import { dumpBattery } from './battery.ts';
import { dumpConnectivity } from './connectivity.ts';
import { dumpDeviceIdle } from './deviceidle.ts';
import { dumpDisplay, dumpInput, dumpSurfaceFlinger } from './display.ts';
import type { Dump } from './dump.ts';
import { dumpInputMethod } from './input-method.ts';
import { dumpIsub } from './isub.ts';
import { dumpNotification } from './notification.ts';
import { dumpPackage } from './package.ts';
import { dumpPower } from './power.ts';
import { dumpTelephonyRegistry, dumpWifi } from './telephony-registry.ts';
import { dumpTrust } from './trust.ts';
import { dumpWindow } from './window.ts';

const SERVICES: Readonly<Record<string, Dump | undefined>> = {
  SurfaceFlinger: dumpSurfaceFlinger,
  account: dumpAccount,
  activity: dumpActivity,
  battery: dumpBattery,
  connectivity: dumpConnectivity,
  deviceidle: dumpDeviceIdle,
  display: dumpDisplay,
  input: dumpInput,
  input_method: dumpInputMethod,
  isub: dumpIsub,
  notification: dumpNotification,
  package: dumpPackage,
  power: dumpPower,
  'telephony.registry': dumpTelephonyRegistry,
  trust: dumpTrust,
  wifi: dumpWifi,
  window: dumpWindow,
};

/** `dumpsys [-l] [SERVICE [ARGS]]` (AOSP frameworks/native/cmds/dumpsys). */
export const dumpsys: ShellCommand = {
  name: 'dumpsys',
  run(input) {
    const args = [...input.args];
    // A time limit for the service's answer, which here always comes at once.
    if (args[0] === '-t' || args[0] === '-T') args.splice(0, 2);
    const [service, ...rest] = args;
    if (service === '-l') {
      const names = Object.keys(SERVICES).map((name) => `  ${name}\n`);
      return { stdout: `Currently running services:\n${names.join('')}` };
    }
    if (service === undefined) {
      const dumps = Object.entries(SERVICES).map(([name, dump]): CommandOutput => {
        const separator = '-'.repeat(79);
        const body = dump?.({ ...input, args: [] }).stdout?.toString() ?? '';
        return { stdout: `${separator}\nDUMP OF SERVICE ${name}:\n${body}` };
      });
      return { stdout: dumps.map(({ stdout }) => stdout).join('') };
    }
    const dump = SERVICES[service];
    if (!dump) return { stderr: `Can't find service: ${service}\n` };
    return dump({ ...input, args: rest });
  },
};

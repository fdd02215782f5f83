import { shellHasPermission } from '../../android/shell-identity.ts';
import type { ShellCommand } from '../command.ts';

const SERVICES: readonly (readonly [name: string, descriptor: string])[] = [
  ['SurfaceFlinger', 'android.ui.ISurfaceComposer'],
  ['account', 'android.accounts.IAccountManager'],
  ['activity', 'android.app.IActivityManager'],
  ['activity_task', 'android.app.IActivityTaskManager'],
  ['alarm', 'android.app.IAlarmManager'],
  ['appops', 'com.android.internal.app.IAppOpsService'],
  ['battery', ''],
  ['clipboard', 'android.content.IClipboard'],
  ['connectivity', 'android.net.IConnectivityManager'],
  ['deviceidle', 'android.os.IDeviceIdleController'],
  ['display', 'android.hardware.display.IDisplayManager'],
  ['input', 'android.hardware.input.IInputManager'],
  ['input_method', 'com.android.internal.view.IInputMethodManager'],
  ['isms', 'com.android.internal.telephony.ISms'],
  ['isub', 'com.android.internal.telephony.ISub'],
  ['notification', 'android.app.INotificationManager'],
  ['package', 'android.content.pm.IPackageManager'],
  ['phone', 'com.android.internal.telephony.ITelephony'],
  ['power', 'android.os.IPowerManager'],
  ['settings', ''],
  ['telephony.registry', 'com.android.internal.telephony.ITelephonyRegistry'],
  ['trust', 'android.app.trust.ITrustManager'],
  ['wifi', 'android.net.wifi.IWifiManager'],
  ['window', 'android.view.IWindowManager'],
];
/** android.os.Parcel */
const EX_SECURITY = -1;
/** Transaction of IAlarmManager.setTimeZone. */
const SET_TIME_ZONE = '3';

/** `service list|check NAME|call NAME CODE …` (AOSP frameworks/native/cmds/service). */
export const service: ShellCommand = {
  name: 'service',
  run({ system, args }) {
    const [verb = '', name = '', code, ...values] = args;
    const isKnown = SERVICES.some(([known]) => known === name);
    if (verb === 'list') {
      const lines = SERVICES.map(([known, type], index) => `${index}\t${known}: [${type}]\n`);
      return { stdout: `Found ${SERVICES.length} services:\n${lines.join('')}` };
    }
    if (verb === 'check') {
      return { stdout: `Service ${name}: ${isKnown ? 'found' : 'not found'}\n` };
    }
    if (verb !== 'call')
      return { stderr: 'service: Usage: service list|check|call\n', exitCode: 10 };
    if (!isKnown) return { stderr: `service: Service ${name} does not exist\n`, exitCode: 10 };
    if (name === 'alarm' && code === SET_TIME_ZONE && values[0] === 's16' && values[1]) {
      system.properties.set('persist.sys.timezone', values[1]);
      return { stdout: "Result: Parcel(00000000    '....')\n" };
    }
    if (name === 'isms' && !shellHasPermission(system, 'SEND_SMS')) {
      return { stdout: parcel(securityException('Sending SMS message')) };
    }
    return {
      stdout: "Result: Parcel(\n  0x00000000: ffffffb6 0000003f                   '....?...')\n",
    };
  },
};

/** A reply that holds an exception: its code, EX_SECURITY, and its message. */
function securityException(message: string): Buffer {
  const text = `${message}: Neither user 2000 nor current process has android.permission.SEND_SMS.`;
  const head = Buffer.alloc(8);
  head.writeInt32LE(EX_SECURITY, 0);
  head.writeInt32LE(text.length, 4);
  const body = Buffer.from(`${text}\0`, 'utf16le');
  return Buffer.concat([head, body, Buffer.alloc(-body.length & 3)]);
}

/** As android::Parcel prints itself: words of 32 bits, and what of them is ASCII. */
function parcel(bytes: Buffer): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    const words = Array.from({ length: row.length / 4 }, (_, index) =>
      row
        .readUInt32LE(index * 4)
        .toString(16)
        .padStart(8, '0'),
    );
    const ascii = row.toString('latin1').replace(/[^ -~]/g, '.');
    const address = at.toString(16).padStart(8, '0');
    lines.push(`  0x${address}: ${words.join(' ').padEnd(36)}'${ascii}'`);
  }
  return `Result: Parcel(\n${lines.join('\n')})\n`;
}

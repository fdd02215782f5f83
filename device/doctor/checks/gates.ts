import type { PhoneCheck, PhoneFacts } from '../facts.ts';
import { textOf } from '../facts.ts';
import { developerOptionsAppear, menuPath } from '../menus.ts';
import { failed, passed, unknown } from '../result.ts';
import { helperStates } from './helpers.ts';

/**
 * The switch as MIUI and HyperOS keep it, which also decide by it (`preCheckUidPermission` in
 * PackageManagerServiceImpl of MIUI's framework).
 */
const INPUT_PROPERTY = 'persist.security.adbinput';
/** Kept by MIUI's Security Center for "Install via USB". */
const INSTALL_PROPERTY = 'persist.security.adbinstall';

/** What the phone did with a change of a setting that does not exist. */
type Probe = 'allowed' | 'refused' | 'unknown';

export const usbDebuggingSecurity: PhoneCheck = {
  id: 'usb-debugging-security',
  asks: ['properties', 'mayWriteSettings'],
  judge(facts) {
    const { properties, system } = facts;
    const probe = parseSettingsProbe(textOf(facts, 'mayWriteSettings'));
    const isOn = properties.get(INPUT_PROPERTY) === '1';
    const where = `${menuPath('developer-options', system)} (${developerOptionsAppear(system)})`;
    if (system.family === 'android') {
      if (probe === 'allowed') return passed(`${system.name} has no such switch, and lets adb in`);
      if (probe === 'unknown') return unknown('the phone did not answer a probe', 'Start again.');
      return failed(
        'adb may not change settings',
        `Look for a switch that monitors or restricts adb's permissions: ${where}.`,
      );
    }
    if (isOn && probe === 'refused') {
      return failed(
        'on, but the phone still refuses',
        `Turn it off and on again, then restart the phone: ${where}.`,
      );
    }
    if (isOn) return passed(probe === 'allowed' ? 'on' : 'on, as its property says');
    // Builds without the gate have its property too, or leave it out.
    if (probe === 'allowed') return passed('off, but this build refuses nothing');
    const olderBuilds =
      system.family === 'miui'
        ? ' Older builds want a SIM card and a signed-in account for that: sign in, switch it on, sign out.'
        : '';
    return failed(
      'off',
      `Turn on "USB debugging (Security settings)" and wait through its three pages: ${where}.${olderBuilds}`,
    );
  },
};

export const installViaUsb: PhoneCheck = {
  id: 'install-via-usb',
  asks: ['properties', 'settingsHelper', 'serverHelper', 'serverTestHelper'],
  judge(facts) {
    const { properties, system } = facts;
    if (system.family === 'android') return passed(`${system.name} has no such switch`);
    if (properties.get(INSTALL_PROPERTY) === '1') return passed('on');
    const isNeeded = needsInstallation(facts);
    const where = menuPath('developer-options', system);
    return {
      ...failed(
        isNeeded ? 'off' : "off; Appium's helpers are installed",
        `Turn on "Install via USB" (it wants a SIM card and the network, and on some builds a signed-in account): ${where}.`,
      ),
      required: isNeeded,
    };
  },
};

/**
 * Parses what `settings delete` says of a setting that does not exist.
 * @see frameworks/base, SettingsService.MyShellCommand, SettingsProvider.enforceWritePermission
 */
export function parseSettingsProbe(output: string): Probe {
  if (/SecurityException|Security exception|WRITE_SECURE_SETTINGS|not granted/.test(output)) {
    return 'refused';
  }
  return /^Deleted \d+ rows/m.test(output) ? 'allowed' : 'unknown';
}

function needsInstallation(facts: PhoneFacts): boolean {
  return helperStates(facts).some(({ fits }) => !fits);
}

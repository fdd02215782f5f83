/** What the doctor checks of this machine; device/doctor/ids.ts says of each what it is. */
export const MACHINE_CHECK_IDS = [
  'node-version',
  'android-home',
  'adb-program',
  'adb-server',
  'appium',
  'appium-driver',
  'ports',
  'disk-space',
  'state-dir',
  'picture-reading',
  'phones',
] as const;

/** What the doctor checks of each phone. */
export const PHONE_CHECK_IDS = [
  'connected',
  'authorized',
  'android-version',
  'awake',
  'unlocked',
  'usb-debugging-security',
  'install-via-usb',
  'helpers',
  'helpers-battery',
  'helpers-autostart',
  'language',
  'sim',
  'sms-readable',
  'free-network-sms',
  'signed-out',
  'network',
  'clock',
  'battery',
  'power-saver',
  'storage',
  'stay-awake',
  'animations',
] as const;

/** What can go wrong beside that, and shows in a run only. */
const RUN_TROUBLES = [
  'appium-unreachable',
  'find-device',
  'helpers-killed',
  'interrupted',
  'leased',
  'live-sign-up',
  'number-used',
  'phone-refused',
  'phone-unreliable',
  'picture-not-answered',
  'picture-not-readable',
  'security-check',
  'server-error',
  'server-slow',
  'sms-not-received',
  'texts-missing',
  'too-many-attempts',
  'udev-rules',
  'unknown-screen',
] as const;

/** The headings of docs/troubleshooting.md. Each is the id itself, so that a search for it finds both. */
export const TROUBLES = [...MACHINE_CHECK_IDS, ...PHONE_CHECK_IDS, ...RUN_TROUBLES] as const;

export type MachineCheckId = (typeof MACHINE_CHECK_IDS)[number];
export type PhoneCheckId = (typeof PHONE_CHECK_IDS)[number];
export type Trouble = (typeof TROUBLES)[number];

/** Where a person reads more about it. */
export function troubleshootingPath(id: Trouble): string {
  return `docs/troubleshooting.md#${id}`;
}

/** The same as the end of a text in one line; empty where there is no entry. */
export function moreAbout(id: Trouble | undefined): string {
  return id === undefined ? '' : ` More: ${troubleshootingPath(id)}`;
}

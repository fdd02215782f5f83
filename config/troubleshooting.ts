/**
 * The headings of docs/troubleshooting.md that an error points to, beside those of the doctor's checks
 * (device/doctor/ids.ts). Each heading is the id itself, so that a search for it finds both.
 */
export const TROUBLES = [
  'appium-unreachable',
  'install-via-usb',
  'helpers-autostart',
  'helpers-killed',
  'leased',
  'phone-offline',
  'phone-unauthorized',
  'picture-not-readable',
  'port-taken',
  'security-check',
  'server-slow',
  'sms-not-readable',
  'sms-not-received',
  'too-many-attempts',
  'udev-rules',
  'unknown-screen',
  'usb-debugging-security',
] as const;

export type Trouble = (typeof TROUBLES)[number];

/** Where a person reads more about it. */
export function troubleshootingPath(id: string): string {
  return `docs/troubleshooting.md#${id}`;
}

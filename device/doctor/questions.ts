/** Appium's helpers on the phone. The last starts the one before it, and has no version of its own. */
export const HELPERS = {
  settings: 'io.appium.settings',
  server: 'io.appium.uiautomator2.server',
  serverTest: 'io.appium.uiautomator2.server.test',
} as const;

/** What MIUI calls Autostart, as its own operation (AppOpsManager.OP_AUTO_START). */
export const AUTOSTART_OP = 10008;

/**
 * No setting has this name, so that deleting it changes nothing; whether the phone lets the shell do
 * it is what is asked (SettingsProvider checks the permission first). MIUI refuses by the same rule
 * that refuses taps.
 */
const PROBED_SETTING = 'mi_account_e2e_probe';

/**
 * What a phone is asked. The questions of one lane go one after the other through one `adb shell`; the
 * lanes go side by side. What a command says on its error output is part of the answer.
 */
export const QUESTIONS = {
  properties: { lane: 1, commands: ['getprop'] },
  mayWriteSettings: { lane: 1, commands: [`settings delete global ${PROBED_SETTING}`] },
  globalSettings: { lane: 1, commands: ['settings list global'] },
  systemSettings: { lane: 1, commands: ['settings list system'] },
  secureSettings: { lane: 1, commands: ['settings list secure'] },
  power: { lane: 2, commands: ['dumpsys power'] },
  windowPolicy: { lane: 2, commands: ['dumpsys window policy'] },
  battery: { lane: 2, commands: ['dumpsys battery'] },
  dataSpace: { lane: 2, commands: ['df /data'] },
  accounts: { lane: 3, commands: ['dumpsys account'] },
  connectivity: { lane: 3, commands: ['dumpsys connectivity'] },
  settingsHelper: { lane: 4, commands: [versionOf(HELPERS.settings)] },
  serverHelper: { lane: 4, commands: [versionOf(HELPERS.server)] },
  serverTestHelper: { lane: 4, commands: [`pm path ${HELPERS.serverTest}`] },
  batteryWhitelist: { lane: 4, commands: ['dumpsys deviceidle whitelist'] },
  autostart: {
    lane: 4,
    commands: Object.values(HELPERS).flatMap((name) => [
      `echo ${name}`,
      `appops get ${name} ${AUTOSTART_OP}`,
    ]),
  },
} as const satisfies Record<string, { lane: number; commands: readonly string[] }>;

export type QuestionName = keyof typeof QUESTIONS;

/** A dump of a package is long, and its version near the top. */
function versionOf(packageName: string): string {
  return `dumpsys package ${packageName} | grep -m 1 versionName=`;
}

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

const packages = Object.values(HELPERS);
const version = (name: string) => `dumpsys package ${name} | grep -m 1 versionName=`;

/**
 * What a phone is asked, each by one command line. Those of one lane go one after the other through
 * one `adb shell`; the lanes go side by side.
 */
export const QUESTIONS = {
  properties: { lane: 1, command: 'getprop' },
  mayWriteSettings: { lane: 1, command: `settings delete global ${PROBED_SETTING}` },
  globalSettings: { lane: 1, command: 'settings list global' },
  systemSettings: { lane: 1, command: 'settings list system' },
  secureSettings: { lane: 1, command: 'settings list secure' },
  power: { lane: 2, command: 'dumpsys power' },
  windowPolicy: { lane: 2, command: 'dumpsys window policy' },
  battery: { lane: 2, command: 'dumpsys battery' },
  dataSpace: { lane: 2, command: 'df /data' },
  accounts: { lane: 3, command: 'dumpsys account' },
  connectivity: { lane: 3, command: 'dumpsys connectivity' },
  settingsHelper: { lane: 4, command: version(HELPERS.settings) },
  serverHelper: { lane: 4, command: version(HELPERS.server) },
  serverTestHelper: { lane: 4, command: `pm path ${HELPERS.serverTest}` },
  batteryWhitelist: { lane: 4, command: 'dumpsys deviceidle whitelist' },
  autostart: {
    lane: 4,
    command: packages.map((name) => `echo ${name}; appops get ${name} ${AUTOSTART_OP}`).join('; '),
  },
} as const satisfies Record<string, { lane: number; command: string }>;

export type QuestionName = keyof typeof QUESTIONS;

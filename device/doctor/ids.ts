import type { MachineCheckId, PhoneCheckId } from '../../config/troubleshooting.ts';

/** What is known of a check before it is made. */
export interface CheckInfo {
  /** What it is about, for a table: lower case, a few words. */
  readonly title: string;
  /** What goes wrong in a run while it fails: a full sentence. */
  readonly why: string;
  /**
   * Whether a run is hopeless while it fails. A check may ask for more on some phones than on others:
   * what counts is the result's `required`.
   */
  readonly required: boolean;
}

/** What is checked once, of this machine. In the order in which they are shown. */
export const MACHINE_CHECKS = {
  'node-version': {
    title: 'Node.js',
    why: 'The dependencies need a version of Node that has what they use.',
    required: true,
  },
  'android-home': {
    title: 'ANDROID_HOME',
    why: 'Appium runs the adb that it finds in there.',
    required: true,
  },
  'adb-program': {
    title: 'adb',
    why: 'Everything that is asked of a phone outside WebDriver goes through adb.',
    required: true,
  },
  'adb-server': {
    title: "adb's server",
    why: 'An adb of another version kills the server and starts its own, which tears every session on this machine.',
    required: true,
  },
  appium: {
    title: 'Appium',
    why: 'A run starts the Appium of node_modules.',
    required: true,
  },
  'appium-driver': {
    title: 'UiAutomator2 driver',
    why: 'A driver that is not made for this Appium is not loaded, or fails in the middle of a session.',
    required: true,
  },
  ports: {
    title: 'ports',
    why: 'A port that the settings name and another program holds ends a run at its start.',
    required: true,
  },
  'disk-space': {
    title: 'disk space',
    why: 'Screenshots, logs and the report of a run take some 100 MB.',
    required: true,
  },
  'state-dir': {
    title: 'state folder',
    why: 'The ledger of sign-ups is written before a number is submitted; where it cannot be, nothing is. It holds numbers, so nobody else may read it.',
    required: true,
  },
  'picture-reading': {
    title: 'reading pictures',
    why: "Tesseract's data must be on this machine where pictures are read by machine; nothing is downloaded during a run.",
    required: false,
  },
  phones: {
    title: 'phones',
    why: 'A run on connected phones needs one that adb lists.',
    required: false,
  },
} as const satisfies Record<MachineCheckId, CheckInfo>;

/** What is checked of each phone. In the order in which they are shown. */
export const PHONE_CHECKS = {
  connected: {
    title: 'connection',
    why: 'adb must see the phone, and the phone must answer.',
    required: true,
  },
  authorized: {
    title: 'authorization',
    why: 'The phone answers a computer only after a person has allowed it.',
    required: true,
  },
  'android-version': {
    title: 'Android version',
    why: 'The UiAutomator2 server needs Android 8 (API level 26).',
    required: true,
  },
  awake: {
    title: 'screen',
    why: 'Nothing can be tapped on a screen that is off.',
    required: true,
  },
  unlocked: {
    title: 'lock screen',
    why: "Appium cannot pass Xiaomi's lock screen, and tries until the session start fails.",
    required: true,
  },
  'usb-debugging-security': {
    title: 'USB debugging (Security settings)',
    why: 'While it is off the phone refuses every tap (INJECT_EVENTS) and every change of a setting (WRITE_SECURE_SETTINGS).',
    required: true,
  },
  'install-via-usb': {
    title: 'Install via USB',
    why: 'While it is off the phone refuses the helpers that Appium installs (INSTALL_FAILED_USER_RESTRICTED).',
    required: true,
  },
  helpers: {
    title: "Appium's helpers",
    why: 'A session start installs those that are missing or old, which takes longer, and some phones ask a person each time.',
    required: false,
  },
  'helpers-battery': {
    title: 'battery rules for the helpers',
    why: 'The phone kills helpers that its battery optimisation covers: "socket hang up", "instrumentation process is not running".',
    required: false,
  },
  'helpers-autostart': {
    title: 'Autostart for the helpers',
    why: 'Without it the system starts no helper in the background: "Appium Settings app is not running after …ms".',
    required: false,
  },
  language: {
    title: 'language',
    why: 'Screens without known ids are found by their texts, which are known in some languages only.',
    required: false,
  },
  sim: {
    title: 'SIM card',
    why: 'The code comes as an SMS to the SIM card with the number.',
    required: true,
  },
  'sms-readable': {
    title: 'SMS over adb',
    why: 'The code is read from the inbox or the notifications; a person would have to type it otherwise.',
    required: true,
  },
  'free-network-sms': {
    title: 'MIUI free network SMS',
    why: "While it is on, Xiaomi's Messages app gets messages over the internet, and they may never be in the inbox.",
    required: false,
  },
  'signed-out': {
    title: 'account',
    why: 'A phone has one Mi account at most: a sign-up needs a phone that is signed out.',
    required: true,
  },
  network: {
    title: 'network',
    why: "The account app talks to Xiaomi's servers.",
    required: true,
  },
  clock: {
    title: 'clock',
    why: 'With a wrong date the account app trusts no server, and the code may look expired.',
    required: false,
  },
  battery: {
    title: 'battery',
    why: 'A run that waits for slow servers may take half an hour.',
    required: false,
  },
  'power-saver': {
    title: 'battery saver',
    why: 'It stops what runs in the background, the helpers too, and delays what the network brings.',
    required: false,
  },
  storage: {
    title: 'storage',
    why: 'The helpers need 50 MB, and a full phone refuses SMS.',
    required: true,
  },
  'stay-awake': {
    title: 'Stay awake',
    why: 'A screen that goes off while an SMS is awaited locks the phone.',
    required: false,
  },
  animations: {
    title: 'animations',
    why: 'Every screen is looked at once it is still: animations make each step slower.',
    required: false,
  },
} as const satisfies Record<PhoneCheckId, CheckInfo>;

export type CheckId = MachineCheckId | PhoneCheckId;

/** Title and reason of a check. Its id is also the anchor of its section in docs/troubleshooting.md. */
export const CHECKS: Readonly<Record<CheckId, CheckInfo>> = { ...MACHINE_CHECKS, ...PHONE_CHECKS };

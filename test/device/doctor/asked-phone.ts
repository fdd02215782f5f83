import { ManualHarnessClock } from '../../../config/clock.ts';
import { loadSettings } from '../../../config/settings.ts';
import type { CheckContext } from '../../../device/doctor/facts.ts';
import { QUESTIONS, type QuestionName } from '../../../device/doctor/questions.ts';
import { FakeAdb } from '../fake-adb.ts';

const HELPER_VERSIONS = { settings: '8.0.9', server: '10.6.6' };

/** What a HyperOS phone answers on which nothing is wrong. */
const GOOD: Readonly<Record<QuestionName, string>> = {
  properties: [
    '[ro.build.version.release]: [16]',
    '[ro.build.version.sdk]: [36]',
    '[ro.mi.os.version.name]: [OS3.0]',
    '[persist.security.adbinput]: [1]',
    '[persist.security.adbinstall]: [1]',
    '[persist.sys.locale]: [en-GB]',
    '[gsm.sim.state]: [LOADED,ABSENT]',
    '',
  ].join('\n'),
  mayWriteSettings: 'Deleted 0 rows\n',
  globalSettings: [
    'airplane_mode_on=0',
    'stay_on_while_plugged_in=7',
    'window_animation_scale=0.0',
    'transition_animation_scale=0.0',
    'animator_duration_scale=0.0',
    '',
  ].join('\n'),
  systemSettings: 'screen_off_timeout=60000\n',
  secureSettings: 'android_id=1\n',
  power: '  mWakefulness=Awake\n',
  windowPolicy: '    KeyguardServiceDelegate\n      showing=false\n      secure=false\n',
  battery: '  USB powered: true\n  level: 80\n',
  dataSpace: '/dev/dm-8  232783872 21460084 211323788  10% /data\n',
  accounts: 'User UserInfo{0:Owner:13}:\n  Accounts: 0\n',
  connectivity:
    'Active default network: 102\n  NetworkAgentInfo{network{102} nc{[ Transports: WIFI Capabilities: INTERNET&VALIDATED ]}}\n',
  settingsHelper: `    versionName=${HELPER_VERSIONS.settings}\n`,
  serverHelper: `    versionName=${HELPER_VERSIONS.server}\n`,
  serverTestHelper: 'package:/data/app/base.apk\n',
  batteryWhitelist: [
    'user,io.appium.settings,10234',
    'user,io.appium.uiautomator2.server,10235',
    'user,io.appium.uiautomator2.server.test,10236',
    '',
  ].join('\n'),
  autostart: [
    'io.appium.settings',
    'MIUIOP(10008): allow',
    'io.appium.uiautomator2.server',
    'MIUIOP(10008): allow',
    'io.appium.uiautomator2.server.test',
    'MIUIOP(10008): allow',
    '',
  ].join('\n'),
};

/** How the phone differs; `undefined`: it does not answer. */
export type Difference = Partial<Record<QuestionName, string | undefined>>;

/** A phone that answers the doctor, on which nothing is wrong but for what the test says. */
export class AskedPhone extends FakeAdb {
  #answers: Readonly<Record<QuestionName, string | undefined>>;

  /** @param other what it answers to everything that is no question of the doctor's. */
  constructor(
    difference: Difference = {},
    other: (command: string) => { stdout?: string } | undefined = () => undefined,
  ) {
    super((command) => other(command) ?? this.#answer(command));
    this.#answers = { ...GOOD, ...difference };
  }

  /** From now on it answers otherwise. */
  change(difference: Difference): void {
    this.#answers = { ...this.#answers, ...difference };
  }

  #answer(command: string): { stdout: string } {
    if (command.startsWith('content query')) return { stdout: 'No result found.\n' };
    if (command.startsWith('date ')) return { stdout: `${CLOCK.now() / 1000}.000000000\n` };
    const names = [...command.matchAll(/echo "@@answer (\w+)"/g)].map(([, name]) => name);
    const stdout = names
      .filter((name): name is QuestionName => Object.hasOwn(QUESTIONS, name ?? ''))
      .map((name) => {
        const text = this.#answers[name];
        return text === undefined ? '' : `${text}@@answer ${name}\n`;
      })
      .join('');
    return { stdout };
  }
}

const CLOCK = new ManualHarnessClock();

export function contextOf(change: Partial<CheckContext> = {}): CheckContext {
  return {
    device: { serial: 'emulator-5554', state: 'device' },
    settings: loadSettings({ MI_SMS_SOURCES: 'inbox' }),
    clock: CLOCK,
    helpers: {
      settings: { version: HELPER_VERSIONS.settings, apk: '/settings.apk' },
      server: { version: HELPER_VERSIONS.server, apk: '/server.apk' },
      serverTest: { apk: '/test.apk' },
    },
    ...change,
  };
}

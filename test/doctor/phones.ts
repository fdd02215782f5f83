import { RealHarnessClock } from '../../config/clock.ts';
import { loadSettings } from '../../config/settings.ts';
import { Adb } from '../../device/adb.ts';
import { examine, type PhoneReport } from '../../device/doctor/check-phone.ts';
import { ASKING_CHECKS } from '../../device/doctor/checks/index.ts';
import type { CheckContext, PhoneCheck } from '../../device/doctor/facts.ts';
import type { PhoneCheckId } from '../../config/troubleshooting.ts';
import type { CheckResult } from '../../device/doctor/result.ts';
import { PhoneFleet } from '../../emulator/fleet.ts';
import type { PhoneInfo } from '../../emulator/phone-info.ts';
import type { XiaomiPhoneOptions } from '../../emulator/phone.ts';
import { redmi7a } from '../../emulator/profiles/redmi-7a.ts';
import { redmiNote13Pro5g } from '../../emulator/profiles/redmi-note-13-pro-5g.ts';
import { helperFiles } from '../../launcher/doctor/helper-files.ts';
import { NO_OTHER_PHONES, StockAdb } from '../emulator/adbd/stock-adb.ts';
import { freePorts } from '../emulator/free-ports.ts';
import { PhoneAtHand } from '../emulator/pitfalls/phone-at-hand.ts';

const ACCOUNT = 'com.xiaomi.account';
const clock = new RealHarnessClock();

/** An emulated phone that the doctor looks at over the stock adb. */
export class ExaminedPhone extends PhoneAtHand {
  readonly device: Adb;

  constructor(adb: StockAdb, info: PhoneInfo) {
    super(adb, info);
    this.device = new Adb({ adbPath: 'adb', serial: info.serial });
  }

  /** How a run with these settings would have it checked that starts now. */
  async context(env: NodeJS.ProcessEnv = {}): Promise<CheckContext> {
    const { serial } = this.info;
    const device = (await this.device.devices()).find((listed) => listed.serial === serial);
    return {
      device: device ?? { serial, state: 'not connected' },
      settings: loadSettings(env),
      clock,
      helpers: helperFiles(),
    };
  }

  /** Makes one check, and those that tell whether the phone can be asked. */
  async examine(
    id: PhoneCheckId,
    env?: NodeJS.ProcessEnv,
  ): Promise<PhoneReport & { readonly result: CheckResult }> {
    const check = checkOf(id);
    const report = await examine(this.device, check ? [check] : [], await this.context(env));
    const result = report.results.find((candidate) => candidate.id === id);
    if (!result) throw new Error(`${id} was not checked: ${JSON.stringify(report.results)}`);
    return { ...report, result };
  }

  async installHelpers(): Promise<void> {
    const { settings, server, serverTest } = helperFiles();
    for (const { apk } of [settings, server, serverTest]) await this.device.install(apk);
  }

  /** A person signs up, on the pages of the current account app; the code fills itself in. */
  async signUp(): Promise<void> {
    await this.gates({ 'sms-autofill': 'on' });
    await this.shell(`am start -n ${ACCOUNT}/.ui.AccountSettingsActivity`);
    await this.tap({ id: `${ACCOUNT}:id/input` });
    await this.admin('POST', '/type', { text: this.info.number.replace('+1', '') });
    await this.tap({ id: `${ACCOUNT}:id/user_agreement_checkbox` });
    await this.tap({ id: `${ACCOUNT}:id/get_login_type` });
    await this.until('an account', async () => /Accounts: 1/.test(await this.accounts()));
  }

  async signOut(): Promise<void> {
    await this.shell(`am start -n ${ACCOUNT}/.ui.AccountSettingsActivity`);
    await this.tap({ id: `${ACCOUNT}:id/logout_btn` });
    await this.tap({ id: 'android:id/button1' });
    await this.until('no account', async () => /Accounts: 0/.test(await this.accounts()));
  }

  accounts(): Promise<string> {
    return this.shell('dumpsys account');
  }
}

/** `undefined` for those that adb's list answers. */
export function checkOf(id: PhoneCheckId): PhoneCheck | undefined {
  return ASKING_CHECKS.find((check) => check.id === id);
}

/** The phones of these tests, in one process with them; what makes each special. */
const PHONES = {
  /** As a phone is after its set-up; a person and the world change it. */
  good: { profile: redmiNote13Pro5g },
  /** One that adb may do everything for. */
  worn: { profile: redmiNote13Pro5g },
  closed: { profile: redmiNote13Pro5g, gates: { 'adb-input': 'off' } },
  unauthorized: { profile: redmiNote13Pro5g, gates: { 'adb-auth': 'unauthorized' } },
  offline: { profile: redmiNote13Pro5g, gates: { 'adb-auth': 'offline' } },
  /** As the Redmi 4A has it, the last one that Appium cannot use. */
  old: { profile: { ...redmi7a, sdk: 25, androidVersion: '7.1.2' } },
  /** A person has chosen German. */
  german: {
    profile: {
      ...redmiNote13Pro5g,
      properties: { ...redmiNote13Pro5g.properties, 'persist.sys.locale': 'de-DE' },
    },
  },
} as const satisfies Record<string, Pick<XiaomiPhoneOptions, 'profile' | 'gates'>>;

export type PhoneName = keyof typeof PHONES;

export class DoctorPhones {
  readonly #adb: StockAdb;
  readonly #fleet: PhoneFleet;
  readonly #phones: ReadonlyMap<PhoneName, ExaminedPhone>;

  private constructor(
    adb: StockAdb,
    fleet: PhoneFleet,
    phones: ReadonlyMap<PhoneName, ExaminedPhone>,
  ) {
    this.#adb = adb;
    this.#fleet = fleet;
    this.#phones = phones;
  }

  /** Starts them, and an adb server of their own, which adb uses in this process from now on. */
  static async start(...names: readonly PhoneName[]): Promise<DoctorPhones> {
    const adb = await StockAdb.start(NO_OTHER_PHONES);
    Object.assign(process.env, adb.env);
    const fleet = new PhoneFleet({
      service: { pictureCode: 'never' },
      adbServerPort: adb.serverPort,
      log: () => undefined,
    });
    const firstPort = await freePorts(2 * names.length);
    const started = await fleet.startAll(
      names.map((name, index) => ({
        ...PHONES[name],
        phoneNumber: `+1201555${String(123 + index).padStart(4, '0')}`,
        consolePort: firstPort + 2 * index,
      })),
    );
    const phones = started.map(
      ({ info }, index) => [names[index] ?? 'good', new ExaminedPhone(adb, info)] as const,
    );
    return new DoctorPhones(adb, fleet, new Map(phones));
  }

  get(name: PhoneName): ExaminedPhone {
    const phone = this.#phones.get(name);
    if (!phone) throw new Error(`the phone '${name}' was not started`);
    return phone;
  }

  async stop(): Promise<void> {
    await this.#fleet.stop();
    await this.#adb.stop();
  }
}

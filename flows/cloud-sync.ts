import { RealHarnessClock, type HarnessClock } from '../config/clock.ts';
import type { RunContext } from '../config/run-context.ts';
import { AccountHome } from '../pageobjects/account-home.ts';
import { AccountsSyncPage } from '../pageobjects/accounts-sync-page.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';
import { SettingsHome } from '../pageobjects/settings-home.ts';
import type { SyncPage } from '../pageobjects/sync-page.ts';
import { XiaomiCloudPage } from '../pageobjects/xiaomi-cloud-page.ts';
import { accountInRow } from './account-row.ts';
import { SyncNotSwitchedError } from './errors.ts';
import { Journey } from './journey.ts';
import type { UiPhone } from './phones.ts';
import { stop, type Stop } from './stop.ts';

const STEP = 'cloud-sync';
const POLL_MS = 250;

/**
 * Where syncing can be switched later: Settings → Mi Account → Xiaomi Cloud, or Settings → Accounts &
 * sync.
 */
export type SyncPlace = 'account' | 'settings';

/** Switches Xiaomi Cloud's sync later than at the sign-up, as a person would. */
export class CloudSync {
  readonly #phone: UiPhone;
  readonly #context: RunContext;
  readonly #clock: HarnessClock;

  constructor(phone: UiPhone, context: RunContext, clock: HarnessClock = new RealHarnessClock()) {
    this.#phone = phone;
    this.#context = context;
    this.#clock = clock;
  }

  /**
   * Goes from Settings to where syncing is switched.
   * @returns whether it is on there.
   * @throws SyncNotSwitchedError when there is no such switch.
   */
  async isOn(place: SyncPlace): Promise<boolean> {
    return this.#at(place, () => Promise.resolve());
  }

  /**
   * The same, and switches it unless it is as wanted.
   * @throws SyncNotSwitchedError when the phone does not show it so within the step's budget.
   */
  async switch(place: SyncPlace, on: boolean): Promise<void> {
    await this.#at(place, async (page, journey) => {
      if ((await page.syncIsOn()) === on) return;
      await journey.recorder.enter(STEP);
      await journey.recorder.screenReady();
      await page.tapSync();
      journey.recorder.submitted();
      // Meanwhile a spinner may show in the page's place.
      const what = `syncing to be switched ${on ? 'on' : 'off'}`;
      const isDone = await journey.recorder.poll(what, POLL_MS, async () =>
        (await page.syncIsOn()) === on ? true : undefined,
      );
      if (isDone === undefined) throw this.#notSwitched(page, what);
      journey.recorder.answered();
    });
  }

  async #at(
    place: SyncPlace,
    does: (page: SyncPage, journey: Journey) => Promise<void>,
  ): Promise<boolean> {
    const phones = { ui: this.#phone, sms: this.#phone };
    const stops = this.#stops(place, (page, command, awaited) =>
      journey.submit(page, command, awaited),
    );
    const journey: Journey = new Journey(phones, this.#context, this.#clock, stops);
    return journey.guarded(async () => {
      await journey.recorder.enter(STEP);
      await new SettingsHome(this.#phone.driver).open();
      const goal: PageClass<SyncPage> = place === 'account' ? XiaomiCloudPage : AccountsSyncPage;
      const page = await journey.until(goal, () => true);
      await does(page, journey);
      const isOn = await page.syncIsOn();
      if (isOn === undefined) throw this.#notSwitched(page, 'a switch for syncing');
      await journey.recorder.end('passed');
      return isOn;
    });
  }

  #stops(place: SyncPlace, submit: Journey['submit']): readonly Stop[] {
    const open = async (settings: SettingsHome): Promise<Page> => {
      if (place === 'settings') {
        return submit(settings, () => settings.tapAccountsAndSync(), 'Accounts & sync to open');
      }
      // The page that opens shows it too.
      await accountInRow(settings, this.#context);
      return submit(settings, () => settings.tapMiAccount(), 'the account app to open');
    };
    const arrived = (page: Page) => Promise.resolve(page);
    return [
      stop(SettingsHome, STEP, open),
      stop(AccountHome, STEP, (page) =>
        submit(page, () => page.tapXiaomiCloud(), 'Xiaomi Cloud to open'),
      ),
      stop(XiaomiCloudPage, STEP, arrived),
      stop(AccountsSyncPage, STEP, arrived),
    ];
  }

  #notSwitched(page: SyncPage, expected: string): SyncNotSwitchedError {
    return new SyncNotSwitchedError('Syncing could not be switched.', {
      phone: this.#phone.serial,
      screen: page.screen,
      expected,
      seen: 'the switch as it was, or none',
      remedy: 'Look at the screenshot in the report: the phone may have said why.',
    });
  }
}

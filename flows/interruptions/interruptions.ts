import type { HarnessClock } from '../../config/clock.ts';
import type { ProgressSink } from '../../config/progress.ts';
import { FrontWindow } from '../../pageobjects/front-window.ts';
import { ACCOUNT_PACKAGE } from '../../pageobjects/locators.ts';
import { MessageDialog } from '../../pageobjects/components/message-dialog.ts';
import type { Page } from '../../pageobjects/page.ts';
import { PhoneControls } from '../../pageobjects/phone-controls.ts';
import { UnknownScreenError } from '../errors.ts';
import { isMissingControl } from '../missing-control.ts';
import { handlerFor } from './dialogs.ts';

/** An app takes this long to open a page; a spinner, much longer. */
const LOOK_WHY_AFTER_MS = 500;
/** While the server is awaited the question is asked again and again. */
const LOOK_WHY_EVERY_MS = 2_000;
/** A window that only flashes by is gone by then. */
const FOREIGN_MAX_MS = 5_000;
/** A dialog may be seen once more while it goes away. */
const GOES_AWAY_MS = 1_000;
/** The recent apps slide in within that time, where the home screen's own activity shows them. */
const RECENTS_OPEN_MS = 500;
const RECENTS_POLL_MS = 50;
/** Of one kind in a journey; more is no interruption but a state. */
const MAX_OF_A_KIND = 10;
/** Of what may be as it is on purpose: a lock screen with a PIN, a tablet. */
const MAX_ATTEMPTS = 2;

const SYSTEM_UI_PACKAGE = 'com.android.systemui';
/** Where a journey's screens are; one of them may well be busy. */
const OWN_PACKAGES = new Set([ACCOUNT_PACKAGE, 'com.android.settings', 'com.miui.cloudservice']);
const HOME_PACKAGES = new Set([
  'com.miui.home',
  'com.mi.android.globallauncher',
  'com.android.launcher',
  'com.android.launcher3',
  'com.google.android.apps.nexuslauncher',
]);

/** Where a tap leads that the banner of a message has taken. */
const MESSAGES_PACKAGES = new Set(['com.android.mms', 'com.google.android.apps.messaging']);

const UNLOCKED = 'The screen was off or locked: switched on and swiped up.';
const LOCKED = 'The phone is locked, and the harness has no PIN: unlock it, the run waits for you.';

interface InterruptionsOptions {
  readonly driver: WebdriverIO.Browser;
  readonly serial: string;
  readonly clock: HarnessClock;
  readonly progress: ProgressSink;
}

/** How the journey came back from the home screen. */
export interface WayBack {
  /** The account app had no process by then. */
  readonly appWasEnded: boolean;
}

/**
 * Deals with what comes between a journey and its screens: dialogs of others, the lock screen, the
 * notification shade, the home screen. It does what a person would do, tells it, and leaves alone what
 * it does not know.
 */
export class Interruptions {
  readonly #options: InterruptionsOptions;
  readonly #front: FrontWindow;
  readonly #controls: PhoneControls;
  readonly #counts = new Map<string, number>();
  readonly #dealtAtMs = new Map<string, number>();
  #times = 0;
  #unknownSinceMs: number | undefined;
  #lookWhyAtMs = 0;
  #foreign: { readonly packageName: string; readonly sinceMs: number } | undefined;
  #wayBack: WayBack | undefined;

  constructor(options: InterruptionsOptions) {
    this.#options = options;
    this.#front = new FrontWindow(options.driver);
    this.#controls = new PhoneControls(options.driver);
  }

  /** How often something was dealt with. */
  get times(): number {
    return this.#times;
  }

  /** Set from the way back on until `arrived`. */
  get wayBack(): WayBack | undefined {
    return this.#wayBack;
  }

  /** The journey is known to be where it was before it was interrupted. */
  arrived(): void {
    this.#wayBack = undefined;
  }

  /** Somebody else deals with what shows. */
  leaveAlone(): void {
    this.#unknownSinceMs = undefined;
    this.#foreign = undefined;
  }

  /**
   * Heeds what a look at the screen found.
   * @param page the known screen that shows; `undefined` for none.
   * @returns whether something stands over the journey's screens: the look says nothing about them.
   * @throws UnknownScreenError when a window of another app stays, or one interruption comes again and again.
   */
  async heed(page: Page | undefined): Promise<boolean> {
    const dialog = page && handlerFor(page);
    if (dialog) {
      this.leaveAlone();
      await this.#dealWith(page.screen, () => dialog.deal(page));
      return true;
    }
    if (page instanceof MessageDialog) return this.#lookWhose();
    if (page) {
      this.leaveAlone();
      return false;
    }
    const { clock } = this.#options;
    this.#unknownSinceMs ??= clock.now();
    const isDue = clock.now() >= this.#unknownSinceMs + LOOK_WHY_AFTER_MS;
    if (!isDue || clock.now() < this.#lookWhyAtMs) return this.#foreign !== undefined;
    return this.#lookWhy();
  }

  /** Android's own ids, by which a message is recognised, are in the dialogs of every app. */
  async #lookWhose(): Promise<boolean> {
    const packageName = await this.#front.packageName();
    if (packageName === undefined || OWN_PACKAGES.has(packageName)) {
      this.leaveAlone();
      return false;
    }
    await this.#heedForeign(packageName);
    return true;
  }

  /** One short question, and more only where the window is not the journey's own. */
  async #lookWhy(): Promise<boolean> {
    const { clock } = this.#options;
    const packageName = await this.#front.packageName();
    this.#lookWhyAtMs = clock.now() + LOOK_WHY_EVERY_MS;
    if (packageName === undefined || packageName === SYSTEM_UI_PACKAGE) {
      return this.#heedSystem(packageName);
    }
    if (OWN_PACKAGES.has(packageName)) {
      this.#foreign = undefined;
      if (this.#tried('rotation') || !(await this.#controls.isSideways())) return false;
      await this.#dealWith('rotation', async () => {
        await this.#controls.turnUpright();
        return 'The phone lay on its side: turned upright.';
      });
      return true;
    }
    if (HOME_PACKAGES.has(packageName)) {
      await this.#dealWith('home screen', () => this.#bringBack());
      return true;
    }
    if (MESSAGES_PACKAGES.has(packageName)) {
      await this.#dealWith('messages', () => this.#leaveMessages());
      return true;
    }
    await this.#heedForeign(packageName);
    return true;
  }

  /** @param packageName `undefined`: no window at all, as with the screen off. */
  async #heedSystem(packageName: string | undefined): Promise<boolean> {
    if (await this.#controls.isLocked()) {
      // Trying on would switch the screen off under the fingers of the person who unlocks it.
      if (this.#tried('lock screen')) return true;
      await this.#dealWith('lock screen', () => this.#controls.unlock().then(() => UNLOCKED));
      if (!(await this.#controls.isLocked())) this.#counts.delete('lock screen');
      else if (this.#tried('lock screen')) this.#tell(LOCKED);
      return true;
    }
    if (packageName === undefined) return false;
    await this.#dealWith('notification shade', async () => {
      await this.#controls.closeShade();
      return 'The notification shade was open: closed.';
    });
    return true;
  }

  /**
   * A page at a time. The recent apps would lead there again where the app that shows is the first of them.
   */
  async #leaveMessages(): Promise<string> {
    await this.#wayBackBegins();
    await this.#controls.pressBack();
    return 'The messages showed: went back.';
  }

  async #wayBackBegins(): Promise<void> {
    const appWasEnded = !(await this.#controls.isRunning(ACCOUNT_PACKAGE));
    this.#wayBack = { appWasEnded: appWasEnded || this.#wayBack?.appWasEnded === true };
  }

  /** As a person would: by the recent apps, and where that key does nothing, by Settings. */
  async #bringBack(): Promise<string> {
    const isFirstTry = this.#wayBack === undefined;
    await this.#wayBackBegins();
    if (!isFirstTry) {
      await this.#controls.resumeSettings();
      return 'The home screen showed: went back to Settings.';
    }
    const home = await this.#front.activity();
    await this.#controls.pressRecentApps();
    await this.#recentsOpen(home);
    await this.#controls.pressRecentApps();
    return 'The home screen showed: went back to the app that was used last.';
  }

  async #recentsOpen(home: string | undefined): Promise<void> {
    const { clock } = this.#options;
    const until = clock.now() + RECENTS_OPEN_MS;
    while (clock.now() < until) {
      const shown = await this.#front.activity();
      if (shown !== undefined && shown !== home) return;
      await clock.sleep(RECENTS_POLL_MS);
    }
  }

  async #heedForeign(packageName: string): Promise<void> {
    const { clock, serial } = this.#options;
    if (this.#foreign?.packageName !== packageName) {
      this.#foreign = { packageName, sinceMs: clock.now() };
      this.#tell(`A window of ${packageName} that the harness does not know: it is left alone.`);
    }
    if (clock.now() < this.#foreign.sinceMs + FOREIGN_MAX_MS) return;
    throw new UnknownScreenError(
      'A window of another app stands over the screens of the journey.',
      {
        phone: serial,
        screen: `${packageName}, ${(await this.#front.activity()) ?? 'activity not told'}`,
        expected: 'a screen of Settings or of the account app, or a dialog that the harness knows',
        seen: (await this.#front.texts()).slice(0, 8).join(' | ') || 'no text at all',
        remedy:
          'Look at the screenshot and the page source in the report, and close it by hand; a dialog that comes again needs a page object in pageobjects/components/.',
        trouble: 'unknown-screen',
      },
    );
  }

  /** @param deal returns what came and what was done, for people. */
  async #dealWith(kind: string, deal: () => Promise<string>): Promise<void> {
    const { clock } = this.#options;
    if (clock.now() < (this.#dealtAtMs.get(kind) ?? -Infinity) + GOES_AWAY_MS) return;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    if (count > MAX_OF_A_KIND) throw this.#endless(kind);
    try {
      this.#tell(await deal());
    } catch (error) {
      // What it was to be done to has gone by itself.
      if (!isMissingControl(error)) throw error;
    }
    this.#counts.set(kind, count);
    this.#dealtAtMs.set(kind, clock.now());
    this.#times += 1;
  }

  #tell(text: string): void {
    const { progress, serial } = this.#options;
    progress.emit({ type: 'note', serial, text });
  }

  #tried(kind: string): boolean {
    return (this.#counts.get(kind) ?? 0) >= MAX_ATTEMPTS;
  }

  #endless(kind: string): UnknownScreenError {
    return new UnknownScreenError(`The phone shows the same again and again: ${kind}.`, {
      phone: this.#options.serial,
      screen: kind,
      expected: `it to be over after being dealt with ${String(MAX_OF_A_KIND)} times`,
      remedy: 'Look at the screenshot in the report, and see to it on the phone.',
      trouble: 'unknown-screen',
    });
  }
}

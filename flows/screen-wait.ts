import type { HarnessClock } from '../config/clock.ts';
import { screenNodes, type ScreenNode } from '../device/screen-source.ts';
import type { ProgressSink } from '../config/progress.ts';
import { generationShowing, type AccountAppGeneration } from '../pageobjects/account-app.ts';
import { SettingsHome } from '../pageobjects/settings-home.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';
import { FrontWindow } from '../pageobjects/front-window.ts';
import { android } from '../pageobjects/locators.ts';
import { ServerTooSlowError, UnknownScreenError } from './errors.ts';
import { DIALOG_HANDLERS, handlerFor } from './interruptions/dialogs.ts';
import { Interruptions } from './interruptions/interruptions.ts';
import { Looks } from './looks.ts';
import { Recogniser } from './recogniser.ts';
import { messageIn, type ServerMessage } from './server-messages.ts';
import { Spinner } from './spinner.ts';
import type { StepRecorder } from './step-recorder.ts';

/** A look at the screen costs 30–80 ms on a phone; between two looks the phone is left alone. */
const POLL_MS = 100;
/** Toasts stay for 2 s at least, and looking for one costs a whole page source. */
const MESSAGE_POLL_MS = 1_000;
/** What a spinner says is looked at less often: while its page source is read, no screen is seen. */
const SPINNER_POLL_MS = 5_000;
/** At least so often within a budget, so that none is spent before its answer was noticed. */
const SPINNER_LOOKS = 10;

export interface ScreenWaitOptions {
  readonly driver: WebdriverIO.Browser;
  readonly serial: string;
  readonly pages: readonly PageClass[];
  readonly recorder: StepRecorder;
  readonly clock: HarnessClock;
  readonly progress: ProgressSink;
  /**
   * Told when the account app was ended while it was away, and a screen shows that was left before.
   * Returns when the journey goes on from there, throws when it does not.
   */
  readonly onThrownBack: (page: Page) => void;
}

/** A screen that nobody looks at for messages: what it shows stays out of the logs. */
interface Unread {
  readonly page: Page;
  /** Asked at every look while the screen shows; `true` ends the wait. */
  readonly meanwhile?: (() => Promise<boolean>) | undefined;
}

interface NextOptions {
  readonly unread?: Unread;
  /** The screen that was just left, from which the phone may go back to any that was left before. */
  readonly backFrom?: Page | undefined;
}

/**
 * Waits for the next screen. A screen that was left is not handed out again: until another one
 * shows, or the app complains, the server is still at it.
 */
export class ScreenWait {
  readonly #options: ScreenWaitOptions;
  readonly #recogniser: Recogniser;
  readonly #left = new Set<Page>();
  readonly #looks = new Looks();
  readonly #interruptions: Interruptions;
  #generation: AccountAppGeneration | undefined;

  constructor(options: ScreenWaitOptions) {
    this.#options = options;
    this.#interruptions = new Interruptions(options);
    const pages = [...options.pages, ...DIALOG_HANDLERS.map(({ page }) => page)];
    this.#recogniser = new Recogniser(options.driver, pages, (look) => {
      this.#looks.note(look, options.clock.now());
      this.#tellGeneration(look.ids);
    });
  }

  /** How often something that stood over the journey's screens was dealt with. */
  get interruptions(): number {
    return this.#interruptions.times;
  }

  /** What the looks at the screen found, and what would have been recognised: evidence, as text. */
  describe(): string {
    const known = this.#options.pages.map((page) => new page(this.#options.driver).screen);
    return [
      'What the screen was taken for, newest last (UTC; ids of known screens in brackets):',
      ...this.#looks.lines().map((line) => `  ${line}`),
      '',
      `Screens that this flow knows: ${known.join(', ')}`,
    ].join('\n');
  }

  /** What the screen says, from its top on. */
  texts(): Promise<string[]> {
    return new FrontWindow(this.#options.driver).texts();
  }

  /**
   * The known screen that shows at this moment; `undefined` also while the phone is busy, or something
   * stands over it, which is dealt with unless a person is there.
   * @throws UnknownScreenError when that is nothing known, and stays.
   */
  async current({ personIsThere = false } = {}): Promise<Page | undefined> {
    return (await this.#look(personIsThere)).page;
  }

  /** What the screen shows, and whether that is something else than the journey's own. */
  async #look(personIsThere: boolean): Promise<{ page?: Page | undefined; covered: boolean }> {
    const page = await this.#recogniser.current();
    if (personIsThere) {
      this.#interruptions.leaveAlone();
      return page && handlerFor(page) ? { covered: true } : { page, covered: false };
    }
    const covered = await this.#interruptions.heed(page);
    return covered ? { covered } : { page, covered };
  }

  /** Whether the phone has moved on from this screen to another known one. */
  async hasLeft(page: Page): Promise<boolean> {
    const current = await this.current();
    return current !== undefined && current !== page;
  }

  /**
   * Whether this screen is the one that shows, as soon as a known one does: there may be a spinner
   * between two of them.
   * @param what is awaited, to follow “waiting for”.
   * @throws ServerTooSlowError, UnknownScreenError when the step's budget is spent.
   */
  async shows(page: Page, what: string): Promise<boolean> {
    return (await this.known(what)) === page;
  }

  /**
   * The screen that shows, as soon as a known one does.
   * @param what is awaited, to follow “waiting for”.
   * @throws ServerTooSlowError, UnknownScreenError when the step's budget is spent.
   */
  async known(what: string): Promise<Page> {
    const { clock, recorder } = this.#options;
    const sinceMs = clock.now();
    const known = await recorder.poll(what, POLL_MS, () => this.current());
    if (known === undefined) throw await this.#outOfTime(what, undefined, sinceMs);
    if (!this.hasLeftBehind(known)) this.#interruptions.arrived();
    return known;
  }

  /** Whether this screen was dealt with before. */
  hasLeftBehind(page: Page): boolean {
    return this.#left.has(page);
  }

  /** Notes that this screen has been dealt with: from now on the next one is awaited. */
  leave(page: Page): void {
    // In the order in which they were left last.
    this.#left.delete(page);
    this.#left.add(page);
  }

  /** Awaits screens of a class again that were left before. */
  reopen(pageClass: PageClass): void {
    for (const page of this.#left) if (page instanceof pageClass) this.#left.delete(page);
  }

  /** Awaits every screen again that was left before. */
  reopenAll(): void {
    this.#left.clear();
  }

  /** This screen and those that came after it are awaited again; those before it are not. */
  #goBackTo(page: Page): void {
    const left = [...this.#left];
    for (const later of left.slice(left.indexOf(page))) this.#left.delete(later);
  }

  /**
   * Waits until a screen shows that was not left yet.
   * @param what is awaited, to follow “waiting for”.
   * @param heed is told what the app says on a screen that was left, and whether that screen was away
   *   since the wait began; `true` ends the wait.
   * @returns the screen that shows.
   * @throws ServerTooSlowError, UnknownScreenError when the step's budget is spent.
   */
  async next(
    what: string,
    heed: (message: ServerMessage, page: Page, wasAway: boolean) => Promise<boolean>,
    { unread, backFrom }: NextOptions = {},
  ): Promise<Page> {
    const { clock, recorder } = this.#options;
    const spinner = new Spinner();
    const spinnerPollMs = Math.min(SPINNER_POLL_MS, recorder.budgetMs / SPINNER_LOOKS);
    let lookForMessageAtMs = clock.now();
    let unknownSinceMs: number | undefined;
    let showing: Page | undefined;
    let wasAway = false;
    const look = async () => {
      const seen = await this.#look(unread !== undefined);
      if (seen.covered) return undefined;
      showing = seen.page;
      if (showing && !this.#left.has(showing)) return showing;
      if (showing && this.#interruptions.wayBack?.appWasEnded) {
        this.#options.onThrownBack(showing);
        return showing;
      }
      if (showing && backFrom && showing !== backFrom) {
        this.#goBackTo(showing);
        return showing;
      }
      wasAway ||= showing === undefined;
      unknownSinceMs = showing ? undefined : (unknownSinceMs ?? clock.now());
      if (showing && showing === unread?.page) {
        return (await unread.meanwhile?.()) ? showing : undefined;
      }
      if (showing instanceof SettingsHome) return undefined;
      if (unknownSinceMs !== undefined && clock.now() < unknownSinceMs + spinnerPollMs) {
        return undefined;
      }
      if (clock.now() < lookForMessageAtMs) return undefined;
      lookForMessageAtMs = clock.now() + (showing ? MESSAGE_POLL_MS : spinnerPollMs);
      const nodes = await this.#read(spinner, unknownSinceMs);
      if (showing === undefined) return undefined;
      const message = messageIn(nodes, showing);
      return message && (await heed(message, showing, wasAway)) ? showing : undefined;
    };
    const isPrivate = unread !== undefined;
    const next = await recorder.poll(what, POLL_MS, look, { isPrivate });
    if (next === undefined)
      throw await this.#outOfTime(what, showing, spinner.sinceMs ?? unknownSinceMs);
    recorder.answered();
    this.#interruptions.arrived();
    return next;
  }

  /** Once: the app is the same on all of its screens. */
  #tellGeneration(ids: readonly string[]): void {
    if (this.#generation !== undefined) return;
    const generation = generationShowing(ids);
    if (generation === undefined) return;
    this.#generation = generation;
    const { progress, serial } = this.#options;
    progress.emit({ type: 'account-app', serial, generation });
  }

  /** One page source has the message, and what the spinner says. */
  async #read(spinner: Spinner, unknownSinceMs: number | undefined): Promise<ScreenNode[]> {
    const { clock, driver, recorder } = this.#options;
    const nodes = screenNodes(await driver.getPageSource());
    const sinceMs = spinner.sinceMs === undefined ? unknownSinceMs : undefined;
    if (spinner.look(nodes, sinceMs ?? clock.now())) recorder.goesOn();
    return nodes;
  }

  async #outOfTime(
    what: string,
    page: Page | undefined,
    spinnerSinceMs: number | undefined,
  ): Promise<Error> {
    const { driver, serial, recorder, clock } = this.#options;
    const budget = `${String(recorder.budgetMs / 1000)} s`;
    const busy = await driver
      .$(android('new UiSelector().className("android.widget.ProgressBar")'))
      .isExisting();
    if (page || busy) {
      const spunMs = spinnerSinceMs === undefined ? undefined : clock.now() - spinnerSinceMs;
      return new ServerTooSlowError(
        `Nothing came within the step's budget of ${budget}, in “${recorder.title}”: ${what}.`,
        {
          phone: serial,
          screen: page?.screen ?? 'a progress indicator',
          expected: 'another screen, or a message',
          seen: busy
            ? `the phone waiting for the server, its spinner ${spunMs === undefined ? 'there' : `for ${String(Math.round(spunMs / 1000))} s`}`
            : 'the screen unchanged, without a message',
          remedy: `Raise the budget (MI_STEP_BUDGET, or the one of step “${String(recorder.name)}”), or run when the servers are quicker.`,
          trouble: 'server-slow',
        },
      );
    }
    const front = new FrontWindow(driver);
    const texts = await front.texts();
    const window = [await front.packageName(), await front.activity()].filter(Boolean).join(', ');
    return new UnknownScreenError(
      `A screen showed that the harness does not know, until the step's budget of ${budget} was spent.`,
      {
        phone: serial,
        screen: window === '' ? 'unknown' : `unknown, of ${window}`,
        expected: what,
        seen: texts.slice(0, 8).join(' | ') || 'no text at all',
        remedy:
          'Look at the screenshot in the report; bring the phone to a known screen by hand, or add a page object for this one.',
        trouble: 'unknown-screen',
      },
    );
  }
}

import type { HarnessClock } from '../config/clock.ts';
import type { HarnessError } from '../config/errors.ts';
import type { RunContext } from '../config/run-context.ts';
import type { StepName } from '../config/steps.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';
import { UnknownScreenError } from './errors.ts';
import { causeOf } from './failure-cause.ts';
import { interruptedByPhone } from './interruptions/errors.ts';
import { isMissingControl } from './missing-control.ts';
import type { Phones } from './phones.ts';
import { ScreenWait } from './screen-wait.ts';
import { errorFor, type ServerMessage } from './server-messages.ts';
import { StepRecorder } from './step-recorder.ts';
import type { Stop } from './stop.ts';

/**
 * What to do about a message of the app, told whether the screen was away since it was submitted.
 * Returning a screen goes on there, `undefined` passes the message over.
 */
export type Heed = (message: ServerMessage, wasAway: boolean) => Promise<Page | undefined>;

interface NextOptions {
  /** The next screen may be one that was dealt with before, and is to be dealt with again. */
  readonly mayGoBack?: boolean;
}

/** What an interrupted journey may do. */
export interface JourneyPolicy {
  /** Whether nothing has left the phone yet, so that the journey may go through its screens again. */
  readonly mayStartOver?: () => boolean;
  /** Told of each screen that follows; throws when it means that the journey was cut off. */
  readonly assertUnderWay?: (page: Page) => Promise<void>;
}

/**
 * The loop behind every flow: which known screen is showing? → let it act → wait for the next one.
 * The order of the screens is the phone's, not the flow's.
 */
export class Journey {
  readonly recorder: StepRecorder;
  readonly screens: ScreenWait;
  readonly #phones: Phones;
  readonly #context: RunContext;
  readonly #stops: readonly Stop[];
  readonly #policy: JourneyPolicy;
  #page: Page | undefined;
  #step: StepName | undefined;

  constructor(
    phones: Phones,
    context: RunContext,
    clock: HarnessClock,
    stops: readonly Stop[],
    policy: JourneyPolicy = {},
  ) {
    const { driver, serial } = phones.ui;
    this.#policy = policy;
    this.#phones = phones;
    this.#context = context;
    this.#stops = stops;
    this.recorder = new StepRecorder(context, clock, serial);
    this.screens = new ScreenWait({
      driver,
      serial,
      pages: stops.map(({ page }) => page),
      recorder: this.recorder,
      clock,
      progress: context.progress,
      onThrownBack: (page) => this.#thrownBack(page),
    });
  }

  /** The screen that the journey begins with, left alone, within the step that is under way. */
  async begin(): Promise<Page> {
    return this.guarded(async () => (this.#page ??= await this.#firstPage()));
  }

  /**
   * Walks on until a screen shows that `isGoal` takes, and leaves that screen alone. The step that led
   * there has ended then.
   */
  async until<P extends Page>(
    goal: PageClass<P>,
    isGoal: (page: P) => boolean | Promise<boolean>,
  ): Promise<P> {
    return this.guarded(async () => {
      // Anything may have happened on the phone since the journey stopped.
      let isSure = this.#page === undefined;
      for (;;) {
        const page = (this.#page ??= await this.#firstPage());
        const at = this.#stops.find((candidate) => page instanceof candidate.page);
        if (!at) throw new Error(`no stop for ${page.screen}`);
        if (page instanceof goal && (await isGoal(page))) {
          // A spec may leave it at that; the screen's own step begins when somebody acts there.
          await this.recorder.end('passed');
          return page;
        }
        await this.#enterStep(at, page);
        this.#page = isSure ? await this.#act(at, page) : await this.#whereItIs(page);
        isSure ||= this.#page === page;
      }
    });
  }

  /**
   * Does something else on the screen at which `until` stopped than the journey would do there, and
   * waits for the screen that it leads to; the next `until` goes on from that one.
   * @param command of the page object's.
   * @param awaited to follow “waiting for”.
   * @param heed by default a message ends the journey.
   * @throws the typed error of a message that the app shows instead.
   */
  async instead(
    page: Page,
    command: () => Promise<void>,
    awaited: string,
    heed?: Heed,
  ): Promise<Page> {
    return this.guarded(async () => {
      const at = this.#stops.find((candidate) => page instanceof candidate.page);
      if (page !== this.#page || !at) throw new Error(`the journey is not at ${page.screen}`);
      await this.#enterStep(at, page);
      // It may lead back to where the journey was before.
      this.#page = await this.submit(page, command, awaited, heed, { mayGoBack: true });
      return this.#page;
    });
  }

  /**
   * Runs a command on a screen that the phone may leave by itself at that very moment, which is no
   * failure.
   * @param what the screen is, to follow “waiting for”.
   * @throws the command's error when the screen still shows.
   */
  async unlessGone(page: Page, command: () => Promise<void>, what: string): Promise<void> {
    try {
      await this.undisturbed(page, command);
    } catch (error) {
      if (await this.screens.shows(page, what)) throw error;
    }
  }

  /** Takes the screen's picture for the report, runs the submitting command, waits for the answer. */
  async submit(
    page: Page,
    command: () => Promise<void>,
    awaited: string,
    heed?: Heed,
    options?: NextOptions,
  ): Promise<Page> {
    await this.recorder.screenReady();
    await this.undisturbed(page, command);
    return this.next(page, awaited, heed, options);
  }

  /**
   * Runs commands on a screen, and once more if a control was not there because something stood over
   * the screen. Only the last of them may submit: one whose control was not there was not delivered.
   * @throws the command's error when the screen still shows, or another one does.
   */
  async undisturbed<T>(page: Page, commands: () => Promise<T>): Promise<T> {
    for (;;) {
      const { interruptions } = this.screens;
      try {
        return await commands();
      } catch (error) {
        if (!isMissingControl(error)) throw error;
        const isBack = await this.screens.shows(page, page.screen);
        if (!isBack || this.screens.interruptions === interruptions) throw error;
      }
    }
  }

  /**
   * Waits for the next screen after a submitting command has returned.
   * @param heed by default a message ends the journey.
   */
  async next(
    page: Page,
    awaited: string,
    heed: Heed = (message) => Promise.reject(this.errorFor(message, page)),
    { mayGoBack = false }: NextOptions = {},
  ): Promise<Page> {
    this.screens.leave(page);
    this.recorder.submitted();
    let goOn: Page | undefined;
    const heedHere = async (message: ServerMessage, _shown: Page, wasAway: boolean) => {
      goOn = await heed(message, wasAway);
      return goOn !== undefined;
    };
    const backFrom = mayGoBack ? page : undefined;
    const seen = await this.screens.next(awaited, heedHere, { backFrom });
    await this.#policy.assertUnderWay?.(goOn ?? seen);
    return goOn ?? seen;
  }

  /** Waits for one of the screens that were left before to come back. */
  async backTo(goals: readonly PageClass[], from: Page, awaited: string): Promise<Page> {
    for (const goal of goals) this.screens.reopen(goal);
    const page = await this.next(from, awaited);
    if (goals.some((goal) => page instanceof goal)) return page;
    throw this.unknown(page, `another screen than ${awaited}`);
  }

  /** The typed error for what the app said on a screen. */
  errorFor(message: ServerMessage, page: Page): HarnessError {
    return errorFor(message, { phone: this.#phones.ui.serial, screen: page.screen });
  }

  unknown(page: Page, seen: string): UnknownScreenError {
    return new UnknownScreenError('The app shows something that the harness does not know.', {
      phone: this.#phones.ui.serial,
      screen: page.screen,
      seen,
      remedy: 'Look at the screenshot in the report, and add the wording to the string tables.',
    });
  }

  /** Runs a part of the journey; a failure ends the current step as failed and names its cause. */
  async guarded<T>(part: () => Promise<T>): Promise<T> {
    try {
      return await part();
    } catch (error) {
      const cause = await causeOf(error, this.#phones, this.#context.signal, this.#page);
      await this.recorder.end('failed', {
        error: cause,
        recognised: this.#recognised(),
        smsSerial: this.#phones.sms.serial,
      });
      throw cause;
    }
  }

  /** A screen without a step of its own belongs to the one that it interrupts, ended by a goal or not. */
  async #enterStep(at: Stop, page: Page): Promise<void> {
    const step = (await at.step(page)) ?? this.recorder.name ?? this.#step;
    if (step) await this.recorder.enter(step);
    this.#step = step;
  }

  /** Acts on a screen; where that fails for want of a control, the phone may be somewhere else by now. */
  async #act(at: Stop, page: Page): Promise<Page> {
    try {
      return await at.act(page);
    } catch (error) {
      if (!isMissingControl(error)) throw error;
      const showing = await this.screens.known('a known screen');
      if (showing === page) throw error;
      if (this.#policy.mayStartOver?.() === true) return this.#startOver(showing);
      await this.#policy.assertUnderWay?.(showing);
      if (this.screens.hasLeftBehind(showing)) this.#thrownBack(showing);
      throw error;
    }
  }

  /** The screen at which the journey goes on, by default the one at which it stopped. */
  async #whereItIs(page: Page): Promise<Page> {
    const showing = await this.screens.known(page.screen);
    if (showing === page) return page;
    await this.#policy.assertUnderWay?.(showing);
    if (this.screens.hasLeftBehind(showing)) this.#thrownBack(showing);
    return showing;
  }

  /** @throws InterruptedByPhoneError when what has left the phone already would be sent again. */
  #thrownBack(page: Page): void {
    if (this.#policy.mayStartOver?.() !== true) {
      throw interruptedByPhone(this.#phones.ui.serial, page.screen);
    }
    this.#startOver(page);
  }

  #startOver(page: Page): Page {
    this.screens.reopenAll();
    const { serial } = this.#phones.ui;
    const text = `The phone is back at an earlier screen (${page.screen}): the journey goes on from there.`;
    this.#context.progress.emit({ type: 'note', serial, text });
    return page;
  }

  #recognised(): string {
    const { awaited, name } = this.recorder;
    return [
      `Step: ${String(name)}`,
      `Expected: ${awaited ?? 'nothing was awaited yet'}`,
      '',
      this.screens.describe(),
      '',
    ].join('\n');
  }

  async #firstPage(): Promise<Page> {
    return this.screens.next('a known screen', () => Promise.resolve(false));
  }
}

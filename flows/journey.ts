import type { HarnessClock } from '../config/clock.ts';
import { HarnessError } from '../config/errors.ts';
import type { RunContext } from '../config/run-context.ts';
import type { StepName } from '../config/steps.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';
import { ControlMissingError, UnknownScreenError } from './errors.ts';
import type { Phones } from './phones.ts';
import { ScreenWait } from './screen-wait.ts';
import { errorFor, type ServerMessage } from './server-messages.ts';
import { StepRecorder } from './step-recorder.ts';

/** A phone that is there answers in a tenth of a second. */
const ALIVE_TIMEOUT_MS = 5_000;

/** A screen a journey can come to: the step of the how-to it belongs to, and what to do there. */
export interface Stop<P extends Page = Page> {
  readonly page: PageClass<P>;
  /** `undefined`: the screen belongs to whichever step it interrupts. */
  readonly step: (page: P) => StepName | undefined | Promise<StepName | undefined>;
  /** Does what a person does there, and resolves to the next screen. */
  readonly act: (page: P) => Promise<Page>;
}

/**
 * What to do about a message of the app, told whether the screen was away since it was submitted.
 * Returning a screen goes on there, `undefined` passes the message over.
 */
export type Heed = (message: ServerMessage, wasAway: boolean) => Promise<Page | undefined>;

/** Declares a stop with the page's own type; the list of stops then holds them all alike. */
export function stop<P extends Page>(
  page: PageClass<P>,
  step: StepName | undefined | Stop<P>['step'],
  act: (page: P) => Promise<Page>,
): Stop {
  const entry: Stop<P> = { page, step: typeof step === 'function' ? step : () => step, act };
  return entry as unknown as Stop;
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
  #page: Page | undefined;

  constructor(phones: Phones, context: RunContext, clock: HarnessClock, stops: readonly Stop[]) {
    const { driver, serial } = phones.ui;
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
      for (;;) {
        const page = (this.#page ??= await this.#firstPage());
        const at = this.#stops.find((candidate) => page instanceof candidate.page);
        if (!at) throw new Error(`no stop for ${page.screen}`);
        if (page instanceof goal && (await isGoal(page))) {
          // A spec may leave it at that; the screen's own step begins when somebody acts there.
          await this.recorder.end('passed');
          return page;
        }
        const step = await at.step(page);
        if (step) await this.recorder.enter(step);
        this.#page = await at.act(page);
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
      const step = await at.step(page);
      if (step) await this.recorder.enter(step);
      // It may lead back to where the journey was before.
      this.screens.reopenAll();
      this.#page = await this.submit(page, command, awaited, heed);
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
      await command();
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
  ): Promise<Page> {
    await this.recorder.screenReady();
    await command();
    return this.next(page, awaited, heed);
  }

  /**
   * Waits for the next screen after a submitting command has returned.
   * @param heed by default a message ends the journey.
   */
  async next(
    page: Page,
    awaited: string,
    heed: Heed = (message) => Promise.reject(this.errorFor(message, page)),
  ): Promise<Page> {
    this.screens.leave(page);
    this.recorder.submitted();
    let goOn: Page | undefined;
    const seen = await this.screens.next(awaited, async (message, _shown, wasAway) => {
      goOn = await heed(message, wasAway);
      return goOn !== undefined;
    });
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
      const cause = await this.#causeOf(error);
      await this.recorder.end('failed', {
        error: cause,
        recognised: this.#recognised(),
        smsSerial: this.#phones.sms.serial,
      });
      throw cause;
    }
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

  /** An error of WebDriver's may only be the echo of a lost phone or an interrupted run. */
  async #causeOf(error: unknown): Promise<unknown> {
    if (this.#context.signal.aborted) return this.#context.signal.reason;
    if (error instanceof HarnessError) return error;
    const call = { timeoutMs: ALIVE_TIMEOUT_MS, signal: this.#context.signal };
    for (const bridge of new Set([this.#phones.ui.bridge, this.#phones.sms.bridge])) {
      try {
        await bridge.assertReachable(call);
      } catch (lost) {
        return lost;
      }
    }
    return isMissingControl(error) ? this.#missingControl(error) : error;
  }

  #missingControl(cause: Error): ControlMissingError {
    return new ControlMissingError(
      `A control of the screen was not there.`,
      {
        phone: this.#phones.ui.serial,
        screen: this.#page?.screen,
        expected: /selector "(.*)" because/s.exec(cause.message)?.[1] ?? 'an element of the screen',
        seen: 'the screen without it',
        remedy:
          'Look at the screenshot and the page source in the report; on another version of the app, its page object needs the new id or text.',
      },
      { cause },
    );
  }

  async #firstPage(): Promise<Page> {
    return this.screens.next('a known screen', () => Promise.resolve(false));
  }
}

/** WebdriverIO's error for an element that did not come, or WebDriver's for one that went. */
function isMissingControl(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (/because element wasn't found/.test(error.message) ||
      ['no such element', 'stale element reference'].includes(error.name))
  );
}

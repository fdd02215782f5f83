import { addAttachment, endStep, startStep } from '@wdio/allure-reporter';
import { Status } from 'allure-js-commons';
import type { Masker } from '../../config/masker.ts';
import type { ProgressSink, StepOutcome } from '../../config/progress.ts';
import type { StepFailure, StepObserver } from '../../config/run-context.ts';
import type { Step } from '../../config/steps.ts';
import { noteMissing } from '../evidence/failure.ts';
import { limited } from '../evidence/limited.ts';
import { blurredScreenshot, sourceOfAllWindows, type ScreenDriver } from '../evidence/screen.ts';
import { secretsOf } from '../evidence/secrets.ts';
import type { Secrets } from '../evidence/sensitive.ts';

/** A screenshot and two page sources of a phone that answers take 2–3 s. */
const PICTURE_LIMIT_MS = 10_000;

/** Makes one Allure step per step of the how-to, with a picture of its screen. */
export class AllureObserver implements StepObserver {
  readonly #driver: ScreenDriver;
  readonly #masker: Masker;
  readonly #progress: ProgressSink;
  readonly #secrets: Secrets;
  readonly #attachEvidence: (failure: StepFailure | undefined) => Promise<void>;
  #pictured = false;

  /** @param attachEvidence attaches to the running step what there is to say of its failure. */
  constructor(
    driver: ScreenDriver,
    masker: Masker,
    progress: ProgressSink,
    attachEvidence: (failure: StepFailure | undefined) => Promise<void>,
  ) {
    this.#driver = driver;
    this.#masker = masker;
    this.#progress = progress;
    this.#secrets = secretsOf(masker, progress);
    this.#attachEvidence = attachEvidence;
  }

  async stepStarted(step: Step): Promise<void> {
    this.#pictured = false;
    await startStep(step.title);
  }

  async screenReady(step: Step): Promise<void> {
    await this.#attachScreen(step);
  }

  async stepEnded(step: Step, outcome: StepOutcome, failure?: StepFailure): Promise<void> {
    if (outcome === 'failed') await this.#attachEvidence(failure);
    else if (!this.#pictured) await this.#attachScreen(step);
    await endStep(outcome === 'passed' ? Status.PASSED : Status.FAILED);
  }

  async attachPicture(name: string, picture: Buffer): Promise<void> {
    await this.#attached(`“${name}”`, () => addAttachment(name, picture, 'image/png'));
  }

  /** A page that forbids pictures (FLAG_SECURE) still tells its tree. */
  async #attachScreen(step: Step): Promise<void> {
    this.#pictured = true;
    const noted = `screenshot of "${step.title}"`;
    if (await this.#attached(noted, () => this.#attachPicture())) return;
    await this.#attached(`page source of "${step.title}"`, () => this.#attachSource());
  }

  async #attachPicture(): Promise<void> {
    const picture = await limited(PICTURE_LIMIT_MS, blurredScreenshot(this.#driver, this.#secrets));
    await addAttachment('Screen', picture, 'image/png');
  }

  async #attachSource(): Promise<void> {
    const source = await limited(PICTURE_LIMIT_MS, sourceOfAllWindows(this.#driver, this.#secrets));
    await addAttachment('Page source', this.#masker.mask(source), 'application/xml');
  }

  async #attached(what: string, attach: () => Promise<void>): Promise<boolean> {
    try {
      await attach();
      return true;
    } catch (error) {
      noteMissing(this.#progress, what, error);
      return false;
    }
  }
}

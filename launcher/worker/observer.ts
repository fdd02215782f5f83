import { addAttachment, endStep, startStep } from '@wdio/allure-reporter';
import { Status } from 'allure-js-commons';
import type { Masker } from '../../config/masker.ts';
import type { ProgressSink, StepOutcome } from '../../config/progress.ts';
import type { StepObserver } from '../../config/run-context.ts';
import type { Step } from '../../config/steps.ts';
import { noteMissing } from '../evidence/failure.ts';
import { limited } from '../evidence/limited.ts';
import { blurredScreenshot, type ScreenDriver } from '../evidence/screen.ts';

/** A screenshot and two page sources of a phone that answers take 2–3 s. */
const PICTURE_LIMIT_MS = 10_000;

/** Makes one Allure step per step of the how-to, with a picture of its screen. */
export class AllureObserver implements StepObserver {
  readonly #driver: ScreenDriver;
  readonly #masker: Masker;
  readonly #progress: ProgressSink;
  #pictured = false;

  constructor(driver: ScreenDriver, masker: Masker, progress: ProgressSink) {
    this.#driver = driver;
    this.#masker = masker;
    this.#progress = progress;
  }

  async stepStarted(step: Step): Promise<void> {
    this.#pictured = false;
    await startStep(step.title);
  }

  async screenReady(step: Step): Promise<void> {
    await this.#attachPicture(step);
  }

  async stepEnded(step: Step, outcome: StepOutcome): Promise<void> {
    // The picture of a failure is part of its evidence, taken when the test ends.
    if (outcome === 'passed' && !this.#pictured) await this.#attachPicture(step);
    await endStep(outcome === 'passed' ? Status.PASSED : Status.FAILED);
  }

  async #attachPicture(step: Step): Promise<void> {
    const isSecret = (text: string): boolean => this.#masker.mask(text) !== text;
    try {
      const picture = await limited(PICTURE_LIMIT_MS, blurredScreenshot(this.#driver, isSecret));
      await addAttachment('Screen', picture, 'image/png');
      this.#pictured = true;
    } catch (error) {
      noteMissing(this.#progress, `screenshot of "${step.title}"`, error);
    }
  }
}

import { addAttachment, endStep, startStep } from '@wdio/allure-reporter';
import { Status } from 'allure-js-commons';
import type { HarnessClock } from '../../config/clock.ts';
import type { Masker } from '../../config/masker.ts';
import type { ProgressSink, StepOutcome } from '../../config/progress.ts';
import type { StepFailure, StepObserver } from '../../config/run-context.ts';
import type { EvidenceMode } from '../../config/settings.ts';
import type { Step } from '../../config/steps.ts';
import { noteMissing } from '../evidence/failure.ts';
import { limited } from '../evidence/limited.ts';
import type { ScreenDriver } from '../evidence/screen.ts';
import { StepPictures } from '../evidence/step-pictures.ts';

/** A video takes a second or two. */
const VIDEO_LIMIT_MS = 20_000;

interface Options {
  readonly driver: ScreenDriver;
  readonly masker: Masker;
  readonly progress: ProgressSink;
  readonly clock: HarnessClock;
  readonly evidence: EvidenceMode;
  /**
   * Attaches to the running step what there is to say of its failure.
   * @returns the blurred picture of the screen, if there is one.
   */
  readonly attachEvidence: (failure: StepFailure | undefined) => Promise<Buffer | undefined>;
}

/**
 * Makes one Allure step per step of the how-to, with pictures of its screens, and a video of one that
 * failed. Pictures are taken while the step goes on, and attached when it has ended: until then they are
 * made small and unreadable beside what the step does.
 */
export class AllureObserver implements StepObserver {
  readonly #options: Options;
  readonly #pictures: StepPictures | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#pictures = options.evidence === 'none' ? undefined : new StepPictures(options);
  }

  async stepStarted(step: Step): Promise<void> {
    this.#pictures?.begin(step);
    await startStep(step.title);
  }

  async screenReady(): Promise<void> {
    await this.#pictures?.take();
  }

  async waiting(_step: Step, awaited: string): Promise<void> {
    await this.#pictures?.takeInWait(awaited);
  }

  async stepEnded(step: Step, outcome: StepOutcome, failure?: StepFailure): Promise<void> {
    const { attachEvidence, clock, evidence } = this.#options;
    const endMs = clock.now();
    const isFailed = outcome === 'failed';
    if (!isFailed) await this.#pictures?.takeUnlessTaken();
    await this.#attachPictures();
    const atEnd = isFailed ? await attachEvidence(failure) : undefined;
    if (isFailed || evidence === 'all') await this.#attachVideo(step, endMs, atEnd);
    await endStep(isFailed ? Status.FAILED : Status.PASSED);
  }

  async attachPicture(name: string, picture: Buffer): Promise<void> {
    await this.#attached(`“${name}”`, () => addAttachment(name, picture, 'image/png'));
  }

  async #attachPictures(): Promise<void> {
    for (const { name, content, type } of (await this.#pictures?.finished()) ?? []) {
      await this.#attached(`“${name}”`, () => addAttachment(name, content, type));
    }
  }

  async #attachVideo(step: Step, endMs: number, atEnd: Buffer | undefined): Promise<void> {
    const pictures = this.#pictures;
    if (pictures === undefined) return;
    await this.#attached(`video of "${step.title}"`, async () => {
      const video = await limited(VIDEO_LIMIT_MS, pictures.video(endMs, atEnd));
      if (video !== undefined) await addAttachment('Video of the step', video, 'image/webp');
    });
  }

  async #attached(what: string, attach: () => Promise<void>): Promise<void> {
    try {
      await attach();
    } catch (error) {
      noteMissing(this.#options.progress, what, error);
    }
  }
}

import type { HarnessClock } from '../../config/clock.ts';
import type { Masker } from '../../config/masker.ts';
import type { ProgressSink } from '../../config/progress.ts';
import type { Step } from '../../config/steps.ts';
import { noteMissing } from './failure.ts';
import { StepFilm } from './film.ts';
import { FramePace } from './frame-pace.ts';
import { maskSource } from './mask-source.ts';
import { limited } from './limited.ts';
import { captureScreen, type ScreenCapture, type ScreenDriver } from './screen.ts';
import { secretsOf } from './secrets.ts';
import type { Secrets } from './sensitive.ts';
import { encodeVideo } from './video.ts';

/** A screenshot and two page sources of a phone that answers take 2–3 s. */
const CAPTURE_LIMIT_MS = 10_000;

interface Scene {
  readonly driver: ScreenDriver;
  readonly masker: Masker;
  readonly progress: ProgressSink;
  readonly clock: HarnessClock;
}

/** What is attached to a step. */
interface StepPicture {
  readonly name: string;
  readonly content: Buffer | string;
  readonly type: string;
}

/**
 * The pictures of the running step, taken while its flow asks the phone nothing. What the phone answers
 * is awaited; to make it unreadable goes on beside what follows.
 */
export class StepPictures {
  readonly #scene: Scene;
  readonly #secrets: Secrets;
  readonly #pace = new FramePace();
  #title = '';
  #startMs = 0;
  #film = new StepFilm('', 0);
  #taken: Promise<StepPicture>[] = [];

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#secrets = secretsOf(scene.masker, scene.progress);
  }

  begin({ title }: Step): void {
    this.#title = title;
    this.#startMs = this.#scene.clock.now();
    this.#film = new StepFilm(title, this.#startMs, this.#film);
    this.#taken = [];
    this.#pace.begin(this.#startMs);
  }

  /** Takes the picture of a screen that is about to be left. */
  async take(): Promise<void> {
    const atMs = this.#scene.clock.now();
    const title = this.#title;
    let capture: ScreenCapture;
    try {
      capture = await this.#capture();
    } catch (error) {
      noteMissing(this.#scene.progress, `screenshot of "${title}"`, error);
      return;
    }
    const picture = this.#film.add(capture, atMs);
    this.#taken.push(this.#attachable(picture, capture, title));
  }

  /** Takes one for a step that is ending without any. */
  async takeUnlessTaken(): Promise<void> {
    if (this.#taken.length === 0) await this.take();
  }

  /**
   * Takes a frame for the video, if it is time for one.
   * @param awaited to follow “waiting for”.
   */
  async takeInWait(awaited: string): Promise<void> {
    const { clock, masker } = this.#scene;
    const atMs = clock.now();
    if (!this.#pace.isDue(atMs)) return;
    try {
      void this.#film.add(await this.#capture(), atMs, masker.mask(awaited));
    } catch {
      // Its secrets are not known, so there is no such frame; the wait is what counts.
    }
  }

  /** The step's pictures, once they are made: each was taken at the end of one of its screens. */
  async finished(): Promise<StepPicture[]> {
    return Promise.all(this.#taken);
  }

  /**
   * @param endMs when the step ended. @param atEnd what the screen showed then, blurred.
   * @returns WebP, or `undefined` when there is no picture at all.
   */
  async video(endMs: number, atEnd: Buffer | undefined): Promise<Buffer | undefined> {
    if (atEnd !== undefined) this.#film.addPicture(atEnd, endMs);
    const frames = await this.#film.frames();
    return frames.length === 0 ? undefined : encodeVideo(frames, endMs - this.#startMs);
  }

  async #capture(): Promise<ScreenCapture> {
    const { clock, driver } = this.#scene;
    const fromMs = clock.now();
    try {
      return await limited(CAPTURE_LIMIT_MS, captureScreen(driver, this.#secrets));
    } finally {
      this.#pace.took(fromMs, clock.now());
    }
  }

  /** A page that forbids pictures (FLAG_SECURE) still tells its tree. */
  async #attachable(
    picture: Promise<Buffer>,
    { source }: ScreenCapture,
    title: string,
  ): Promise<StepPicture> {
    const { masker, progress } = this.#scene;
    try {
      return { name: 'Screen', content: await picture, type: 'image/webp' };
    } catch (error) {
      noteMissing(progress, `screenshot of "${title}"`, error);
      const { source: content } = maskSource(source, masker);
      return { name: 'Page source', content, type: 'application/xml' };
    }
  }
}

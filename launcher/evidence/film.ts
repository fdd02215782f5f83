import { createHash } from 'node:crypto';
import { SecureScreenError, smallPicture, type ScreenCapture } from './screen.ts';
import type { Frame } from './video.ts';

/** So many tell the story of five minutes, for some 2 MB of memory. */
const MOST_FRAMES = 48;

interface Taken {
  readonly atMs: number;
  /** Of what the phone answered: the same twice in a row is one frame. */
  readonly digest: string | undefined;
  readonly picture: Promise<Buffer>;
  /** `undefined` where the picture could not be made unreadable. */
  readonly frame: Promise<Frame | undefined>;
}

/**
 * The blurred pictures that were taken during one step, in memory. Of more than there is room for, those
 * are left out that were taken closest to each other.
 */
export class StepFilm {
  readonly #title: string;
  readonly #startMs: number;
  readonly #leadIn: Promise<Frame | undefined>;
  readonly #taken: Taken[] = [];

  /**
   * @param title of the step. @param startMs when it began.
   * @param before the film of the step before, whose last picture shows where this step comes from.
   */
  constructor(title: string, startMs: number, before?: StepFilm) {
    this.#title = title;
    this.#startMs = startMs;
    this.#leadIn = before === undefined ? Promise.resolve(undefined) : before.#leadOut();
  }

  /**
   * Adds what the screen showed, unless that is what it showed before.
   * @param awaited to follow “waiting for”.
   * @returns the small picture, once it is made; rejects with a SecureScreenError where there is none.
   */
  add(capture: ScreenCapture, atMs: number, awaited?: string): Promise<Buffer> {
    const digest = digestOf(capture);
    const last = this.#taken.at(-1);
    if (last?.digest === digest) return last.picture;
    const picture = smallPicture(capture);
    this.#push(picture, atMs, awaited, digest);
    return picture;
  }

  /** Adds a picture that is small and blurred already. */
  addPicture(picture: Buffer, atMs: number): void {
    this.#push(Promise.resolve(picture), atMs, undefined, undefined);
  }

  /** The frames, the oldest first. */
  async frames(): Promise<Frame[]> {
    const frames = await Promise.all([this.#leadIn, ...this.#taken.map(({ frame }) => frame)]);
    return frames.filter((frame) => frame !== undefined);
  }

  async #leadOut(): Promise<Frame | undefined> {
    const last = await (this.#taken.at(-1)?.frame ?? this.#leadIn);
    return last && { ...last, elapsedMs: undefined, awaited: undefined };
  }

  #push(
    picture: Promise<Buffer>,
    atMs: number,
    awaited: string | undefined,
    digest: string | undefined,
  ): void {
    const said = { title: this.#title, elapsedMs: atMs - this.#startMs, awaited };
    const frame = picture.then(
      (made) => ({ ...said, picture: made }),
      (error: unknown) =>
        error instanceof SecureScreenError ? { ...said, picture: undefined } : undefined,
    );
    this.#taken.push({ atMs, digest, picture, frame });
    if (this.#taken.length > MOST_FRAMES) this.#thinOut();
  }

  /** The first and the last frame stay. */
  #thinOut(): void {
    let at = 1;
    for (let i = 1; i < this.#taken.length - 1; i += 1) if (this.#span(i) < this.#span(at)) at = i;
    this.#taken.splice(at, 1);
  }

  /** The time between the neighbours of a frame. */
  #span(i: number): number {
    return (this.#taken[i + 1]?.atMs ?? Infinity) - (this.#taken[i - 1]?.atMs ?? -Infinity);
  }
}

function digestOf({ picture, regions }: ScreenCapture): string {
  if (picture instanceof Error) return picture.message;
  return createHash('sha256').update(picture).update(JSON.stringify(regions)).digest('base64');
}

import type { ProgressEvent } from '../../config/progress.ts';
import type { RunPhone } from '../phone-results.ts';

/** What a phone waits for. */
export interface Wait {
  /** To follow "waiting for". */
  readonly what: string;
  readonly elapsedMs: number;
  readonly budgetMs: number;
}

/** A phone of the run that a worker is busy with. Times are of the view's clock. */
export interface PhoneAtWork {
  /** What a person calls it; no two of a run have the same. */
  readonly name: string;
  /** Where its specs lie, without folder and ending; absent until a test has begun. */
  readonly spec: string | undefined;
  /** Title of the step; absent between steps. */
  readonly step: string | undefined;
  /** How long it has been at its test, or on the way to it, in milliseconds. */
  readonly sinceMs: number;
  readonly wait: Wait | undefined;
}

interface Work {
  readonly key: string;
  readonly phone: RunPhone | undefined;
  spec?: string | undefined;
  step?: string | undefined;
  beganAtMs: number;
  wait?: (Wait & { readonly atMs: number }) | undefined;
}

/** The parts of `specs/sms-code/expired.spec.ts` that every spec file has. */
const SPEC_FRAME = /^specs\/|\.spec\.ts$/g;
/** Of `Redmi 7A (M1903C3EC)`. */
const MODEL_CODE = / \([^()]*\)$/;

/** Which phones are at work, and at what, by what their workers tell. */
export class PhonesAtWork {
  readonly #now: () => number;
  readonly #work = new Map<string, Work>();

  /** @param now the time in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  get count(): number {
    return this.#work.size;
  }

  /** @param phone of the run whose worker told it; a test may have started another one. */
  take(event: ProgressEvent, phone: RunPhone | undefined): void {
    if (!('serial' in event) || event.serial === undefined) return;
    const key = phone?.serial ?? event.serial;
    switch (event.type) {
      case 'worker-began':
        this.#begin(key, phone);
        break;
      case 'worker-ended':
      case 'phone-out':
        this.#work.delete(key);
        break;
      case 'test-started':
        this.#begin(key, phone).spec = event.spec?.replaceAll(SPEC_FRAME, '') ?? event.title;
        break;
      case 'step-started':
        this.#at(key, phone, { step: event.title, wait: undefined });
        break;
      case 'waiting': {
        const { what, elapsedMs, budgetMs } = event;
        this.#at(key, phone, { wait: { what, elapsedMs, budgetMs, atMs: this.#now() } });
        break;
      }
      case 'step-ended':
        // What is no test of a run has nothing else to show.
        if (this.#work.get(key)?.spec === undefined) this.#work.delete(key);
        else this.#at(key, phone, { step: undefined, wait: undefined });
        break;
      default:
        break;
    }
  }

  /** Those at work, in the order in which they came to it first. */
  list(): PhoneAtWork[] {
    const nowMs = this.#now();
    const names = [...this.#work.values()].map(nameOf);
    return [...this.#work.values()].map((work, index) => {
      const name = names[index] ?? work.key;
      const isShared = names.filter((other) => other === name).length > 1;
      const { wait } = work;
      return {
        name: isShared ? work.key : name,
        spec: work.spec,
        step: work.step,
        sinceMs: nowMs - work.beganAtMs,
        wait: wait && { ...wait, elapsedMs: wait.elapsedMs + nowMs - wait.atMs },
      };
    });
  }

  #begin(key: string, phone: RunPhone | undefined): Work {
    const work = { key, phone, beganAtMs: this.#now() };
    this.#work.set(key, work);
    return work;
  }

  #at(key: string, phone: RunPhone | undefined, change: Pick<Work, 'step' | 'wait'>): void {
    Object.assign(this.#work.get(key) ?? this.#begin(key, phone), change);
  }
}

function nameOf({ key, phone }: Work): string {
  if (phone === undefined || phone.language === null) return key;
  return `${phone.model.replace(MODEL_CODE, '')}, ${phone.language}`;
}

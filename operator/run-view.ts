import { EventEmitter } from 'node:events';
import type { HarnessClock } from '../config/clock.ts';
import { exceptionOf } from '../config/progress-note.ts';
import type { ProgressEvent } from '../config/progress.ts';
import { SIGN_UP_STEPS, type StepName } from '../config/steps.ts';
import type {
  ClosedQuestion,
  CurrentStep,
  PageState,
  PhoneView,
  RunEnd,
  WalkedStep,
} from './page-state.ts';
import type { Questions } from './questions.ts';

const CLOSED_KEPT = 10;
const NOTES_KEPT = 20;
/** Of a step's start, as two messages about it tell it; a page need not hear of less. */
const START_TOLERANCE_MS = 500;

interface Phone extends Omit<PhoneView, 'account' | 'steps' | 'current' | 'toCome'> {
  account: PhoneView['account'];
  readonly steps: (WalkedStep & { readonly name: StepName })[];
  current: CurrentStep | undefined;
}

interface RunViewEvents {
  changed: [];
}

/** What the operator page shows of a run, put together from what the run tells. */
export class RunView extends EventEmitter<RunViewEvents> {
  readonly #questions: Questions;
  readonly #clock: HarnessClock;
  readonly #phones = new Map<string, Phone>();
  readonly #closed: ClosedQuestion[] = [];
  readonly #notes: string[] = [];
  #ended: RunEnd | undefined;
  #version = 0;

  constructor(questions: Questions, clock: HarnessClock) {
    super();
    // Every page that is open listens.
    this.setMaxListeners(0);
    this.#questions = questions;
    this.#clock = clock;
    questions.on('opened', () => this.#change());
    questions.on('answered', ({ id, serial }, { kind }) => this.#close({ id, serial, how: kind }));
    questions.on('withdrawn', ({ id, serial }, why) => this.#close({ id, serial, how: why }));
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  /** The whole of it, as it is now. */
  get state(): PageState {
    return {
      nowMs: this.#clock.now(),
      phones: [...this.#phones.values()].map((phone) => ({
        ...phone,
        steps: phone.steps.map(({ title, outcome, durationMs }) => ({
          title,
          outcome,
          durationMs,
        })),
        toCome: toCome(phone),
      })),
      questions: this.#questions.open.map(({ picture, ...question }) => ({
        ...question,
        hasPicture: picture !== undefined,
      })),
      closed: [...this.#closed],
      notes: [...this.#notes],
      ended: this.#ended,
    };
  }

  /**
   * A phone of the run that is ready.
   * @param noPicture why there is no live picture of it, as a sentence.
   */
  addPhone(phone: { serial: string; model: string; system: string }, noPicture?: string): void {
    const known = this.#phones.get(phone.serial);
    const { serial, model, system } = phone;
    const { account = 'none', steps = [], current } = known ?? {};
    this.#phones.set(serial, { serial, model, system, account, steps, current, noPicture });
    this.#change();
  }

  /** @param event its texts masked; secrets are dropped. */
  take(event: ProgressEvent): void {
    const note = event.type === 'note' ? event.text : exceptionOf(event);
    if (note !== undefined) {
      this.#notes.push(note);
      this.#notes.splice(0, this.#notes.length - NOTES_KEPT);
      this.#change();
      return;
    }
    const phone = 'serial' in event && event.serial ? this.#phones.get(event.serial) : undefined;
    if (phone === undefined) return;
    switch (event.type) {
      case 'step-started':
        phone.current = {
          name: event.step,
          title: event.title,
          startedAtMs: this.#clock.now(),
          budgetMs: event.budgetMs,
        };
        break;
      case 'waiting': {
        const { current } = phone;
        if (current === undefined) return;
        const startedAtMs = this.#clock.now() - event.elapsedMs;
        const isNew =
          current.waitingFor !== event.what ||
          Math.abs(current.startedAtMs - startedAtMs) > START_TOLERANCE_MS;
        // It comes every second, and the page counts by itself.
        if (!isNew) return;
        phone.current = { ...current, startedAtMs, waitingFor: event.what };
        break;
      }
      case 'step-ended':
        phone.current = undefined;
        phone.steps.push({
          name: event.step,
          title: event.title,
          outcome: event.outcome,
          durationMs: event.serverMs + event.harnessMs,
        });
        break;
      case 'account':
        phone.account = event.account;
        break;
    }
    this.#change();
  }

  /** The run is over; nothing changes any more. */
  end(how: RunEnd): void {
    for (const phone of this.#phones.values()) phone.current = undefined;
    this.#ended = how;
    this.#change();
  }

  #close(question: ClosedQuestion): void {
    this.#closed.push(question);
    this.#closed.splice(0, this.#closed.length - CLOSED_KEPT);
    this.#change();
  }

  #change(): void {
    this.#version += 1;
    this.emit('changed');
  }
}

/** The rest of a sign-up; nothing once the phone signs out, if it ever does. */
function toCome({ steps, current }: Phone): string[] {
  const begun = new Set([...steps.map(({ name }) => name), current?.name]);
  if (begun.has('sign-out')) return [];
  return SIGN_UP_STEPS.filter(({ name }) => !begun.has(name)).map(({ title }) => title);
}

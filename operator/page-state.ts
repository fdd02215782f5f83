import type { PictureAnswer, Withdrawal } from '../config/operator.ts';
import type { AccountState, StepOutcome } from '../config/progress.ts';
import type { StepName } from '../config/steps.ts';

/**
 * What the operator page shows, as JSON: the server sends the whole of it whenever something has
 * changed. Every time is milliseconds since 1970 by the server's clock.
 */
export interface PageState {
  /** When this was sent: a browser on another machine has a clock of its own. */
  readonly nowMs: number;
  readonly phones: readonly PhoneView[];
  /** Open ones, oldest first. */
  readonly questions: readonly QuestionView[];
  /** The last ones that were closed, oldest first. */
  readonly closed: readonly ClosedQuestion[];
  /** Masked, oldest first. */
  readonly notes: readonly string[];
  /** Set once, in the last state of a run. */
  readonly ended?: RunEnd | undefined;
}

export interface PhoneView {
  readonly serial: string;
  readonly model: string;
  readonly system: string;
  readonly account: AccountState;
  /** Those that were walked, in their order. */
  readonly steps: readonly WalkedStep[];
  readonly current?: CurrentStep | undefined;
  /** Titles of the steps of the how-to that are still to come. */
  readonly toCome: readonly string[];
  /** Why there is no live picture of it, as a sentence; absent where there is one. */
  readonly noPicture?: string | undefined;
}

export interface WalkedStep {
  readonly title: string;
  readonly outcome: StepOutcome;
  readonly durationMs: number;
}

export interface CurrentStep {
  readonly name: StepName;
  readonly title: string;
  readonly startedAtMs: number;
  readonly budgetMs: number;
  /** To follow "waiting for". */
  readonly waitingFor?: string | undefined;
}

export interface QuestionView {
  readonly id: string;
  readonly serial: string;
  readonly askedAtMs: number;
  /** When the step's budget is spent. */
  readonly untilMs: number;
  /** Whether there is a picture of it; without one the person looks at the phone. */
  readonly hasPicture: boolean;
  /** What is to be done on the phone; absent where the text of a picture is asked for. */
  readonly onPhone?: string | undefined;
  readonly note?: string | undefined;
}

export interface ClosedQuestion {
  readonly id: string;
  readonly serial: string;
  /** By an answer, or without one. */
  readonly how: PictureAnswer['kind'] | Withdrawal;
}

export interface RunEnd {
  readonly outcome: 'passed' | 'failed';
  readonly durationMs: number;
  /** Masked; absent for a run that passed. */
  readonly error?: string | undefined;
  /** Path of the report; absent when it could not be made. */
  readonly report?: string | undefined;
}

/**
 * What is known of a phone's live picture: `connecting` until its stream can be had, `silent` when
 * the stream is there and the phone sends no picture.
 */
export type PictureStatus = 'connecting' | 'live' | 'silent';

/** One message of the stream of live pictures; only what has changed is sent. */
export interface PictureMessage {
  readonly serial: string;
  readonly status: PictureStatus;
  /** JPEG, in base64; absent while there is none. */
  readonly jpeg?: string | undefined;
}

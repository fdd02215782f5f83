/** What a run asks a person: the text of a picture code, or to do something on the phone itself. */
export interface PictureQuestion {
  /** Of the phone that shows the picture. */
  readonly serial: string;
  /** What is to be done on the phone, to follow “please”; absent where the text of a picture is asked for. */
  readonly onPhone?: string | undefined;
  /** PNG; absent on a page that forbids screenshots: the person looks at the phone. */
  readonly picture?: Buffer | undefined;
  /** Why it is asked again, as a sentence: the answer before was refused. */
  readonly note?: string | undefined;
  /** When the step's budget is spent; milliseconds since 1970. */
  readonly untilMs: number;
}

/** What the person says, wherever they say it first. */
export type PictureAnswer =
  | { readonly kind: 'text'; readonly text: string }
  /** This picture cannot be read: the app is to show another one. */
  | { readonly kind: 'new-picture' }
  /** They have done it on the phone itself: nothing is left to type. */
  | { readonly kind: 'typed-on-phone' };

/** Where a person answers, if not on the phone itself. */
export type AnswerPlace = 'terminal' | 'page';

/**
 * Why a question is taken back. `answered-on-phone`: its screen has moved on. `other-picture`: the
 * phone shows another picture, which is asked for anew. `out-of-time`: the step's budget is spent.
 * `run-over`: the run was interrupted, or the worker that asked is gone.
 */
export type Withdrawal = 'answered-on-phone' | 'other-picture' | 'out-of-time' | 'run-over';

/** No answer to a question is needed any more; the reason of the signal that takes it back. */
export class QuestionWithdrawn extends Error {
  override readonly name = 'QuestionWithdrawn';
  readonly why: Withdrawal;

  constructor(why: Withdrawal) {
    super(`the question is taken back: ${why}`);
    this.why = why;
  }
}

/** The person at the phones of a run, who sits at a terminal or at the operator page. */
export interface Operator {
  /**
   * Shows the question until it is answered or withdrawn.
   * @param withdrawn aborted when no answer is needed any more: with a `QuestionWithdrawn`, or with
   *   the run's own reason.
   * @throws the signal's reason.
   */
  ask(question: PictureQuestion, withdrawn: AbortSignal): Promise<PictureAnswer>;
}

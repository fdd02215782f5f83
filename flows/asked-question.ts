import {
  QuestionWithdrawn,
  type Operator,
  type PictureAnswer,
  type PictureQuestion,
  type Withdrawal,
} from '../config/operator.ts';

/** A question to the person, open until it is answered or taken back. */
export class AskedQuestion {
  readonly #withdrawal = new AbortController();
  readonly #closed: Promise<void>;
  #answer: PictureAnswer | undefined;
  #failure: { readonly error: unknown } | undefined;

  /** @param signal takes it back with the run. */
  constructor(operator: Operator, question: PictureQuestion, signal: AbortSignal) {
    const withdrawn = AbortSignal.any([signal, this.#withdrawal.signal]);
    this.#closed = operator.ask(question, withdrawn).then(
      (answer) => void (this.#answer = answer),
      (error: unknown) => {
        if (!withdrawn.aborted) this.#failure = { error };
      },
    );
  }

  /**
   * The answer, if there is one yet.
   * @throws whatever kept the person from being asked.
   */
  get answer(): PictureAnswer | undefined {
    if (this.#failure) throw this.#failure.error;
    return this.#answer;
  }

  /** Changes nothing once it is answered. */
  async withdraw(why: Withdrawal): Promise<void> {
    this.#withdrawal.abort(new QuestionWithdrawn(why));
    await this.#closed;
  }
}

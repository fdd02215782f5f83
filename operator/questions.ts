import { EventEmitter } from 'node:events';
import type {
  AnswerPlace,
  PictureAnswer,
  PictureQuestion,
  Withdrawal,
} from '../config/operator.ts';

/** A question that waits for an answer. */
export interface OpenQuestion extends PictureQuestion {
  /** Unlike that of every other question of the run. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly askedAtMs: number;
}

interface QuestionEvents {
  opened: [question: OpenQuestion];
  answered: [question: OpenQuestion, answer: PictureAnswer, from: AnswerPlace];
  withdrawn: [question: OpenQuestion, why: Withdrawal];
}

/** The open questions of a run, oldest first. The first answer to one closes it for everybody. */
export class Questions extends EventEmitter<QuestionEvents> {
  readonly #open = new Map<string, OpenQuestion>();

  get open(): readonly OpenQuestion[] {
    return [...this.#open.values()];
  }

  add(question: OpenQuestion): void {
    this.#open.set(question.id, question);
    this.emit('opened', question);
  }

  /**
   * @param from where the person sits who answers.
   * @returns false when the question is not open any more: somebody was quicker.
   */
  answer(id: string, answer: PictureAnswer, from: AnswerPlace): boolean {
    const question = this.#open.get(id);
    if (question === undefined) return false;
    this.#open.delete(id);
    this.emit('answered', question, answer, from);
    return true;
  }

  /** Nobody needs an answer any more. */
  withdraw(id: string, why: Withdrawal): void {
    const question = this.#open.get(id);
    if (question === undefined) return;
    this.#open.delete(id);
    this.emit('withdrawn', question, why);
  }
}

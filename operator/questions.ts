import { EventEmitter } from 'node:events';
import type { PictureAnswer, PictureQuestion } from '../config/operator.ts';

/** A question that waits for an answer. */
export interface OpenQuestion extends PictureQuestion {
  /** Unlike that of every other question of the run. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly askedAtMs: number;
}

interface QuestionEvents {
  opened: [question: OpenQuestion];
  answered: [question: OpenQuestion, answer: PictureAnswer];
  withdrawn: [question: OpenQuestion];
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

  /** @returns false when the question is not open any more: somebody was quicker. */
  answer(id: string, answer: PictureAnswer): boolean {
    const question = this.#open.get(id);
    if (question === undefined) return false;
    this.#open.delete(id);
    this.emit('answered', question, answer);
    return true;
  }

  /** Nobody needs an answer any more. */
  withdraw(id: string): void {
    const question = this.#open.get(id);
    if (question === undefined) return;
    this.#open.delete(id);
    this.emit('withdrawn', question);
  }
}

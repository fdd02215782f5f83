import type { Withdrawal } from '../../config/operator.ts';
import type { Questions } from '../../operator/questions.ts';
import type { AnswerMessage } from './messages.ts';
import { openQuestion, type QuestionMessage } from './question-message.ts';

/** Puts the workers' questions to the run's, and sends each answer to the worker that asked. */
export class QuestionRelay<Worker> {
  readonly #questions: Questions;
  readonly #askers = new Map<string, Worker>();

  constructor(questions: Questions, send: (worker: Worker, message: AnswerMessage) => void) {
    this.#questions = questions;
    questions.on('answered', ({ id }, answer) => {
      const worker = this.#askers.get(id);
      this.#askers.delete(id);
      if (worker !== undefined) send(worker, { kind: 'answer', id, answer });
    });
    questions.on('withdrawn', ({ id }) => this.#askers.delete(id));
  }

  asked(worker: Worker, message: QuestionMessage): void {
    if (this.#askers.has(message.id)) return;
    this.#askers.set(message.id, worker);
    this.#questions.add(openQuestion(message, Date.now()));
  }

  /** A worker takes a question of its own back. */
  withdrawn(worker: Worker, { id, why }: { id: string; why: Withdrawal }): void {
    if (this.#askers.get(id) === worker) this.#questions.withdraw(id, why);
  }

  /** A worker has ended: nobody waits for an answer to what it asked. */
  gone(worker: Worker): void {
    for (const [id, asker] of this.#askers) {
      if (asker === worker) this.#questions.withdraw(id, 'run-over');
    }
  }
}

import type { AnswerPlace, PictureAnswer, Withdrawal } from '../config/operator.ts';
import type { Questions } from '../operator/questions.ts';
import { questionMessage, type QuestionMessage } from './progress/question-message.ts';

/** What the process that runs WebdriverIO tells its parent of the run's questions. */
export type QuestionOutput =
  QuestionMessage | { kind: 'question-closed'; id: string; how: AnswerPlace | Withdrawal };

/** What the person at the parent's terminal answered. */
export interface AnswerFromParent {
  kind: 'answer';
  /** Of the question. */
  id: string;
  answer: PictureAnswer;
}

/**
 * Tells the parent process of every question, how each was closed also when the parent's own answer
 * came too late.
 * @returns takes in what the parent sends.
 */
export function linkToParent(
  questions: Questions,
  send: (message: QuestionOutput) => void,
): (message: AnswerFromParent) => void {
  const closed = (id: string, how: AnswerPlace | Withdrawal): void =>
    send({ kind: 'question-closed', id, how });
  questions.on('opened', (question) => send(questionMessage(question.id, question)));
  questions.on('answered', ({ id }, _answer, from) => closed(id, from));
  questions.on('withdrawn', ({ id }, why) => closed(id, why));
  return ({ id, answer }) => void questions.answer(id, answer, 'terminal');
}

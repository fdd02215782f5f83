import type { ErrorCategory } from '../../config/errors.ts';
import type { PictureAnswer, Withdrawal } from '../../config/operator.ts';
import type { ProgressEvent } from '../../config/progress.ts';
import type { QuestionMessage } from './question-message.ts';

export interface ErrorInfo {
  type: string;
  message: string;
  category: ErrorCategory;
}

/** What a test came to. */
export interface EndedTest {
  outcome: 'passed' | 'failed' | 'skipped';
  /** With those of the suites around it. */
  title: string;
  /** The spec file that it is in, relative to the project; absent of what is in none. */
  spec?: string | undefined;
  /** Of the test itself; what comes before and after it takes time, too. */
  durationMs: number;
  error?: ErrorInfo | undefined;
}

/** Which worker it is. */
export interface WorkerName {
  /** WebdriverIO's id of it. */
  readonly id: string;
  /** Serial of its phone. */
  readonly serial: string;
}

/** What a worker sends. The first line of a connection must be `hello` with the run's token. */
export type WorkerMessage =
  | { kind: 'hello'; token: string; pid: number; worker: WorkerName }
  | { kind: 'progress'; event: ProgressEvent }
  | ({ kind: 'test' } & EndedTest)
  /** The worker ended without having run its tests, e.g. because no session could be made. */
  | { kind: 'worker-failed'; error: ErrorInfo }
  /** The phone could not be left as the test found it. */
  | { kind: 'not-as-found'; error: ErrorInfo }
  | QuestionMessage
  | { kind: 'question-withdrawn'; id: string; why: Withdrawal };

/** What a worker tells the run about itself, beside the questions that it has for a person. */
export type Report = Exclude<WorkerMessage, { kind: 'hello' | 'question' | 'question-withdrawn' }>;

/** The run is over, abort what is being waited for. */
export interface StopMessage {
  kind: 'stop';
  error: ErrorInfo;
}

/** What a person answered, to the worker that asked. */
export interface AnswerMessage {
  kind: 'answer';
  /** Of the question. */
  id: string;
  answer: PictureAnswer;
}

/** What the launching process sends. */
export type LauncherMessage = StopMessage | AnswerMessage;

/** One message per line, as JSON. */
export function encodeLine(message: WorkerMessage | LauncherMessage): string {
  return `${JSON.stringify(message)}\n`;
}

/** Puts lines together again from the pieces a socket delivers. */
export class LineDecoder<Message> {
  #rest = '';

  /** @throws SyntaxError on a line that is no JSON. */
  push(text: string): Message[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Message);
  }
}

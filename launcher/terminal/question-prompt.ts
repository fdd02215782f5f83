import pc from 'picocolors';
import type { AnswerPlace, PictureAnswer, Withdrawal } from '../../config/operator.ts';
import type { OpenQuestion } from '../../operator/questions.ts';
import { LineInput, type LineInputOptions } from './line-input.ts';
import { ON_PHONE, typedAnswer } from './typed-answer.ts';

const CLOSINGS: Record<Exclude<AnswerPlace, 'terminal'> | Withdrawal, string> = {
  page: 'answered on the operator page',
  'answered-on-phone': 'answered on the phone',
  'other-picture': 'the phone shows another picture',
  'out-of-time': 'the time for it is up',
  'run-over': 'it is not asked for any more',
};
const SENT: Record<PictureAnswer['kind'], string> = {
  text: 'the answer goes to the phone',
  'new-picture': 'the phone is asked for another picture',
  'typed-on-phone': 'the run goes on when the phone does',
};
const PROMPT = 'text of the picture';
const HINT = `Enter alone: another picture, "${ON_PHONE}": I typed it on the phone`;
/** Where something is to be done on the phone. */
const DONE = 'Enter when it is done on the phone';
/** Beside the prompt; the service's own pictures have four to six letters. */
const TYPED_LENGTH = 12;

export interface QuestionPromptOptions extends Pick<
  LineInputOptions,
  'source' | 'screen' | 'view' | 'onInterrupt'
> {
  readonly color: boolean;
  /** Whether a bell is heard: it is a terminal. */
  readonly bell: boolean;
  /** Lines that show a picture, PNG, or say where it is. */
  readonly show: (picture: Buffer) => readonly string[];
  readonly onAnswer: (id: string, answer: PictureAnswer) => void;
}

/**
 * Asks the person at the terminal what a run wants to know: one question at a time, the oldest first;
 * the others wait. Wherever else an answer is given first, it is said here.
 */
export class QuestionPrompt {
  /** Address of the operator page, where there is one. */
  pageAddress: string | undefined;
  readonly #options: QuestionPromptOptions;
  readonly #input: LineInput;
  readonly #waiting: OpenQuestion[] = [];
  #shown: OpenQuestion | undefined;
  /** What was answered here, by the ids of questions: somebody may have been quicker. */
  readonly #sent = new Map<string, { serial: string; kind: PictureAnswer['kind'] }>();

  constructor(options: QuestionPromptOptions) {
    this.#options = options;
    const { source, screen, view, onInterrupt } = options;
    this.#input = new LineInput({
      ...{ source, screen, view, onInterrupt },
      onLine: (line) => this.#typed(line),
      onUnasked: (line) => {
        if (line.trim() !== '') this.#say('Too late: nothing is asked here any more.');
      },
      onEnd: () => this.#say('This terminal takes no answers: its input has ended.'),
    });
  }

  /** A question waits for an answer. */
  opened(question: OpenQuestion): void {
    this.#waiting.push(question);
    if (this.#shown === undefined) this.#showNext();
    else this.#say(`${this.#bell()}${question.serial} asks too: ${this.#moreWait()}.`);
  }

  /** A question waits no more. @param how who answered it, or why no answer is needed. */
  closed(id: string, how: AnswerPlace | Withdrawal): void {
    const sent = this.#sent.get(id);
    if (sent !== undefined) {
      this.#sent.delete(id);
      const what = how === 'terminal' ? SENT[sent.kind] : `too late, ${CLOSINGS[how]}`;
      this.#say(`${sent.serial}: ${what}.`);
      return;
    }
    const question = this.#take(id);
    if (question === undefined || how === 'terminal') return;
    this.#say(`${question.serial}: ${CLOSINGS[how]}.`);
    if (this.#shown === undefined) this.#showNext();
  }

  /** Asks nothing any more. */
  close(): void {
    this.#waiting.length = 0;
    this.#shown = undefined;
    this.#input.close();
  }

  /** Takes a question away that was shown or waited. */
  #take(id: string): OpenQuestion | undefined {
    const shown = this.#shown;
    if (shown?.id === id) {
      this.#shown = undefined;
      this.#input.dismiss();
      return shown;
    }
    const index = this.#waiting.findIndex((question) => question.id === id);
    return index === -1 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  #showNext(): void {
    const question = this.#waiting.shift();
    this.#shown = question;
    if (question === undefined) return;
    const { view, color, show } = this.#options;
    const { bold, yellow } = pc.createColors(color);
    const asks =
      question.onPhone === undefined
        ? ' shows a picture: which text is in it?'
        : `: on the phone, please ${question.onPhone}.`;
    view.line(`${this.#bell()}${yellow('?')} ${bold(question.serial)}${asks}`);
    if (question.note !== undefined) this.#say(yellow(question.note));
    if (question.picture === undefined) {
      this.#say('Look at the phone: its screen forbids screenshots.');
    } else {
      for (const line of show(question.picture)) this.#say(line);
    }
    if (this.pageAddress !== undefined) this.#say(`operator page: ${this.pageAddress}`);
    if (this.#waiting.length > 0) this.#say(`${this.#moreWait()}.`);
    if (!this.#input.ended) this.#ask();
  }

  #ask(): void {
    if (this.#shown?.onPhone !== undefined) {
      this.#input.ask(`${DONE}: `);
      return;
    }
    const columns = this.#options.screen?.columns || 80;
    const whole = `${PROMPT} (${HINT}): `;
    if (this.#options.screen === undefined || whole.length + TYPED_LENGTH <= columns) {
      this.#input.ask(whole);
      return;
    }
    // On one row, what is typed can be redrawn in place.
    this.#say(HINT);
    this.#input.ask(`${PROMPT}: `);
  }

  #typed(line: string): void {
    const question = this.#shown;
    if (question === undefined) return;
    const answer =
      question.onPhone === undefined ? typedAnswer(line) : ({ kind: 'typed-on-phone' } as const);
    if (typeof answer === 'string') {
      this.#say(answer);
      this.#ask();
      return;
    }
    this.#shown = undefined;
    this.#sent.set(question.id, { serial: question.serial, kind: answer.kind });
    this.#options.onAnswer(question.id, answer);
    this.#showNext();
  }

  #moreWait(): string {
    const count = this.#waiting.length;
    return `${String(count)} more ${count === 1 ? 'waits' : 'wait'}`;
  }

  #bell(): string {
    return this.#options.bell ? '\u0007' : '';
  }

  #say(text: string): void {
    this.#options.view.line(`  ${text}`);
  }
}

import { createSupportsTerminalGraphics } from 'supports-terminal-graphics';
import { pathToFileURL } from 'node:url';
import type { PictureAnswer } from '../config/operator.ts';
import type { ProgressEvent } from '../config/progress.ts';
import type { Questions } from '../operator/questions.ts';
import { linkToParent, type AnswerFromParent, type QuestionOutput } from './parent-link.ts';
import { PictureFiles } from './picture-files.ts';
import type { RunPhone } from './phone-results.ts';
import { outliveReader } from './reader-gone.ts';
import type { EndedTest } from './progress/messages.ts';
import { testPages } from './report/test-pages.ts';
import type { RunFolder } from './run-folder.ts';
import type { Summary } from './summary.ts';
import { imageProtocol, inlineImage } from './terminal/inline-image.ts';
import { QuestionPrompt } from './terminal/question-prompt.ts';
import { renderSummary, type SummaryScreenOptions } from './terminal/summary-screen.ts';
import { terminalOptions } from './terminal/options.ts';
import { sharedScreen } from './terminal/shared-screen.ts';
import { TerminalView } from './terminal/terminal.ts';

/** Who is told how the run goes, and asked what the run wants to know. */
export interface RunOutput {
  /** @param phone of the run, whose worker told it; absent: the run itself did. */
  progress(event: ProgressEvent, phone?: RunPhone): void;
  /** A test has ended, on this phone of the run. */
  test?(test: EndedTest, phone: RunPhone): void;
  /** Shows the run's questions, and takes answers to them. */
  ask(questions: Questions): void;
  /** @param address of the operator page, with its token: questions can be answered there too. */
  operatorPage(address: string): void;
  /** @param reportPage path of the HTML report, absent when it could not be made. */
  finished(summary: Summary, reportPage: string | undefined): void;
  /** Resolves when all of it has arrived; absent where it has at once. */
  arrived?(): Promise<void>;
}

/** What the process with WebdriverIO sends to the `npm start` that started it. */
export type OutputMessage =
  | { kind: 'progress'; event: ProgressEvent; phone: RunPhone | undefined }
  | { kind: 'test'; test: EndedTest; phone: RunPhone }
  | { kind: 'operator-page'; address: string }
  | { kind: 'finished'; summary: Summary; reportPage: string | undefined }
  | QuestionOutput;

/** Set to `parent` for the process with WebdriverIO when its parent shows the run. */
export const OUTPUT_VARIABLE = 'E2E_OUTPUT';
/** Spaces before everything that belongs to a question. */
const INDENT = 2;

/** The terminal, or whatever is in its place, of this process. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/** Shows the run on the terminal of this process, and asks the person who sits there. */
export class TerminalOutput implements RunOutput {
  readonly view: TerminalView;
  readonly prompt: QuestionPrompt;
  readonly color: boolean;
  readonly #stdout: NodeJS.WriteStream;
  readonly #unshare: () => void;
  /** Told what was answered here. */
  onAnswer: (id: string, answer: PictureAnswer) => void = () => undefined;

  /** @param folder where pictures go that are asked about. */
  constructor(
    { stdin, stdout }: Terminal,
    folder: RunFolder,
    options = terminalOptions(stdout, process.env),
  ) {
    this.#stdout = stdout;
    this.color = options.color;
    const { screen, share, unshare } = sharedScreen(stdout);
    this.view = new TerminalView(screen, { ...options, now: () => performance.now() });
    this.#unshare = unshare;
    if (options.live) share(this.view);
    this.view.begin();
    const files = new PictureFiles(folder);
    const protocol = imageProtocol(createSupportsTerminalGraphics(stdout), process.env);
    this.prompt = new QuestionPrompt({
      source: stdin,
      screen: options.live && stdin.isTTY ? stdout : undefined,
      view: this.view,
      color: options.color,
      bell: options.live,
      show: (picture) => {
        const image = protocol && inlineImage(picture, protocol, stdout.columns - INDENT);
        return [...(image === undefined ? [] : [image]), `picture: ${files.write(picture)}`];
      },
      onAnswer: (id, answer) => this.onAnswer(id, answer),
      // To everybody whom Ctrl-C would reach if the terminal took it.
      onInterrupt: () => process.kill(0, 'SIGINT'),
    });
  }

  progress(event: ProgressEvent, phone?: RunPhone): void {
    this.view.show(event, phone);
  }

  ask(questions: Questions): void {
    this.onAnswer = (id, answer) => questions.answer(id, answer, 'terminal');
    questions.on('opened', (question) => this.prompt.opened(question));
    questions.on('answered', ({ id }, _answer, from) => this.prompt.closed(id, from));
    questions.on('withdrawn', ({ id }, why) => this.prompt.closed(id, why));
  }

  /** Absent where the steps are shown, which say as much. */
  test?(test: EndedTest, phone: RunPhone): void;

  operatorPage(address: string): void {
    this.prompt.pageAddress = address;
    this.view.line(`  operator page: ${address}`);
  }

  finished(summary: Summary, reportPage: string | undefined): void {
    this.prompt.close();
    this.view.end();
    this.#unshare();
    const { color } = this;
    const address =
      reportPage === undefined
        ? { reportAddress: undefined }
        : { reportAddress: pathToFileURL(reportPage).href, pageOf: testPages(reportPage) };
    this.#stdout.write(this.summary(summary, { color, ...address }));
  }

  /** What stands at the end of a run. */
  protected summary(summary: Summary, options: SummaryScreenOptions): string {
    return renderSummary(summary, options);
  }
}

/** Leaves the showing and the asking to the parent process. */
class ParentOutput implements RunOutput {
  #last: Promise<void> = Promise.resolve();

  /** In the order in which they are sent. */
  readonly #send = (message: OutputMessage): void => {
    this.#last = new Promise((resolve) => {
      // A parent that is gone shows nothing any more; its end is noticed by 'disconnect'.
      if (process.connected) process.send?.(message, undefined, {}, () => resolve());
      else resolve();
    });
  };

  progress(event: ProgressEvent, phone?: RunPhone): void {
    this.#send({ kind: 'progress', event, phone });
  }

  test(test: EndedTest, phone: RunPhone): void {
    this.#send({ kind: 'test', test, phone });
  }

  ask(questions: Questions): void {
    const take = linkToParent(questions, this.#send);
    process.on('message', (message) => take(message as AnswerFromParent));
  }

  operatorPage(address: string): void {
    this.#send({ kind: 'operator-page', address });
  }

  finished(summary: Summary, reportPage: string | undefined): void {
    this.#send({ kind: 'finished', summary, reportPage });
  }

  /** A summary of many tests takes its time, and the process may end at once. */
  arrived(): Promise<void> {
    return this.#last;
  }
}

/** The output of the process that runs WebdriverIO. */
export function launcherOutput(folder: RunFolder): RunOutput {
  if (process.env[OUTPUT_VARIABLE] !== 'parent' || process.send === undefined) {
    // The phones are put back and the report is written all the same.
    outliveReader();
    return new TerminalOutput(process, folder);
  }
  return new ParentOutput();
}

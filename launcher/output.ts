import { pathToFileURL } from 'node:url';
import type { ProgressEvent } from '../config/progress.ts';
import type { Summary } from './summary.ts';
import { renderSummary } from './terminal/summary-screen.ts';
import { terminalOptions, TerminalView, type Screen } from './terminal/terminal.ts';

/** Who is told how the run goes. */
export interface RunOutput {
  progress(event: ProgressEvent): void;
  /** @param reportPage path of the HTML report, absent when it could not be made. */
  finished(summary: Summary, reportPage: string | undefined): void;
}

/** What the process with WebdriverIO sends to the `npm start` that started it. */
export type OutputMessage =
  | { kind: 'progress'; event: ProgressEvent }
  | { kind: 'finished'; summary: Summary; reportPage: string | undefined };

/** Set to `parent` for the process with WebdriverIO when its parent shows the run. */
export const OUTPUT_VARIABLE = 'E2E_OUTPUT';

/** Shows the run on a stream of this process. */
export class StreamOutput implements RunOutput {
  readonly view: TerminalView;
  readonly #stream: Screen;
  readonly #color: boolean;

  /** @param live whether one line may be redrawn in place, that is when nobody else prints. */
  constructor(stream: Screen & { isTTY?: boolean | undefined }, live: boolean) {
    const options = terminalOptions(stream, process.env);
    this.#stream = stream;
    this.#color = options.color;
    this.view = new TerminalView(stream, {
      live: live && options.live,
      color: options.color,
      now: () => performance.now(),
    });
  }

  progress(event: ProgressEvent): void {
    this.view.show(event);
  }

  finished(summary: Summary, reportPage: string | undefined): void {
    this.view.clear();
    const reportAddress = reportPage === undefined ? undefined : pathToFileURL(reportPage).href;
    this.#stream.write(renderSummary(summary, { color: this.#color, reportAddress }));
  }
}

/** Leaves the showing to the parent process. */
class ParentOutput implements RunOutput {
  readonly #send: (message: OutputMessage) => void;

  constructor(send: (message: OutputMessage) => void) {
    this.#send = send;
  }

  progress(event: ProgressEvent): void {
    this.#send({ kind: 'progress', event });
  }

  finished(summary: Summary, reportPage: string | undefined): void {
    this.#send({ kind: 'finished', summary, reportPage });
  }
}

/** The output of the process that runs WebdriverIO, which itself prints a line now and then. */
export function launcherOutput(): RunOutput {
  if (process.env[OUTPUT_VARIABLE] !== 'parent' || process.send === undefined) {
    return new StreamOutput(process.stdout, false);
  }
  return new ParentOutput((message) => {
    // A parent that is gone shows nothing any more; its end is noticed by 'disconnect'.
    if (process.connected) process.send?.(message);
  });
}

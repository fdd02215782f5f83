import { createInterface, type Interface } from 'node:readline';
import type { TerminalView } from './terminal.ts';

export interface LineInputOptions {
  /** Where lines come from; `process.stdin` is one. */
  readonly source: NodeJS.ReadableStream;
  /** The terminal on which a person edits a line; absent: lines come as they are, from a pipe. */
  readonly screen?: (NodeJS.WritableStream & { readonly columns?: number }) | undefined;
  readonly view: TerminalView;
  /** A line was typed after the prompt, which is gone with it. */
  readonly onLine: (line: string) => void;
  /** A line was typed that nothing asked for. */
  readonly onUnasked: (line: string) => void;
  /** No line will come any more. */
  readonly onEnd: () => void;
  /** Ctrl-C: a terminal on which a line is edited hands it over as a key. */
  readonly onInterrupt: () => void;
}

/** Takes lines from a person, one for each prompt. Nothing is read before the first prompt. */
export class LineInput {
  readonly #options: LineInputOptions;
  #reader: Interface | undefined;
  #asking = false;
  #ended = false;

  constructor(options: LineInputOptions) {
    this.#options = options;
  }

  /** Whether no line will come any more. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Shows a prompt and takes the next line for its answer. */
  ask(prompt: string): void {
    if (this.#reader === undefined) this.#options.source.on('error', () => this.#end());
    this.#asking = true;
    const { screen, view } = this.#options;
    if (screen !== undefined) {
      this.#edit(prompt, screen);
      return;
    }
    view.line(prompt);
    if (this.#reader === undefined) this.#listen();
  }

  /** Takes the prompt away, with what was typed after it. */
  dismiss(): void {
    if (!this.#asking) return;
    this.#asking = false;
    if (this.#options.screen !== undefined) this.#listen();
  }

  /** Reads no more, so that the process can end. */
  close(): void {
    this.#ended = true;
    this.#asking = false;
    this.#replaceReader(undefined);
  }

  /** Lines as the terminal or the pipe hands them over. */
  #listen(): void {
    this.#replaceReader(() => createInterface({ input: this.#options.source, terminal: false }));
  }

  /** A line that is edited below the live line, which stays where it is. */
  #edit(prompt: string, screen: NonNullable<LineInputOptions['screen']>): void {
    const reader = this.#replaceReader(() =>
      createInterface({
        input: this.#options.source,
        output: screen,
        terminal: true,
        prompt,
        // What was typed is a secret, and no answer to the next question.
        historySize: 0,
      }),
    );
    let drawn = false;
    let entered: string | undefined;
    // Before the listener that takes the line: Enter has moved the cursor below it.
    reader?.prependListener('line', (line: string) => (entered = prompt + line));
    reader?.on('SIGINT', this.#options.onInterrupt);
    this.#options.view.prompt({
      get row() {
        if (entered === undefined) return reader?.getCursorPos().rows ?? 0;
        return Math.floor([...entered].length / (screen.columns || 80)) + 1;
      },
      draw() {
        if (!drawn) reader?.prompt();
        // readline would first go up from where it left the cursor.
        else if (reader) screen.write(`${prompt}${reader.line}${left(reader)}`);
        drawn = true;
      },
    });
  }

  #replaceReader(create: (() => Interface) | undefined): Interface | undefined {
    this.#options.view.prompt(undefined);
    const before = this.#reader;
    this.#reader = undefined;
    before?.close();
    const reader = create?.();
    reader?.on('line', (line) => this.#take(reader, line));
    reader?.on('close', () => {
      if (this.#reader === reader) this.#end();
    });
    this.#reader = reader;
    return reader;
  }

  #take(reader: Interface, line: string): void {
    // One that was closed still tells the rest of what it has read.
    if (this.#reader !== reader) return;
    if (!this.#asking) {
      this.#options.onUnasked(line);
      return;
    }
    this.dismiss();
    this.#options.onLine(line);
  }

  #end(): void {
    if (this.#ended) return;
    this.close();
    this.#options.onEnd();
  }
}

/** From the end of the line to where it is edited. */
function left({ line, cursor }: Interface): string {
  return cursor === line.length ? '' : `\u001B[${String(line.length - cursor)}D`;
}

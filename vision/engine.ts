import { createWorker, OEM, type Line, type PSM, type Worker } from 'tesseract.js';
import { TESSERACT_FOLDER } from './tesseract-data.ts';

/** How a picture is to be read. */
export interface ReadingMode {
  /** What tesseract takes the picture for: a line of text, a whole page … */
  readonly segmentation: PSM;
  /** The only characters that may be read; empty: any. */
  readonly alphabet: string;
}

/**
 * Tesseract with its data for English, offline. It starts with the first picture, or in advance by
 * `warmUp`, serves all following ones in turn, and lives until `close()`. A process needs one: it
 * takes up some 100 MB, and pictures that are read at once would only slow each other down.
 */
export class TextEngine {
  #worker: Promise<Worker> | undefined;
  /** How the worker was told to read last. */
  #mode: ReadingMode | undefined;
  /** The worker has one set of parameters, so a picture is read before the next one's are set. */
  #last: Promise<unknown> = Promise.resolve();

  /** Starts tesseract, which takes a while, before there is a picture to read. */
  warmUp(): void {
    // `read` reports a start that failed; here it only must not count as unhandled.
    this.#start().catch(() => undefined);
  }

  /**
   * @param picture in a format that tesseract takes, such as PNG.
   * @returns what it takes for lines, from top to bottom.
   */
  read(picture: Buffer, mode: ReadingMode): Promise<Line[]> {
    return this.#inTurn(async () => {
      const worker = await this.#start();
      await this.#setMode(worker, mode);
      const { data } = await worker.recognize(picture, {}, { text: false, blocks: true });
      return (data.blocks ?? []).flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ lines }) => lines),
      );
    });
  }

  /** Ends tesseract once it has read what it was given; the engine may be used again. */
  async close(): Promise<void> {
    await this.#inTurn(async () => {
      const worker = this.#worker;
      this.#worker = undefined;
      this.#mode = undefined;
      await (await worker?.catch(() => undefined))?.terminate();
    });
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task).catch((reason: unknown) => {
      // It rejects with texts.
      throw reason instanceof Error ? reason : new Error(`tesseract: ${String(reason)}`);
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  #start(): Promise<Worker> {
    if (this.#worker === undefined) {
      const worker = startTesseract();
      this.#worker = worker;
      worker.catch(() => {
        // The next picture tries again.
        if (this.#worker === worker) this.#worker = undefined;
      });
    }
    return this.#worker;
  }

  async #setMode(worker: Worker, mode: ReadingMode): Promise<void> {
    if (this.#mode?.segmentation === mode.segmentation && this.#mode.alphabet === mode.alphabet) {
      return;
    }
    this.#mode = undefined;
    await worker.setParameters({
      tessedit_pageseg_mode: mode.segmentation,
      tessedit_char_whitelist: mode.alphabet,
      // Prepared pictures say nothing of their resolution, and a guess is warned about.
      user_defined_dpi: '300',
      // What it thinks of a picture without letters would go to the terminal.
      debug_file: '/dev/null',
    });
    this.#mode = mode;
  }
}

function startTesseract(): Promise<Worker> {
  return createWorker('eng', OEM.LSTM_ONLY, {
    // Without these three it downloads its language data, and keeps a copy in the current folder.
    langPath: TESSERACT_FOLDER,
    gzip: true,
    cacheMethod: 'none',
    // The rejected promise tells; without a handler the same error is thrown where nobody catches it.
    errorHandler: () => undefined,
  });
}

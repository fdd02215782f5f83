import { stripVTControlCharacters } from 'node:util';
import { columnsOf } from './format.ts';

/** Where the view writes; `process.stdout` is one. */
export interface Screen {
  write(text: string): unknown;
  /** Width in characters, absent where it is not a terminal. */
  readonly columns?: number | undefined;
  /** Height in lines. */
  readonly rows?: number | undefined;
}

/** What stands below the live lines, and has the cursor: a prompt that a person types after. */
export interface Prompt {
  /** How many rows the cursor is below the first one of the prompt. */
  readonly row: number;
  /** Writes it, with what has been typed, from the start of a line. */
  draw(): void;
}

/** Of a terminal that does not know its size, or says 0. */
const USUAL_COLUMNS = 80;
const USUAL_ROWS = 24;
const ERASE_LINE = '\r\u001B[2K';
const ERASE_BELOW = '\r\u001B[J';
/** DECSC and DECRC, https://vt100.net/docs/vt510-rm/DECSC.html */
const SAVE_CURSOR = '\u001B7';
const RESTORE_CURSOR = '\u001B8';

/**
 * The end of what is printed: lines that are redrawn in place and, below them, a prompt. Lines that
 * stay go above both. The cursor is at the end of the last live line, or in the prompt.
 */
export class LiveArea {
  readonly #screen: Screen;
  #prompt: Prompt | undefined;
  #lines: readonly string[] = [];

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  get columns(): number {
    return this.#screen.columns || USUAL_COLUMNS;
  }

  /** How many lines fit. */
  get rows(): number {
    return this.#screen.rows || USUAL_ROWS;
  }

  /** Whether a person types, and the cursor is where they do. */
  get hasPrompt(): boolean {
    return this.#prompt !== undefined;
  }

  /** Prints a text that stays. */
  print(text: string): void {
    const lines = this.#lines;
    this.#screen.write(`${this.#erased()}${text}\n`);
    this.#draw(lines);
  }

  /** @param lines that stand in place of the live ones; each fits into a row. */
  show(lines: readonly string[]): void {
    if (this.#prompt === undefined || lines.length !== this.#lines.length) {
      const erased = this.#erased();
      if (erased !== '') this.#screen.write(erased);
      this.#draw(lines);
      return;
    }
    this.#lines = lines;
    const above = up(this.#rowsAboveCursor());
    const text = lines.map((line) => `${ERASE_LINE}${line}\n`).join('');
    this.#screen.write(`${SAVE_CURSOR}${above}${text}${RESTORE_CURSOR}`);
  }

  /** Shows a prompt below the live lines, or takes it away. */
  prompt(prompt: Prompt | undefined): void {
    const lines = this.#lines;
    const erased = this.#erased();
    if (erased !== '') this.#screen.write(erased);
    this.#prompt = prompt;
    this.#draw(lines);
  }

  /** Takes the live lines away, and the prompt until something is drawn again. */
  clear(): void {
    const erased = this.#erased();
    if (erased !== '') this.#screen.write(erased);
    this.#lines = [];
  }

  /** What erases all that does not stay; the cursor is at the start of its first line then. */
  #erased(): string {
    if (this.#prompt === undefined && this.#lines.length === 0) return '';
    return `${up(this.#rowsAboveCursor())}${ERASE_BELOW}`;
  }

  #draw(lines: readonly string[]): void {
    this.#lines = lines;
    if (this.#prompt === undefined) {
      if (lines.length > 0) this.#screen.write(lines.join('\n'));
      return;
    }
    if (lines.length > 0) this.#screen.write(`${lines.join('\n')}\n`);
    this.#prompt.draw();
  }

  /** A terminal that was made narrower has broken the lines that it shows. */
  #rowsAboveCursor(): number {
    const rows = this.#lines.reduce((sum, line) => {
      const width = columnsOf(stripVTControlCharacters(line));
      return sum + Math.max(1, Math.ceil(width / this.columns));
    }, 0);
    return this.#prompt === undefined ? Math.max(0, rows - 1) : rows + this.#prompt.row;
  }
}

function up(rows: number): string {
  return rows === 0 ? '' : `\u001B[${String(rows)}A`;
}

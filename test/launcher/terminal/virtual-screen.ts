import { Writable } from 'node:stream';

const SEQUENCE = /^\u001B(?:\[(\d*)([A-Z])|(7|8))/;

/** A terminal that never scrolls, as far as the view and readline use one. */
export class VirtualScreen extends Writable {
  readonly isTTY = true;
  columns: number;
  readonly rows: number;
  #rows: (string | undefined)[][] = [[]];
  #row = 0;
  #column = 0;
  #saved = { row: 0, column: 0 };
  bells = 0;
  /** All that came, as it came. */
  written = '';

  constructor(columns = 100, rows = 24) {
    super({ decodeStrings: false });
    this.columns = columns;
    this.rows = rows;
  }

  /** Makes it narrower, as terminals do that break the lines they show; the cursor is in the last one. */
  reflow(columns: number): void {
    this.columns = columns;
    this.#rows = this.#rows.flatMap((row) => {
      const count = Math.max(1, Math.ceil(row.length / columns));
      return Array.from({ length: count }, (_, at) => row.slice(at * columns, (at + 1) * columns));
    });
    this.#row = this.#rows.length - 1;
    this.#column = this.#cells().length;
  }

  /** What a person sees, without the empty lines at the end. */
  get text(): string {
    const lines = this.#rows.map((row) =>
      Array.from(row, (cell) => cell ?? ' ')
        .join('')
        .trimEnd(),
    );
    return lines.join('\n').trimEnd();
  }

  /** Where the cursor is: the text of its line up to it. */
  get beforeCursor(): string {
    return Array.from({ length: this.#column }, (_, i) => this.#cells()[i] ?? ' ').join('');
  }

  override _write(text: string, _encoding: string, done: () => void): void {
    this.written += text;
    let rest = text;
    while (rest !== '') {
      const sequence = SEQUENCE.exec(rest);
      if (sequence) this.#control(sequence);
      else this.#put(rest.charAt(0));
      rest = rest.slice(sequence?.[0].length ?? 1);
    }
    done();
  }

  #control([all, count = '', command, cursor]: RegExpExecArray): void {
    const n = Number(count || '1');
    if (cursor === '7') this.#saved = { row: this.#row, column: this.#column };
    else if (cursor === '8') [this.#row, this.#column] = [this.#saved.row, this.#saved.column];
    else if (command === 'A') this.#row = Math.max(0, this.#row - n);
    else if (command === 'B') this.#down(n);
    else if (command === 'C') this.#column = Math.min(this.columns - 1, this.#column + n);
    else if (command === 'D') this.#column = Math.max(0, this.#column - n);
    else if (command === 'G') this.#column = n - 1;
    else if (command === 'K') this.#rows[this.#row] = [];
    else if (command === 'J') {
      this.#cells().length = Math.min(this.#cells().length, this.#column);
      this.#rows.length = this.#row + 1;
    } else throw new Error(`unknown sequence ${JSON.stringify(all)}`);
  }

  #put(character: string): void {
    if (character === '\r') this.#column = 0;
    else if (character === '\n') {
      this.#down(1);
      this.#column = 0;
    } else if (character === '\u0007') this.bells += 1;
    else {
      if (this.#column === this.columns) {
        this.#down(1);
        this.#column = 0;
      }
      this.#cells()[this.#column] = character;
      this.#column += 1;
    }
  }

  #down(count: number): void {
    this.#row += count;
    while (this.#rows.length <= this.#row) this.#rows.push([]);
  }

  #cells(): (string | undefined)[] {
    return (this.#rows[this.#row] ??= []);
  }
}

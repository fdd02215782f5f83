import type { ViewProps } from './props.ts';

type InputSpec = NonNullable<ViewProps['input']>;

/** Characters each kind of field takes (android.text.method.DigitsKeyListener, DialerKeyListener). */
const ALLOWED: Partial<Record<InputSpec['kind'], RegExp>> = {
  number: /[0-9]/,
  phone: /[0-9#*+\-(),/N. ;]/,
};

/** The text, caret and selection of a text field (android.text.Editable). */
export class EditableText {
  #text = '';
  #start = 0;
  #end = 0;

  get text(): string {
    return this.#text;
  }

  /** Ordered; both equal: a caret. */
  get selection(): { readonly start: number; readonly end: number } {
    return { start: this.#start, end: this.#end };
  }

  select(start: number, end: number): void {
    const clamp = (index: number) => Math.max(0, Math.min(index, this.#text.length));
    this.#start = Math.min(clamp(start), clamp(end));
    this.#end = Math.max(clamp(start), clamp(end));
  }

  /** What the app itself puts there: not filtered. */
  assign(text: string): void {
    this.#text = text;
    this.select(text.length, text.length);
  }

  /** Replaces everything, as a person could have typed it. */
  replaceAll(text: string, input: InputSpec): boolean {
    const before = this.#text;
    this.assign(filter(text, input).slice(0, input.maxLength));
    return this.#text !== before;
  }

  /** Types over the selection. Whether anything changed. */
  insert(text: string, input: InputSpec): boolean {
    const kept = this.#text.length - (this.#end - this.#start);
    const room = input.maxLength === undefined ? Infinity : input.maxLength - kept;
    const typed = filter(text, input).slice(0, Math.max(0, room));
    return typed !== '' && this.#replace(this.#start, this.#end, typed);
  }

  deleteBackward(): boolean {
    const from = this.#start === this.#end ? this.#start - 1 : this.#start;
    return from >= 0 && this.#replace(from, this.#end, '');
  }

  deleteForward(): boolean {
    const to = this.#start === this.#end ? this.#end + 1 : this.#end;
    return to <= this.#text.length && this.#replace(this.#start, to, '');
  }

  #replace(start: number, end: number, text: string): boolean {
    if (start === end && text === '') return false;
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(end);
    this.select(start + text.length, start + text.length);
    return true;
  }
}

function filter(text: string, input: InputSpec): string {
  const allowed = ALLOWED[input.kind];
  const line = text.replace(/[\r\n]+/g, ' ');
  return allowed ? [...line].filter((character) => allowed.test(character)).join('') : line;
}

/** A pattern that java.util.regex refuses. */
export class PatternSyntaxError extends Error {
  override readonly name = 'PatternSyntaxError';
}

/** The characters of a java.util.regex pattern, read from left to right. */
export class PatternReader {
  readonly #pattern: readonly string[];
  #position = 0;

  constructor(pattern: string) {
    this.#pattern = [...pattern];
  }

  /** The character `ahead` of the next; '' past the end. */
  peek(ahead = 0): string {
    return this.#pattern[this.#position + ahead] ?? '';
  }

  next(): string {
    const character = this.peek();
    if (character === '') this.fail('Unexpected end of pattern');
    this.#position += 1;
    return character;
  }

  /** Skips `text` if it comes next. */
  take(text: string): boolean {
    const found = [...text].every((character, i) => this.peek(i) === character);
    if (found) this.#position += text.length;
    return found;
  }

  /** Skips what `form` (anchored with ^) finds next. */
  takeMatch(form: RegExp): RegExpExecArray | null {
    const found = form.exec(this.#pattern.slice(this.#position, this.#position + 24).join(''));
    if (found) this.#position += found[0].length;
    return found;
  }

  /** @throws PatternSyntaxError always, worded as Java's. */
  fail(problem: string): never {
    throw new PatternSyntaxError(
      `java.util.regex.PatternSyntaxException: ${problem} near index ${this.#position}\n` +
        this.#pattern.join(''),
    );
  }
}

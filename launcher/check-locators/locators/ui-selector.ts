/**
 * Reads the `-android uiautomator` texts that pageobjects/locators.ts and the page objects write: chains
 * on `new UiSelector()`, and a `new UiScrollable(list)` that scrolls to an element (AndroidX
 * androidx.test.uiautomator.UiSelector, UiScrollable).
 */

/** One condition of a selector, such as `.textMatches("Agree")`. */
export interface Condition {
  readonly name: string;
  readonly value: string | number | boolean;
}

/** A selector; `steps` lead from what it takes to what is inside it or beside it. */
export interface ParsedSelector {
  readonly conditions: readonly Condition[];
  readonly steps: readonly {
    readonly to: 'childSelector' | 'fromParent';
    readonly selector: ParsedSelector;
  }[];
}

/** What a locator says: the element, and the list that is scrolled for it. */
export interface ParsedLocator {
  readonly element: ParsedSelector;
  readonly list?: ParsedSelector;
}

const SELECTOR = 'new UiSelector()';
const SCROLLABLE = 'new UiScrollable(';

/**
 * @param locator with or without WebdriverIO's `android=`.
 * @throws {Error} naming the place of what is no such locator.
 */
export function parseLocator(locator: string): ParsedLocator {
  const reader = new Reader(locator.replace(/^android=/, ''));
  const parsed = reader.locator();
  reader.expectEnd();
  return parsed;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  locator(): ParsedLocator {
    if (!this.#takes(SCROLLABLE)) return { element: this.#selector() };
    const list = this.#selector();
    this.#expect(')');
    for (;;) {
      const name = this.#callName();
      if (name === 'scrollIntoView') {
        const element = this.#selector();
        this.#expect(')');
        return { element, list };
      }
      this.#word(/\d*/y);
      this.#expect(')');
    }
  }

  expectEnd(): void {
    if (this.#at < this.#text.length) this.#fail('the end');
  }

  #selector(): ParsedSelector {
    this.#expect(SELECTOR);
    const conditions: Condition[] = [];
    const steps: ParsedSelector['steps'][number][] = [];
    while (this.#text[this.#at] === '.') {
      const name = this.#callName();
      if (name === 'childSelector' || name === 'fromParent') {
        steps.push({ to: name, selector: this.#selector() });
      } else {
        conditions.push({ name, value: this.#value() });
      }
      this.#expect(')');
    }
    return { conditions, steps };
  }

  /** `.name(` */
  #callName(): string {
    this.#expect('.');
    const name = this.#word(/[A-Za-z]+/y);
    this.#expect('(');
    return name;
  }

  #value(): Condition['value'] {
    if (this.#takes('true')) return true;
    if (this.#takes('false')) return false;
    if (this.#text[this.#at] !== '"') return Number(this.#word(/\d+/y));
    // The server takes \" for a quote, and every other backslash as it stands.
    const literal = this.#word(/"(?:[^"\\]|\\.)*"/sy);
    return literal.slice(1, -1).replaceAll('\\"', '"');
  }

  #word(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [word] = pattern.exec(this.#text) ?? this.#fail(String(pattern));
    this.#at += word.length;
    return word;
  }

  #takes(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #expect(text: string): void {
    if (!this.#takes(text)) this.#fail(text);
  }

  #fail(expected: string): never {
    throw new Error(`no locator: ${expected} was expected at ${this.#at} of ${this.#text}`);
  }
}

import {
  characterClass,
  characterEscape,
  type Flags,
  LINE_END,
  literal,
  setEscape,
} from './java-character-class.ts';
import { PatternReader, PatternSyntaxError } from './pattern-reader.ts';

class Translator {
  readonly #reader: PatternReader;
  #groups = 0;
  #atomics = 0;

  constructor(pattern: string) {
    this.#reader = new PatternReader(withoutQuotes(pattern));
  }

  translate(flags: Flags): string {
    const body = this.#alternatives(flags);
    if (this.#reader.peek() !== '') this.#reader.fail("Unmatched closing ')'");
    return body;
  }

  #alternatives(outer: Flags): string {
    const branches: string[] = [];
    let flags = outer;
    do {
      let branch = '';
      while (!['', '|', ')'].includes(this.#reader.peek())) {
        const changed = this.#inlineFlags(flags);
        if (changed) flags = changed;
        else branch += this.#quantified(flags);
      }
      branches.push(branch);
    } while (this.#reader.take('|'));
    return branches.join('|');
  }

  /** `(?i)`, `(?-s)` …: from here to the end of the group. */
  #inlineFlags(flags: Flags): Flags | undefined {
    const found = this.#reader.takeMatch(/^\(\?([idmsux]*)(?:-([idmsux]+))?\)/);
    if (!found) return undefined;
    return withFlags(flags, found[1] ?? '', found[2] ?? '');
  }

  #quantified(flags: Flags): string {
    if (flags.comments && /\s/.test(this.#reader.peek())) {
      this.#reader.next();
      return '';
    }
    if (flags.comments && this.#reader.take('#')) {
      while (!['', '\n'].includes(this.#reader.peek())) this.#reader.next();
      return '';
    }
    const atom = this.#atom(flags);
    const quantifier = this.#quantifier();
    if (quantifier === '') return atom;
    if (this.#reader.take('+')) return this.#atomic(`(?:${atom})${quantifier}`);
    return `(?:${atom})${quantifier}${this.#reader.take('?') ? '?' : ''}`;
  }

  #quantifier(): string {
    for (const symbol of ['*', '+', '?']) if (this.#reader.take(symbol)) return symbol;
    if (this.#reader.peek() !== '{') return '';
    const found = this.#reader.takeMatch(/^\{\d+(?:,\d*)?\}/);
    return found ? found[0] : this.#reader.fail('Illegal repetition');
  }

  /** Matches without giving back: a look-ahead captures, a back-reference consumes. */
  #atomic(body: string): string {
    this.#atomics += 1;
    const name = `atomic${this.#atomics}`;
    return `(?=(?<${name}>${body}))\\k<${name}>`;
  }

  #atom(flags: Flags): string {
    const character = this.#reader.next();
    switch (character) {
      case '(':
        return this.#group(flags);
      case '[':
        return characterClass(this.#reader, flags);
      case '\\':
        return this.#escape(flags);
      case '.':
        return flags.dotAll ? '[\\s\\S]' : `[^${LINE_END}]`;
      case '^':
        return flags.multiline ? `(?<![^${LINE_END}])` : '(?<![\\s\\S])';
      case '$':
        return flags.multiline ? `(?![^${LINE_END}])` : `(?=(?:\\r\\n|[${LINE_END}])?(?![\\s\\S]))`;
      case '*':
      case '+':
      case '?':
        return this.#reader.fail(`Dangling meta character '${character}'`);
      case '{':
        return this.#reader.fail('Illegal repetition');
      default:
        return literal(character, flags);
    }
  }

  #group(flags: Flags): string {
    let open = '(?:';
    let inner = flags;
    let atomic = false;
    if (this.#reader.take('?')) {
      if (this.#reader.take('>')) atomic = true;
      else if (this.#reader.take('<=')) open = '(?<=';
      else if (this.#reader.take('<!')) open = '(?<!';
      else if (this.#reader.take('=')) open = '(?=';
      else if (this.#reader.take('!')) open = '(?!';
      else if (this.#reader.take('<')) open = this.#namedGroup();
      else if (!this.#reader.take(':')) inner = this.#scopedFlags(flags);
    } else {
      this.#groups += 1;
      open = `(?<group${this.#groups}>`;
    }
    const body = this.#alternatives(inner);
    if (!this.#reader.take(')')) this.#reader.fail('Unclosed group');
    return atomic ? this.#atomic(body) : `${open}${body})`;
  }

  #namedGroup(): string {
    let name = '';
    while (/[A-Za-z0-9]/.test(this.#reader.peek())) name += this.#reader.next();
    if (name === '' || !this.#reader.take('>')) this.#reader.fail('Unknown look-behind group');
    return `(?<named${name}>`;
  }

  #scopedFlags(flags: Flags): Flags {
    let on = '';
    let off = '';
    let negated = false;
    while (/[idmsux-]/.test(this.#reader.peek())) {
      const flag = this.#reader.next();
      if (flag === '-') negated = true;
      else if (negated) off += flag;
      else on += flag;
    }
    if (!this.#reader.take(':')) this.#reader.fail('Unknown inline modifier');
    return withFlags(flags, on, off);
  }

  #escape(flags: Flags): string {
    const character = this.#reader.next();
    if (/[1-9]/.test(character)) return `\\k<group${character}>`;
    if (character === 'k' && this.#reader.take('<')) {
      return this.#namedGroup().replace('(?<', '\\k<');
    }
    const anchors: Readonly<Record<string, string>> = {
      A: '(?<![\\s\\S])',
      z: '(?![\\s\\S])',
      Z: `(?=(?:\\r\\n|[${LINE_END}])?(?![\\s\\S]))`,
      G: '(?<![\\s\\S])',
      b: '\\b',
      B: '\\B',
      R: `(?:\\r\\n|[\\v\\f${LINE_END}])`,
    };
    const anchor = anchors[character];
    if (anchor) return anchor;
    const code = characterEscape(this.#reader, character);
    if (code !== undefined) return literal(code, flags);
    const set = setEscape(this.#reader, character);
    if (set !== undefined) return set;
    if (/[A-Za-z]/.test(character)) this.#reader.fail('Illegal/unsupported escape sequence');
    return literal(character, flags);
  }
}

/** `\Q…\E` spelled out with backslashes, so that a quantifier behind it is the last character's. */
function withoutQuotes(pattern: string): string {
  return pattern.replace(/\\(?:Q([^]*?)(?:\\E|$)|[^])/g, (escape, quoted: string | undefined) =>
    quoted === undefined ? escape : quoted.replace(/[^A-Za-z0-9]/gu, '\\$&'),
  );
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  const set = (letter: string, before: boolean) =>
    on.includes(letter) || (before && !off.includes(letter));
  return {
    ignoreCase: set('i', flags.ignoreCase),
    multiline: set('m', flags.multiline),
    dotAll: set('s', flags.dotAll),
    comments: set('x', flags.comments),
  };
}

/**
 * Compiles a java.util.regex pattern to a RegExp that matches whole texts. As on Android (ICU),
 * classes and cases are always Unicode's.
 * @throws PatternSyntaxError with Java's message if the pattern is malformed.
 */
export function compileJavaRegex(pattern: string, options: { dotAll?: boolean } = {}): RegExp {
  const body = new Translator(pattern).translate({
    ignoreCase: false,
    multiline: false,
    dotAll: options.dotAll ?? false,
    comments: false,
  });
  try {
    return new RegExp(`^(?:${body})$`, 'v');
  } catch (error) {
    throw new PatternSyntaxError(
      `java.util.regex.PatternSyntaxException: ${String(error)} near index 0\n${pattern}`,
    );
  }
}

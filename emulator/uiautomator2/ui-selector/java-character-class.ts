import type { PatternReader } from './pattern-reader.ts';

/** Flags of java.util.regex that change what a character stands for. */
export interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly comments: boolean;
}

/** Line terminators, for use inside of a class. */
export const LINE_END = '\\n\\r\\u0085\\u2028\\u2029';
const SYNTAX_CHARACTERS = /[\^$\\.*+?()[\]{}|/]/;
/** Characters a class of the `v` flag wants escaped, alone or doubled. */
const CLASS_SYNTAX_CHARACTERS = /[()[\]{}/\-\\|&!#$%*+,.:;<=>?@^`~]/;

/** What an escaped letter stands for outside and inside of classes. */
const CLASS_ESCAPES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]',
  W: '[^\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]',
  s: '[\\t\\n\\f\\r\\v\\x85\\p{Z}]',
  S: '[^\\t\\n\\f\\r\\v\\x85\\p{Z}]',
  h: '[\\t\\p{Zs}]',
  H: '[^\\t\\p{Zs}]',
  v: `[\\v\\f${LINE_END}]`,
  V: `[^\\v\\f${LINE_END}]`,
};

const CONTROL_ESCAPES: Readonly<Record<string, string>> = {
  t: '\\t',
  n: '\\n',
  r: '\\r',
  f: '\\f',
  a: '\\x07',
  e: '\\x1b',
};

const POSIX_CLASSES: Readonly<Record<string, string>> = {
  Lower: '\\p{Lowercase}',
  Upper: '\\p{Uppercase}',
  ASCII: '\\x00-\\x7f',
  Alpha: '\\p{Alphabetic}',
  Digit: '\\p{Nd}',
  Alnum: '\\p{Alphabetic}\\p{Nd}',
  Punct: '\\p{P}',
  Blank: '\\t\\p{Zs}',
  Cntrl: '\\p{Cc}',
  XDigit: '0-9A-Fa-f',
  Space: '\\p{White_Space}',
};

/** `\x41`, `\u0041`, `\x{1F600}`, `\0101`, `\cA`, `\t` …: the character meant. */
export function characterEscape(reader: PatternReader, letter: string): string | undefined {
  const control = CONTROL_ESCAPES[letter];
  if (control) return JSON.parse(`"${control.replace('\\x', '\\u00')}"`) as string;
  const forms: Readonly<Record<string, RegExp>> = {
    x: /^(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/,
    u: /^([0-9A-Fa-f]{4})/,
    '0': /^([0-3]?[0-7]{1,2})/,
  };
  if (letter === 'c') return String.fromCharCode((reader.next().codePointAt(0) ?? 0) ^ 64);
  const form = forms[letter];
  if (!form) return undefined;
  const found = reader.takeMatch(form);
  if (!found) return reader.fail('Illegal character escape sequence');
  const digits = found[1] ?? found[2] ?? '';
  return String.fromCodePoint(Number.parseInt(digits, letter === '0' ? 8 : 16));
}

/** `\d`, `\p{Lu}` …: a set, written so that it can stand alone or inside of a class. */
export function setEscape(reader: PatternReader, letter: string): string | undefined {
  const known = CLASS_ESCAPES[letter];
  if (known) return known;
  if (letter !== 'p' && letter !== 'P') return undefined;
  let name = reader.next();
  if (name === '{') {
    name = '';
    while (!reader.take('}')) name += reader.next();
  }
  const negation = letter === 'P' ? '^' : '';
  const posix = POSIX_CLASSES[name];
  return `[${negation}${posix ?? unicodeProperty(reader, name)}]`;
}

function unicodeProperty(reader: PatternReader, name: string): string {
  const bare = name.replace(/^(?:Is|general_category=|gc=|java)/, '');
  const candidates = [`\\p{${bare}}`, `\\p{Script=${bare.replace(/^(?:script=|sc=)/i, '')}}`];
  const valid = candidates.find((candidate) => {
    try {
      return new RegExp(candidate, 'v') instanceof RegExp;
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  });
  return valid ?? reader.fail(`Unknown character property name {${name}}`);
}

/** A class after its `[`; unions and intersections become those of the `v` flag. */
export function characterClass(reader: PatternReader, flags: Flags): string {
  const negation = reader.take('^') ? '^' : '';
  const operands: string[] = [];
  let union = '';
  for (let first = true; !(reader.peek() === ']' && !first); first = false) {
    if (reader.take('&&')) {
      operands.push(`[${union}]`);
      union = '';
    } else {
      union += classItem(reader, flags);
    }
  }
  reader.next();
  if (operands.length === 0) return `[${negation}${union}]`;
  if (union !== '') operands.push(`[${union}]`);
  return `[${negation}${operands.join('&&')}]`;
}

function classItem(reader: PatternReader, flags: Flags): string {
  if (reader.peek() === '') return reader.fail('Unclosed character class');
  if (reader.take('[')) return characterClass(reader, flags);
  const from = classCharacter(reader);
  if (from.set !== undefined) return from.set;
  const isRange = reader.peek() === '-' && !['', ']', '['].includes(reader.peek(1));
  if (!isRange) return classRange(from.code, from.code, flags);
  reader.next();
  const to = classCharacter(reader);
  if (to.set !== undefined) return classRange(from.code, from.code, flags) + '\\-' + to.set;
  if (to.code < from.code) reader.fail('Illegal character range');
  return classRange(from.code, to.code, flags);
}

function classCharacter(reader: PatternReader): { code: number; set?: string } {
  const character = reader.next();
  if (character !== '\\') return { code: character.codePointAt(0) ?? 0 };
  const letter = reader.next();
  const escaped = characterEscape(reader, letter);
  if (escaped !== undefined) return { code: escaped.codePointAt(0) ?? 0 };
  const set = setEscape(reader, letter);
  if (set !== undefined) return { code: 0, set };
  return { code: letter.codePointAt(0) ?? 0 };
}

function cases(character: string): string[] {
  const variants = [character, character.toLowerCase(), character.toUpperCase()];
  return [...new Set(variants)].filter((variant) => [...variant].length === 1);
}

/** One character, outside of classes. */
export function literal(character: string, flags: Flags): string {
  const variants = flags.ignoreCase ? cases(character) : [character];
  if (variants.length > 1) return `[${variants.map(inClass).join('')}]`;
  return SYNTAX_CHARACTERS.test(character) ? `\\${character}` : character;
}

function inClass(character: string): string {
  return CLASS_SYNTAX_CHARACTERS.test(character) ? `\\${character}` : character;
}

/** Ranges longer than this are letters of no script with cases worth expanding. */
const MAX_EXPANDED_RANGE = 2048;

function classRange(from: number, to: number, flags: Flags): string {
  const start = inClass(String.fromCodePoint(from));
  let text = from === to ? start : `${start}-${inClass(String.fromCodePoint(to))}`;
  if (flags.ignoreCase && to - from < MAX_EXPANDED_RANGE) {
    for (let code = from; code <= to; code += 1) {
      const others = cases(String.fromCodePoint(code)).slice(1);
      text += others.map(inClass).join('');
    }
  }
  return text;
}

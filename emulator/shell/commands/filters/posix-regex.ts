/** Which language a pattern is in: basic and extended of regex(7), or no language at all. */
export type PatternKind = 'basic' | 'extended' | 'fixed';

const CLASSES: Readonly<Record<string, string | undefined>> = {
  alnum: '\\p{L}\\p{N}',
  alpha: '\\p{L}',
  blank: ' \\t',
  cntrl: '\\p{Cc}',
  digit: '0-9',
  lower: '\\p{Ll}',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\s',
  upper: '\\p{Lu}',
  xdigit: '0-9A-Fa-f',
};

/** @throws SyntaxError for a pattern that makes no sense. */
export function posixRegex(pattern: string, kind: PatternKind, flags = ''): RegExp {
  const source = kind === 'fixed' ? escape(pattern) : translate(pattern, kind === 'extended');
  return new RegExp(source, `u${flags}`);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) =>
    character === '-' ? '\\x2d' : `\\${character}`,
  );
}

function translate(pattern: string, isExtended: boolean): string {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '[') {
      const end = endOfBracket(pattern, at);
      source += translateBracket(pattern.slice(at + 1, end));
      at = end;
    } else if (character === '\\') {
      source += translateEscape(pattern.charAt(++at), isExtended);
    } else if ('(){}+?|'.includes(character)) {
      // In a basic pattern these stand for themselves.
      source += isExtended ? character : `\\${character}`;
    } else if (character === '*' && /(?:^|\\\(|\\\|)$/.test(pattern.slice(0, at)) && !isExtended) {
      source += '\\*';
    } else {
      source += ']/'.includes(character) ? `\\${character}` : character;
    }
  }
  return source;
}

function translateEscape(character: string, isExtended: boolean): string {
  if (/[1-9bBwWsS]/.test(character)) return `\\${character}`;
  if (character === '<' || character === '>') return '\\b';
  if (character === 'n') return '\\n';
  if (character === 't') return '\\t';
  if (!isExtended && '(){}+?|'.includes(character)) return character;
  return escape(character);
}

function endOfBracket(pattern: string, start: number): number {
  // A `]` that comes first stands for itself, and those of `[:alpha:]` end nothing.
  const match = /^\[\^?\]?(?:\[:\w+:\]|[^\]])*\]/.exec(pattern.slice(start));
  if (!match) throw new SyntaxError('brackets ([ ]) not balanced');
  return start + match[0].length - 1;
}

function translateBracket(inner: string): string {
  const [, negation = '', members = ''] = /^(\^?)(.*)$/s.exec(inner) ?? [];
  const translated = members.replace(
    /\[:(\w+):\]|[\\[\]]|-$|^-/g,
    (text: string, name: string | undefined) => {
      if (name === undefined) return `\\${text}`;
      const characters = CLASSES[name];
      if (characters === undefined) throw new SyntaxError('invalid character class');
      return characters;
    },
  );
  return `[${negation}${translated}]`;
}

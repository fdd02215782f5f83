import type { Found } from './page.ts';

/** A point of the screen, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A line of a text: its first character, the one behind its last, and its width in sizes of the text. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

/** How high a line is, in sizes of the text. */
const LINE_HEIGHT = 1.46;
const MAX_LINES = 12;
/** Places of a line that are tried where the guess is wrong. */
const COLUMNS = 10;

/**
 * Where some words of a text that is broken into lines are, the likeliest place first. Neither its lines
 * nor its size are known: they are guessed from the room that it takes, for a text that begins at the
 * left and one that is centred; all other places follow, by their distance as one reads.
 * @param words of which the text has one.
 * @param rect of the whole text, in pixels.
 * @returns no place if the text has none of the words.
 */
export function placesInText(text: string, words: readonly string[], rect: Found['rect']): Place[] {
  const [found] = words
    .map((word) => ({ start: text.indexOf(word), length: word.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => b.length - a.length);
  if (found === undefined) return [];
  const { lines, size } = linesOf(text, rect);
  const { line, index, from, to } = longestPart(lines, found.start, found.start + found.length);
  const before = widthOf(text.slice(line.start, from));
  const middle = (before + widthOf(text.slice(from, to)) / 2) * size;
  const y = rect.y + ((index + 0.5) / lines.length) * rect.height;
  const left = { x: rect.x + middle, y };
  const indent = Math.max(0, (rect.width - line.width * size) / 2);
  const target = (index + middle / rect.width) / lines.length;
  return [
    left,
    { x: left.x + indent, y },
    ...grid(lines.length, target, rect),
    ...grid(lines.length + 1, target, rect),
  ];
}

/** The fewest lines into which the text fits, and its size in pixels then. */
function linesOf(text: string, { width, height }: Found['rect']) {
  for (let count = 1; ; count += 1) {
    const size = height / (count * LINE_HEIGHT);
    const lines = broken(text, width / size);
    if (lines.length <= count || count === MAX_LINES) return { lines, size };
  }
}

/** Breaks a text behind spaces and around Chinese characters. */
function broken(text: string, width: number): Line[] {
  const lines: Line[] = [];
  let line: Line = { start: 0, end: 0, width: 0 };
  for (const [part] of text.matchAll(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g)) {
    const start = line.end;
    const partWidth = widthOf(part);
    if (line.end > line.start && line.width + widthOf(part.trimEnd()) > width) {
      lines.push(line);
      line = { start, end: start, width: 0 };
    }
    line = { ...line, end: start + part.length, width: line.width + partWidth };
  }
  return [...lines, line];
}

/** The line that has the most of the characters from `start` to `end`, and which of them. */
function longestPart(lines: readonly Line[], start: number, end: number) {
  const [part] = lines
    .map((line, index) => {
      const from = Math.max(start, line.start);
      return { line, index, from, to: Math.max(from, Math.min(end, line.end)) };
    })
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  if (part === undefined) throw new Error('a text has a line');
  return part;
}

/** The places of a text of so many lines, by their distance from the wanted one as one reads. */
function grid(lines: number, target: number, { x, y, width, height }: Found['rect']): Place[] {
  return Array.from({ length: lines * COLUMNS }, (_, index) => {
    const across = ((index % COLUMNS) + 0.5) / COLUMNS;
    const line = Math.floor(index / COLUMNS);
    return {
      place: { x: x + across * width, y: y + ((line + 0.5) / lines) * height },
      distance: Math.abs((line + across) / lines - target),
    };
  })
    .sort((a, b) => a.distance - b.distance)
    .map(({ place }) => place);
}

/** In sizes of the text, about: Chinese characters are as wide as they are high. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character), 0);
}

function characterWidth(character: string): number {
  if (/[\u2e80-\uffef]/.test(character)) return 1;
  if (/[\s.,:;'“”]/.test(character)) return 0.27;
  return /[\u0400-\u04ff]/.test(character) ? 0.56 : 0.51;
}

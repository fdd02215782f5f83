import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { cssFont, FONT_METRICS, registerFonts } from './fonts.ts';

/** How a text is set. Lengths in pixels. */
export interface TextStyle {
  readonly sizePx: number;
  readonly weight: number;
  /** Distance of two baselines; the font's own if undefined. */
  readonly lineHeightPx: number | undefined;
  /** Further lines are cut off with an ellipsis. */
  readonly maxLines: number;
}

export interface TextLine {
  /** As it is drawn, ellipsis included. */
  readonly text: string;
  /** Where in the whole text it starts. */
  readonly start: number;
  readonly widthPx: number;
}

export interface TextLayout {
  readonly lines: readonly TextLine[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lineHeightPx: number;
  /** Of the first line, from the top. */
  readonly baselinePx: number;
}

const ELLIPSIS = '…';
const MAX_CACHED = 20_000;
/** How far text shrinks to fit, of its size. */
const MIN_AUTO_SIZE_PERCENT = 60;
const AUTO_SIZE_STEP_PERCENT = 5;

/**
 * Opportunities to break a line: after spaces and hyphens, and around Chinese characters, save before
 * punctuation.
 */
const TOKEN =
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef][、。，；：？！）」』]*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef-]*-?[、。，；：？！）」』]*[ \t]*/gu;

/**
 * Measures text with the real font and breaks it into lines. Both hang on nothing but the text and its
 * style, and are remembered for all phones of the process: most show the same texts.
 */
export class TextEngine {
  static readonly #widths = new Map<string, number>();
  static readonly #layouts = new Map<string, TextLayout>();

  readonly #context: SKRSContext2D;

  constructor() {
    registerFonts();
    this.#context = createCanvas(1, 1).getContext('2d');
  }

  /** Width in pixels of a text in one line. */
  width(text: string, style: Pick<TextStyle, 'sizePx' | 'weight'>): number {
    const key = `${style.sizePx}|${style.weight}|${text}`;
    const cached = TextEngine.#widths.get(key);
    if (cached !== undefined) return cached;
    this.#context.font = cssFont(style.sizePx, style.weight);
    const { width } = this.#context.measureText(text);
    remember(TextEngine.#widths, key, width);
    return width;
  }

  /**
   * The style with its text made so small, down to a limit, that each word fits into a line and all
   * of them into `maxLines`.
   */
  fit(text: string, style: TextStyle, maxWidthPx: number): TextStyle {
    let percent = 100;
    let fitted = style;
    while (percent > MIN_AUTO_SIZE_PERCENT && !this.#holds(text, fitted, maxWidthPx)) {
      percent -= AUTO_SIZE_STEP_PERCENT;
      fitted = scaled(style, percent / 100);
    }
    return fitted;
  }

  #holds(text: string, style: TextStyle, maxWidthPx: number): boolean {
    const words = style.maxLines === 1 ? [text] : text.split(/\s+/);
    if (words.some((word) => this.width(word, style) > maxWidthPx)) return false;
    if (style.maxLines === 1 || style.maxLines === Infinity) return true;
    return [...this.#wrap(text, 0, style, maxWidthPx)].length <= style.maxLines;
  }

  /** Breaks `text` into lines no wider than `maxWidthPx`. */
  layout(text: string, style: TextStyle, maxWidthPx: number): TextLayout {
    const key = `${JSON.stringify(style)}|${Math.round(maxWidthPx)}|${text}`;
    const cached = TextEngine.#layouts.get(key);
    if (cached) return cached;
    const layout = this.#breakLines(text, style, maxWidthPx);
    remember(TextEngine.#layouts, key, layout);
    return layout;
  }

  #breakLines(text: string, style: TextStyle, maxWidthPx: number): TextLayout {
    const lines: TextLine[] = [];
    let start = 0;
    for (const paragraph of text.split('\n')) {
      for (const line of this.#wrap(paragraph, start, style, maxWidthPx)) lines.push(line);
      start += paragraph.length + 1;
    }
    if (lines.length > style.maxLines) {
      const cut = lines.splice(style.maxLines);
      const last = lines.pop();
      if (last) lines.push(this.#ellipsize(last, cut[0]?.text ?? '', style, maxWidthPx));
    }
    const natural = style.sizePx * (FONT_METRICS.ascent + FONT_METRICS.descent);
    const lineHeightPx = style.lineHeightPx ?? natural;
    const padding = style.sizePx * FONT_METRICS.padding;
    return {
      lines,
      widthPx: Math.max(0, ...lines.map((line) => line.widthPx)),
      heightPx: lineHeightPx * lines.length + padding,
      lineHeightPx,
      baselinePx: padding / 2 + style.sizePx * FONT_METRICS.ascent + (lineHeightPx - natural) / 2,
    };
  }

  *#wrap(
    paragraph: string,
    start: number,
    style: TextStyle,
    maxWidthPx: number,
  ): Generator<TextLine> {
    if (style.maxLines === 1 || maxWidthPx === Infinity) {
      const widthPx = this.width(paragraph, style);
      if (widthPx <= maxWidthPx) yield { text: paragraph, start, widthPx };
      else yield this.#ellipsize({ text: '', start, widthPx: 0 }, paragraph, style, maxWidthPx);
      return;
    }
    let line = '';
    let lineStart = start;
    for (const token of paragraph.match(TOKEN)?.filter((piece) => piece !== '') ?? []) {
      for (const piece of this.#fit(token, style, maxWidthPx)) {
        const fits = this.width((line + piece).trimEnd(), style) <= maxWidthPx;
        if (line !== '' && !fits) {
          yield this.#line(line, lineStart, style);
          lineStart += line.length;
          line = '';
        }
        line += piece;
      }
    }
    yield this.#line(line, lineStart, style);
  }

  #line(text: string, start: number, style: TextStyle): TextLine {
    return { text: text.trimEnd(), start, widthPx: this.width(text.trimEnd(), style) };
  }

  /** A word wider than a line, cut into pieces that fit. */
  *#fit(token: string, style: TextStyle, maxWidthPx: number): Generator<string> {
    if (this.width(token.trimEnd(), style) <= maxWidthPx) {
      yield token;
      return;
    }
    let piece = '';
    for (const character of token) {
      if (piece !== '' && this.width(piece + character, style) > maxWidthPx) {
        yield piece;
        piece = '';
      }
      piece += character;
    }
    yield piece;
  }

  #ellipsize(line: TextLine, more: string, style: TextStyle, maxWidthPx: number): TextLine {
    let text = line.text === '' ? more : `${line.text} ${more}`;
    while (text !== '' && this.width(text.trimEnd() + ELLIPSIS, style) > maxWidthPx) {
      text = text.slice(0, -1);
    }
    text = text.trimEnd() + ELLIPSIS;
    return { text, start: line.start, widthPx: this.width(text, style) };
  }
}

function scaled(style: TextStyle, scale: number): TextStyle {
  const { sizePx, lineHeightPx } = style;
  return {
    ...style,
    sizePx: sizePx * scale,
    lineHeightPx: lineHeightPx === undefined ? undefined : lineHeightPx * scale,
  };
}

function remember<V>(cache: Map<string, V>, key: string, value: V): void {
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, value);
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TextEngine } from '../vision/engine.ts';
import { ScreenTextReader, type TextLine } from '../vision/screen-text.ts';
import { errorRatePercent, normalised } from './error-rate.ts';
import { summary, timed, type Measurement } from './measure.ts';
import { inverted, screensWithText, type ScreenWithText } from './text-screens.ts';

/** Of the text of one screen. */
const ERROR_RATE_PERCENT = 2;
/** Of the text of one screen, read in one go. */
const WHOLE_ERROR_RATE_PERCENT = 5;
/** Of one text by itself, on a busy machine. */
const LINE_MS = 250;
/** Of a screen in one go. */
const SCREEN_MS = 4000;

/**
 * Text read off the emulated phone's screens, against what its element tree says stands there: text by
 * text, as Debian's tesseract reads the same cuts, and whole screens. Names end in `light` and `dark`,
 * the latter the same screens inverted.
 */
export async function textBenchmarks(): Promise<Measurement[]> {
  const engine = new TextEngine();
  const reader = new ScreenTextReader(engine);
  const measured: Measurement[] = [];
  try {
    const light = await screensWithText();
    const themes = { light, dark: await inverted(light) };
    for (const [theme, screens] of Object.entries(themes)) {
      measured.push(...(await readCuts(reader, screens, theme)));
      measured.push(...(await readNatively(screens, theme)));
      measured.push(...(await readWhole(reader, screens, theme)));
    }
  } finally {
    await engine.close();
  }
  return measured;
}

async function readCuts(
  reader: ScreenTextReader,
  screens: readonly ScreenWithText[],
  theme: string,
): Promise<Measurement[]> {
  const rates: number[] = [];
  const durationsMs: number[] = [];
  for (const { texts } of screens) {
    const pairs: [string, string][] = [];
    for (const { text, cut } of texts) {
      let lines: TextLine[] = [];
      const ms = await timed(async () => (lines = await reader.read(cut)));
      durationsMs.push(ms / Math.max(1, lines.length));
      pairs.push([normalised(text), normalised(textOf(lines))]);
    }
    rates.push(errorRatePercent(pairs));
  }
  return [
    summary(`text: wrong characters, ${theme}`, rates, { unit: '%', goal: ERROR_RATE_PERCENT }),
    summary(`text: a line, ${theme}`, durationsMs, { unit: 'ms', goal: LINE_MS }),
  ];
}

/**
 * Debian's tesseract on the same cuts, in one process, whose start is shared by all of them. A single
 * block of text is the mode in which it reads them best.
 * @see https://manpages.debian.org/bookworm/tesseract-ocr/tesseract.1.en.html
 */
async function readNatively(
  screens: readonly ScreenWithText[],
  theme: string,
): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mi-bench-text-'));
  try {
    const cuts = screens.flatMap(({ texts }) => texts.map(({ cut }) => cut));
    const files = cuts.map((_, index) => join(folder, `${index}.png`));
    await Promise.all(files.map((file, index) => writeFile(file, cuts[index] ?? '')));
    const list = join(folder, 'list.txt');
    await writeFile(list, `${files.join('\n')}\n`);
    let output = '';
    const ms = await timed(async () => (output = await nativeTesseract(list)));
    // A form feed ends each picture's text.
    const read = output.split('\f');
    const lines = output.split('\n').filter((line) => line.trim() !== '').length;
    let next = 0;
    const rates = screens.map(({ texts }) =>
      errorRatePercent(
        texts.map(({ text }) => [normalised(text), normalised(read[next++] ?? '')] as const),
      ),
    );
    const name = `text by Debian's tesseract`;
    return [
      summary(`${name}: wrong characters, ${theme}`, rates, { unit: '%' }),
      summary(`${name}: a line, ${theme}`, [ms / Math.max(1, lines)], { unit: 'ms' }),
    ];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.log(
      'no tesseract to compare with: sudo apt-get install tesseract-ocr tesseract-ocr-eng',
    );
    return [];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function nativeTesseract(list: string): Promise<string> {
  const options = ['--psm', '6', '-l', 'eng'];
  const { stdout } = await promisify(execFile)('tesseract', [list, 'stdout', ...options], {
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}

function textOf(lines: readonly TextLine[]): string {
  return lines.map(({ text }) => text).join(' ');
}

/** Whole screens are compared text by text: with what was read within the bounds of each. */
async function readWhole(
  reader: ScreenTextReader,
  screens: readonly ScreenWithText[],
  theme: string,
): Promise<Measurement[]> {
  const rates: number[] = [];
  const durationsMs: number[] = [];
  for (const { picture, texts } of screens) {
    let lines: TextLine[] = [];
    durationsMs.push(await timed(async () => (lines = await reader.read(picture))));
    const pairs = texts.map(({ text, bounds }): [string, string] => {
      const within = lines.filter(({ bounds: { left, top, width, height } }) => {
        const [x, y] = [left + width / 2, top + height / 2];
        return x > bounds.left && x < bounds.right && y > bounds.top && y < bounds.bottom;
      });
      return [normalised(text), normalised(textOf(within))];
    });
    rates.push(errorRatePercent(pairs));
  }
  return [
    summary(`whole screen: wrong characters, ${theme}`, rates, {
      unit: '%',
      goal: WHOLE_ERROR_RATE_PERCENT,
    }),
    summary(`whole screen, ${theme}`, durationsMs, { unit: 'ms', goal: SCREEN_MS }),
  ];
}

/** How a terminal can show a picture among its text. */
export type ImageProtocol = 'kitty' | 'iterm2';

/** Size in cells of the terminal. */
interface Cells {
  readonly columns: number;
  readonly rows: number;
}

/** A line of letters is easy to read at some 130 px, the height of seven lines of text. */
const ROWS = 7;
/** A cell of a terminal is about twice as high as wide. */
const CELL_ASPECT = 2;
/** The most that a kitty escape code may carry. */
const CHUNK_LENGTH = 4096;
const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');

/**
 * What a terminal is sent to show a picture where its cursor is, large enough to read.
 * @param png the whole file.
 * @param columns width of the terminal.
 * @returns `undefined` if it is no PNG.
 */
export function inlineImage(
  png: Buffer,
  protocol: ImageProtocol,
  columns: number,
): string | undefined {
  const cells = cellsOf(png, columns);
  if (cells === undefined) return undefined;
  return protocol === 'kitty' ? kitty(png, cells) : iterm2(png, cells);
}

/** The picture's own proportions, at the usual height unless it would be too wide. */
function cellsOf(png: Buffer, maxColumns: number): Cells | undefined {
  if (!png.subarray(0, 8).equals(PNG_SIGNATURE) || png.length < 24) return undefined;
  // The first chunk is IHDR: width and height come first in it (PNG specification, 11.2.2).
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  if (width === 0 || height === 0) return undefined;
  const columns = Math.round((ROWS * CELL_ASPECT * width) / height);
  if (columns <= maxColumns) return { columns: Math.max(1, columns), rows: ROWS };
  const rows = Math.round((maxColumns * height) / width / CELL_ASPECT);
  return { columns: maxColumns, rows: Math.max(1, rows) };
}

/**
 * https://sw.kovidgoyal.net/kitty/graphics-protocol/: `a=T` transmits and shows, `f=100` is PNG, `q=2`
 * keeps the terminal from answering into our input, `m=1` says that more follows.
 */
function kitty(png: Buffer, { columns, rows }: Cells): string {
  const data = png.toString('base64');
  const count = Math.ceil(data.length / CHUNK_LENGTH);
  return Array.from({ length: count }, (_, index) => {
    const first = index === 0 ? `a=T,f=100,q=2,c=${columns},r=${rows},` : '';
    const more = index < count - 1 ? 1 : 0;
    const chunk = data.slice(index * CHUNK_LENGTH, (index + 1) * CHUNK_LENGTH);
    return `\u001B_G${first}m=${more};${chunk}\u001B\\`;
  }).join('');
}

/** https://iterm2.com/documentation-images.html; width and height in cells, proportions kept. */
function iterm2(png: Buffer, { columns, rows }: Cells): string {
  const options = `inline=1;size=${png.length};width=${columns};height=${rows};preserveAspectRatio=1`;
  return `\u001B]1337;File=${options}:${png.toString('base64')}\u0007`;
}

/**
 * @param supports what the terminal seems to be able to show, by its environment.
 * @param env inside tmux and screen the environment is still that of the terminal around them, and
 *   they let no pictures through.
 */
export function imageProtocol(
  supports: { readonly kitty: boolean; readonly iterm2: boolean },
  env: NodeJS.ProcessEnv,
): ImageProtocol | undefined {
  if (env['TMUX'] !== undefined || env['STY'] !== undefined) return undefined;
  if (/^(?:tmux|screen)/.test(env['TERM'] ?? '')) return undefined;
  if (supports.kitty) return 'kitty';
  return supports.iterm2 ? 'iterm2' : undefined;
}

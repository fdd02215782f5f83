import { createCanvas, loadImage } from '@napi-rs/canvas';
import { SecureScreenError } from '../../android/accessibility.ts';
import { type CommandInput, resolvePath, type ShellCommand } from '../command.ts';
import { parseLetters } from '../options.ts';

/** HAL_PIXEL_FORMAT_RGBA_8888 */
const FORMAT_RGBA_8888 = 1;
/** HAL_DATASPACE_V0_SRGB, as screencap numbers it. */
const COLOR_SPACE_SRGB = 1;

/** `screencap [-p] [-d DISPLAY] [FILE]` (AOSP frameworks/base/cmds/screencap). */
export const screencap: ShellCommand = {
  name: 'screencap',
  async run(input) {
    const { options, operands } = parseLetters(input.args, 'd');
    const [path] = operands;
    const png = await capture(input);
    if (!png) {
      // The file was opened before.
      if (path !== undefined) await input.files.writeFile(resolvePath(input, path), '');
      return { exitCode: 1 };
    }
    const isPng = options.has('-p') || (path?.endsWith('.png') ?? false);
    const picture = isPng ? png : await toRaw(png);
    if (path === undefined) return { stdout: picture };
    await input.files.writeFile(resolvePath(input, path), picture);
    return {};
  },
};

/** @returns `undefined` where SurfaceFlinger refuses a secure screen, which only the log tells. */
async function capture({ system }: CommandInput): Promise<Buffer | undefined> {
  try {
    return await system.windows.screenshot('png');
  } catch (error) {
    if (!(error instanceof SecureScreenError)) throw error;
    system.logcat.write('W', 'SurfaceFlinger', 'FB is protected: PERMISSION_DENIED');
    return undefined;
  }
}

/** Width, height, pixel format and colour space (32 bits each, little-endian), then RGBA rows. */
async function toRaw(png: Buffer): Promise<Buffer> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const header = Buffer.alloc(16);
  header.writeUInt32LE(image.width, 0);
  header.writeUInt32LE(image.height, 4);
  header.writeUInt32LE(FORMAT_RGBA_8888, 8);
  header.writeUInt32LE(COLOR_SPACE_SRGB, 12);
  const pixels = context.getImageData(0, 0, image.width, image.height).data;
  return Buffer.concat([header, new Uint8Array(pixels.buffer)]);
}

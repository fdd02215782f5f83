import { createCanvas, loadImage } from '@napi-rs/canvas';
import { resolvePath, type ShellCommand } from '../command.ts';
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
    const png = await input.system.windows.screenshot('png');
    const isPng = options.has('-p') || (path?.endsWith('.png') ?? false);
    const picture = isPng ? png : await toRaw(png);
    if (path === undefined) return { stdout: picture };
    await input.files.writeFile(resolvePath(input, path), picture);
    return {};
  },
};

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

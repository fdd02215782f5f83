import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type Rect, SecureScreenError } from '../../android/accessibility.ts';
import { type Command, get, post, type Route } from '../command.ts';
import { TakeScreenshotError } from '../errors.ts';
import { formatBounds } from '../source/attribute-names.ts';

export const screenRoutes: readonly Route[] = [
  get('/screenshot', async (command) => (await screenshot(command)).toString('base64')),
  get('/element/:id/screenshot', elementScreenshot),
  // The JSON Wire Protocol's path.
  get('/screenshot/:id', elementScreenshot),
  get('/source', async ({ server }) => {
    await server.tree.waitForIdle();
    return server.source.xml();
  }),
  post('/appium/reset_ax_cache', async ({ server }) => {
    await server.tree.waitForIdle();
    return null;
  }),
];

async function elementScreenshot(command: Command): Promise<string> {
  const element = await command.session.elements.get(command.params['id']);
  const { bounds } = element.node;
  return (await crop(await screenshot(command), bounds)).toString('base64');
}

/** @throws TakeScreenshotError where the phone refuses. */
export async function screenshot({ server }: Command): Promise<Buffer> {
  try {
    return await server.tree.automation.takeScreenshot('png');
  } catch (error) {
    if (error instanceof SecureScreenError) throw new TakeScreenshotError();
    throw error;
  }
}

/** @throws TakeScreenshotError if nothing of `area` is on the picture. */
async function crop(png: Buffer, area: Rect): Promise<Buffer> {
  const image = await loadImage(png);
  const left = Math.max(0, area.left);
  const top = Math.max(0, area.top);
  const width = Math.min(image.width, area.right) - left;
  const height = Math.min(image.height, area.bottom) - top;
  if (width <= 0 || height <= 0) {
    const whole = { left: 0, top: 0, right: image.width, bottom: image.height };
    throw new TakeScreenshotError(
      'The cropping area is outside of the original bitmap. ' +
        `Bitmap rect: ${formatBounds(whole)}; Cropping area rect: ${formatBounds(area)}`,
    );
  }
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, -left, -top);
  return canvas.encode('png');
}

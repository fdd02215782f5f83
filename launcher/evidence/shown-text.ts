import { screenNodes } from '../../device/screen-source.ts';
import type { ScreenTextReader } from '../../vision/screen-text.ts';

/** The status and navigation bars are there on every screen. */
const SYSTEM_BARS = 'com.android.systemui';

/** Whether a page source tells nothing that could be read on the screen, as that of some web pages. */
export function tellsNoText(source: string): boolean {
  return screenNodes(source).every(
    ({ attributes }) =>
      attributes['package'] === SYSTEM_BARS ||
      ['text', 'content-desc', 'hint'].every((name) => (attributes[name] ?? '').trim() === ''),
  );
}

/**
 * What can be read on a picture of the screen, a line each.
 * @returns `undefined` when nothing can.
 */
export async function textShownOn(
  picture: Buffer,
  reader: Pick<ScreenTextReader, 'read'>,
): Promise<string | undefined> {
  const lines = await reader.read(picture);
  return lines.length === 0 ? undefined : lines.map(({ text }) => text).join('\n');
}

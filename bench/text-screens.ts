import sharp from 'sharp';
import type { AccessibilityNode, Rect } from '../emulator/android/accessibility.ts';
import { defaultProfile, inLanguage, profiles } from '../emulator/profiles/index.ts';
import { scenesOf } from '../test/emulator/gallery/journey.ts';
import { JOURNEYS } from '../test/emulator/gallery/journeys/index.ts';

/** One of each generation of the account app, of different looks and sizes. */
const PROFILES = [defaultProfile.id, 'redmi-7a'];
/** Screens on which nothing lies over a text of the page, from the gallery's journeys. */
const SCENES = [
  'Settings',
  'Phone number',
  'Consent',
  'SMS code',
  'Picture',
  'Is this your account?',
  'Xiaomi Cloud: skip?',
  'Account home',
];
/** Toasts have faded in by then. */
const UNTIL_SHOWN_MS = 500;

/** A text of the element tree, and the picture of its element. */
export interface ShownText {
  readonly text: string;
  readonly bounds: Rect;
  readonly cut: Buffer;
}

export interface ScreenWithText {
  readonly picture: Buffer;
  readonly texts: readonly ShownText[];
}

/** Screens in English, light as all of the emulated phone's are. */
export async function screensWithText(): Promise<ScreenWithText[]> {
  const screens: ScreenWithText[] = [];
  for (const id of PROFILES) {
    const profile = profiles.find((one) => one.id === id);
    if (!profile) throw new Error(`no profile ${id}`);
    const left = new Set(SCENES);
    const scenes = scenesOf(JOURNEYS, { profile: inLanguage(profile, 'en') });
    for await (const { name, phone } of scenes) {
      if (!left.delete(name)) continue;
      phone.clock.advance(UNTIL_SHOWN_MS);
      const picture = await phone.system.windows.screenshot();
      screens.push({ picture, texts: await textsOn(picture, phone.nodes()) });
      if (left.size === 0) break;
    }
  }
  return screens;
}

/** The same screens as if they were dark. */
export async function inverted(screens: readonly ScreenWithText[]): Promise<ScreenWithText[]> {
  const negative = (picture: Buffer) => sharp(picture).negate({ alpha: false }).png().toBuffer();
  return Promise.all(
    screens.map(async ({ picture, texts }) => ({
      picture: await negative(picture),
      texts: await Promise.all(
        texts.map(async (text) => ({ ...text, cut: await negative(text.cut) })),
      ),
    })),
  );
}

/** Texts in the letters that the data is for, of the elements that have no other one with text in them. */
function textsOn(picture: Buffer, nodes: readonly AccessibilityNode[]): Promise<ShownText[]> {
  const withText = nodes.filter(({ text, visible }) => visible && text);
  const own = withText.filter(
    (node) =>
      !node.password &&
      /^[\x20-\x7e…’\s]+$/.test(node.text ?? '') &&
      !withText.some((other) => other !== node && contains(node.bounds, other.bounds)),
  );
  return Promise.all(
    own.map(async ({ bounds, text }) => {
      const { left, top, right, bottom } = bounds;
      const area = { left, top, width: right - left, height: bottom - top };
      return { text: text ?? '', bounds, cut: await sharp(picture).extract(area).png().toBuffer() };
    }),
  );
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

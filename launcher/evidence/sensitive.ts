import { screenNodes } from '../../device/screen-source.ts';
import { parseSmsCode } from '../../device/sms/parse.ts';

/** A rectangle of the screen in its pixels; `right` and `bottom` are outside. */
export interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Tells whether a text holds a secret that this run knows of. */
export type SecretTest = (text: string) => boolean;

/** Four digits or more, also when written in groups. */
const DIGIT_RUN = /\p{Nd}(?:[\s.()-]{0,2}\p{Nd}){3,}/u;
/**
 * Every field that text is typed into, also when it reads empty: the account app's code field
 * always does, whatever it shows.
 */
const TEXT_FIELD = /(?:EditText|AutoCompleteTextView)$/;
/** The pictures that show a code, in both generations of the account app. */
const PICTURE_CODE_ID = /:id\/(?:et_)?captcha_image$/;
const BOUNDS = /^\[(-?\d+),(-?\d+)\]\[(-?\d+),(-?\d+)\]$/;

/**
 * Finds what must not be readable in a picture of the screen.
 * @param source page source as the UiAutomator2 server writes it: one element per node, its class
 *   as its name, with `text`, `content-desc`, `hint` and `bounds="[left,top][right,bottom]"`.
 */
export function sensitiveRegions(source: string, isSecret: SecretTest): Region[] {
  return screenNodes(source).flatMap(({ className, attributes }) => {
    const region = parseBounds(attributes['bounds'] ?? '');
    const texts = ['text', 'content-desc', 'hint'].map((name) => attributes[name] ?? '');
    const holdsSecret = texts.some((text) => DIGIT_RUN.test(text) || isSecret(text));
    const showsCode =
      TEXT_FIELD.test(className) || PICTURE_CODE_ID.test(attributes['resource-id'] ?? '');
    return region && (holdsSecret || showsCode) ? [region] : [];
  });
}

/**
 * The account's codes that a screen shows, in a notification for one: a test that ended before it
 * read its SMS does not know them otherwise.
 */
export function codesShown(source: string): string[] {
  return screenNodes(source).flatMap(({ attributes }) => {
    const code = parseSmsCode({ sender: '', body: attributes['text'] ?? '' });
    return code === undefined ? [] : [code];
  });
}

function parseBounds(text: string): Region | undefined {
  const numbers = BOUNDS.exec(text)?.slice(1).map(Number);
  if (numbers === undefined) return undefined;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers;
  // Xiaomi's phones report clipped rows with their bottom above their top.
  return {
    left: Math.min(x1, x2),
    top: Math.min(y1, y2),
    right: Math.max(x1, x2),
    bottom: Math.max(y1, y2),
  };
}

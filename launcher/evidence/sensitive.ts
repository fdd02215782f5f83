import type { SecretKind } from '../../config/progress.ts';
import { screenNodes } from '../../device/screen-source.ts';
import { parseSmsCode } from '../../device/sms/parse.ts';
import { isOfSomebody, namesOfAccounts, SECRET_ID, TEXT_FIELD } from './private.ts';

/** A rectangle of the screen in its pixels; `right` and `bottom` are outside. */
export interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The secrets that a run knows of. */
export interface Secrets {
  isSecret: (text: string) => boolean;
  /** Learns one from a screen; whoever writes text masks it from now on. */
  learn: (secret: ShownSecret) => void;
}

export interface ShownSecret {
  kind: SecretKind;
  value: string;
}

/** Four digits or more, also when written in groups. */
const DIGIT_RUN = /\p{Nd}(?:[\s.()-]{0,2}\p{Nd}){3,}/u;
/** The pictures that show a code, in both generations of the account app. */
const PICTURE_ID = /:id\/(?:et_)?captcha_image$/;
/** What a person has read in such a picture; a hint has spaces in it, or other letters. */
const PICTURE_TEXT = /^[A-Za-z0-9]{3,8}$/;
/** Account ids have ten digits today, and had fewer. */
const ACCOUNT_ID = /(?<!\p{Nd})\p{Nd}{8,12}(?!\p{Nd})/gu;

const BOUNDS = /^\[(-?\d+),(-?\d+)\]\[(-?\d+),(-?\d+)\]$/;

/**
 * Finds what must not be readable in a picture of the screen.
 * @param source page source as the UiAutomator2 server writes it: one element per node, its class
 *   as its name, with `text`, `content-desc`, `hint` and `bounds="[left,top][right,bottom]"`.
 */
export function sensitiveRegions(source: string, isSecret: Secrets['isSecret']): Region[] {
  const nodes = screenNodes(source);
  const names = namesOfAccounts(nodes, ({ attributes }) => attributes);
  return nodes.flatMap((node) => {
    const { className, attributes } = node;
    const region = parseBounds(attributes['bounds'] ?? '');
    const texts = ['text', 'content-desc', 'hint'].flatMap((name) => attributes[name] || []);
    const isPrivate = names.has(node) || isOfSomebody(className, attributes);
    const holdsSecret = texts.some((text) => isPrivate || DIGIT_RUN.test(text) || isSecret(text));
    const id = attributes['resource-id'] ?? '';
    const showsSecret = TEXT_FIELD.test(className) || PICTURE_ID.test(id) || SECRET_ID.test(id);
    return region && (holdsSecret || showsSecret) ? [region] : [];
  });
}

/**
 * What a screen tells that the run may not know yet: the code of an SMS, in a notification for one,
 * the id and the name of an account, its own or one that the number had before, and the text of a picture
 * that a person was typing on the phone itself.
 */
export function secretsShown(source: string): ShownSecret[] {
  const nodes = screenNodes(source);
  const asksForPicture = nodes.some(({ attributes }) =>
    PICTURE_ID.test(attributes['resource-id'] ?? ''),
  );
  const names = namesOfAccounts(nodes, ({ attributes }) => attributes);
  return nodes.flatMap((node): ShownSecret[] => {
    const { className, attributes } = node;
    const text = attributes['text'] ?? '';
    if (names.has(node)) return namesIn(text);
    if (asksForPicture && TEXT_FIELD.test(className) && PICTURE_TEXT.test(text)) {
      return [{ kind: 'code', value: text }];
    }
    const code = parseSmsCode({ sender: '', body: text });
    if (code !== undefined) return [{ kind: 'code', value: code }];
    return [...text.matchAll(ACCOUNT_ID)].map(([value]) => ({ kind: 'account-id', value }));
  });
}

/** After a colon, where one stands before it: “Nickname: Fang”. */
function namesIn(text: string): ShownSecret[] {
  const name = text.replace(/^[^:：]*[:：]\s*/u, '').trim();
  if (name === '') return [];
  return [{ kind: /^\p{Nd}+$/u.test(name) ? 'account-id' : 'name', value: name }];
}

/** The rectangle that a page source's `bounds` is. */
export function parseBounds(text: string): Region | undefined {
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

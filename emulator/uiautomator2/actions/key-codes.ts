/**
 * WebDriver's keys (W3C WebDriver, "Keyboard Actions") as android.view.KeyEvent codes
 * (io.appium.uiautomator2.utils.w3c.W3CKeyCode).
 */
const NUMPAD: readonly number[] = [144, 145, 146, 147, 148, 149, 150, 151, 152, 153];
const FUNCTION: readonly number[] = [131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142];

const KEY_CODES: ReadonlyMap<number, number> = new Map([
  [0xe000, 0],
  [0xe001, 121],
  [0xe002, 259],
  [0xe003, 67],
  [0xe004, 61],
  [0xe005, 28],
  [0xe006, 66],
  [0xe007, 66],
  [0xe00b, 127],
  [0xe00c, 111],
  [0xe00d, 62],
  [0xe00e, 92],
  [0xe00f, 93],
  [0xe010, 123],
  [0xe011, 3],
  [0xe012, 21],
  [0xe013, 19],
  [0xe014, 22],
  [0xe015, 20],
  [0xe016, 124],
  [0xe017, 112],
  [0xe018, 74],
  [0xe019, 70],
  ...NUMPAD.map((code, i) => [0xe01a + i, code] as const),
  [0xe024, 155],
  [0xe025, 157],
  [0xe026, 159],
  [0xe027, 156],
  [0xe028, 158],
  [0xe029, 154],
  ...FUNCTION.map((code, i) => [0xe031 + i, code] as const),
  [0xe040, 211],
]);

/** Modifiers: bits of KeyEvent's meta state. */
const META_STATES: ReadonlyMap<number, number> = new Map([
  [0xe008, 0x1],
  [0xe009, 0x1000],
  [0xe00a, 0x2],
  [0xe03d, 0x10000],
]);

export type Key =
  | { readonly kind: 'modifier'; readonly metaState: number }
  | { readonly kind: 'key'; readonly keyCode: number }
  | { readonly kind: 'character'; readonly character: string };

/** What a code point stands for in a key action. */
export function keyOf(codePoint: number): Key {
  const metaState = META_STATES.get(codePoint);
  if (metaState !== undefined) return { kind: 'modifier', metaState };
  const keyCode = KEY_CODES.get(codePoint);
  if (keyCode !== undefined) return { kind: 'key', keyCode };
  return { kind: 'character', character: String.fromCodePoint(codePoint) };
}

/** Key of a letter or digit, for shortcuts such as Ctrl+A. */
export function keyCodeOfCharacter(character: string): number | undefined {
  const code = character.toLowerCase().charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return 7 + code - 0x30;
  if (code >= 0x61 && code <= 0x7a) return 29 + code - 0x61;
  return undefined;
}

/** What the virtual keyboard's keys (Virtual.kcm) type alone and with Shift. */
const PLAIN = "`1234567890-=[]\\;',./";
const SHIFTED = '~!@#$%^&*()_+{}|:"<>?';

/** What the key of a character types with Shift. */
export function shifted(character: string): string {
  const index = PLAIN.indexOf(character);
  return index === -1 ? character.toUpperCase() : SHIFTED.charAt(index);
}

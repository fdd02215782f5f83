/** Key codes by name, without the `KEYCODE_` (android.view.KeyEvent). */
const NAMED_KEYS = {
  UNKNOWN: 0,
  SOFT_LEFT: 1,
  SOFT_RIGHT: 2,
  HOME: 3,
  BACK: 4,
  CALL: 5,
  ENDCALL: 6,
  STAR: 17,
  POUND: 18,
  DPAD_UP: 19,
  DPAD_DOWN: 20,
  DPAD_LEFT: 21,
  DPAD_RIGHT: 22,
  DPAD_CENTER: 23,
  VOLUME_UP: 24,
  VOLUME_DOWN: 25,
  POWER: 26,
  CAMERA: 27,
  CLEAR: 28,
  COMMA: 55,
  PERIOD: 56,
  ALT_LEFT: 57,
  ALT_RIGHT: 58,
  SHIFT_LEFT: 59,
  SHIFT_RIGHT: 60,
  TAB: 61,
  SPACE: 62,
  SYM: 63,
  EXPLORER: 64,
  ENVELOPE: 65,
  ENTER: 66,
  DEL: 67,
  GRAVE: 68,
  MINUS: 69,
  EQUALS: 70,
  LEFT_BRACKET: 71,
  RIGHT_BRACKET: 72,
  BACKSLASH: 73,
  SEMICOLON: 74,
  APOSTROPHE: 75,
  SLASH: 76,
  AT: 77,
  PLUS: 81,
  MENU: 82,
  NOTIFICATION: 83,
  SEARCH: 84,
  PAGE_UP: 92,
  PAGE_DOWN: 93,
  ESCAPE: 111,
  FORWARD_DEL: 112,
  CTRL_LEFT: 113,
  CTRL_RIGHT: 114,
  CAPS_LOCK: 115,
  META_LEFT: 117,
  META_RIGHT: 118,
  MOVE_HOME: 122,
  MOVE_END: 123,
  INSERT: 124,
  NUMPAD_ENTER: 160,
  VOLUME_MUTE: 164,
  APP_SWITCH: 187,
  SLEEP: 223,
  WAKEUP: 224,
  CUT: 277,
  COPY: 278,
  PASTE: 279,
} as const;

const KEY_0 = 7;
const KEY_A = 29;
const KEY_F1 = 131;
const KEY_NUMPAD_0 = 144;
/** Highest code there is. */
const LAST_KEY_CODE = 328;

const META_SHIFT_ON = 0x1;
const META_ALT_ON = 0x2;
const META_CTRL_ON = 0x1000;

/** Modifiers by the key code that holds them down. */
export const MODIFIER_KEYS: ReadonlyMap<number, number> = new Map([
  [NAMED_KEYS.SHIFT_LEFT, META_SHIFT_ON],
  [NAMED_KEYS.SHIFT_RIGHT, META_SHIFT_ON],
  [NAMED_KEYS.ALT_LEFT, META_ALT_ON],
  [NAMED_KEYS.ALT_RIGHT, META_ALT_ON],
  [NAMED_KEYS.CTRL_LEFT, META_CTRL_ON],
  [NAMED_KEYS.CTRL_RIGHT, META_CTRL_ON],
]);

/** A key by number or name (`66`, `ENTER`, `KEYCODE_ENTER`); `undefined` if there is none such. */
export function keyCodeOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) {
    const code = Number(text);
    return code <= LAST_KEY_CODE ? code : undefined;
  }
  const name = text.toUpperCase().replace(/^KEYCODE_/, '');
  if (/^\d$/.test(name)) return KEY_0 + Number(name);
  if (/^[A-Z]$/.test(name)) return KEY_A + name.charCodeAt(0) - 'A'.charCodeAt(0);
  const functionKey = /^F(\d|1[0-2])$/.exec(name);
  if (functionKey) return KEY_F1 + Number(functionKey[1]) - 1;
  const numpadKey = /^NUMPAD_(\d)$/.exec(name);
  if (numpadKey) return KEY_NUMPAD_0 + Number(numpadKey[1]);
  return Object.entries(NAMED_KEYS).find(([key]) => key === name)?.[1];
}

/**
 * Key codes of android.view.KeyEvent and the characters of the virtual keyboard's key map
 * (frameworks/base/data/keyboards/Virtual.kcm).
 */
export const KEYCODE = {
  HOME: 3,
  BACK: 4,
  DPAD_LEFT: 21,
  DPAD_RIGHT: 22,
  DPAD_CENTER: 23,
  TAB: 61,
  ENTER: 66,
  DEL: 67,
  ESCAPE: 111,
  FORWARD_DEL: 112,
  MOVE_HOME: 122,
  MOVE_END: 123,
  NUMPAD_ENTER: 160,
  APP_SWITCH: 187,
} as const;

/** Keys the system handles itself: POWER, SLEEP, WAKEUP, APP_SWITCH. */
export const SYSTEM_KEYCODES: ReadonlySet<number> = new Set([26, 223, 224, 187]);

const META_SHIFT_ON = 0x1;
const META_CTRL_OR_ALT = 0x1000 | 0x2;
const META_CAPS_LOCK_ON = 0x100000;

/** Key code → what it types plain and with Shift. */
const SYMBOLS = new Map<number, readonly [string, string]>([
  [7, ['0', ')']],
  [8, ['1', '!']],
  [9, ['2', '@']],
  [10, ['3', '#']],
  [11, ['4', '$']],
  [12, ['5', '%']],
  [13, ['6', '^']],
  [14, ['7', '&']],
  [15, ['8', '*']],
  [16, ['9', '(']],
  [17, ['*', '*']],
  [18, ['#', '#']],
  [55, [',', '<']],
  [56, ['.', '>']],
  [62, [' ', ' ']],
  [68, ['`', '~']],
  [69, ['-', '_']],
  [70, ['=', '+']],
  [71, ['[', '{']],
  [72, [']', '}']],
  [73, ['\\', '|']],
  [74, [';', ':']],
  [75, ["'", '"']],
  [76, ['/', '?']],
  [77, ['@', '@']],
  [81, ['+', '+']],
  [154, ['/', '/']],
  [155, ['*', '*']],
  [156, ['-', '-']],
  [157, ['+', '+']],
  [158, ['.', '.']],
  [159, [',', ',']],
  [161, ['=', '=']],
  [162, ['(', '(']],
  [163, [')', ')']],
]);

const KEYCODE_A = 29;
const KEYCODE_Z = 54;
const KEYCODE_NUMPAD_0 = 144;
const KEYCODE_NUMPAD_9 = 153;

/** The character a key types, or `undefined` if it types none. */
export function characterOf(keyCode: number, metaState = 0): string | undefined {
  if (metaState & META_CTRL_OR_ALT) return undefined;
  const shift = Boolean(metaState & META_SHIFT_ON);
  if (keyCode >= KEYCODE_A && keyCode <= KEYCODE_Z) {
    const capsLock = Boolean(metaState & META_CAPS_LOCK_ON);
    return String.fromCharCode((shift === capsLock ? 97 : 65) + keyCode - KEYCODE_A);
  }
  if (keyCode >= KEYCODE_NUMPAD_0 && keyCode <= KEYCODE_NUMPAD_9) {
    return String(keyCode - KEYCODE_NUMPAD_0);
  }
  return SYMBOLS.get(keyCode)?.[shift ? 1 : 0];
}

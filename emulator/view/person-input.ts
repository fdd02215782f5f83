import { keyCodeOf } from '../android/key-codes.ts';
import type { AndroidSystem } from '../android/system.ts';

const ACTIONS = ['down', 'move', 'up', 'cancel'] as const;
/** Keys of the page's buttons and of the computer's keyboard. */
const KEYS = [
  'BACK',
  'HOME',
  'POWER',
  'ENTER',
  'DEL',
  'FORWARD_DEL',
  'DPAD_LEFT',
  'DPAD_RIGHT',
  'DPAD_UP',
  'DPAD_DOWN',
  'MOVE_HOME',
  'MOVE_END',
] as const;
const LONGEST_TEXT = 1000;

/** What the page sends is not what it should be. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/**
 * Does what a person did on the page: `{touch: "down" | "move" | "up" | "cancel", x, y}` (0 to 1 of the
 * screen's width and height), `{text}`, `{key}` or `{turn: true}`.
 * @throws InputError
 */
export function actAsPerson(system: AndroidSystem, event: unknown): void {
  if (typeof event !== 'object' || event === null) throw new InputError('expected an object');
  const { touch, x, y, text, key, turn } = event as Record<string, unknown>;
  const { windows } = system;
  if (touch !== undefined) {
    const action = ACTIONS.find((known) => known === touch);
    if (!action) throw new InputError(`'touch': expected ${ACTIONS.join(', ')}`);
    const { widthPx, heightPx } = windows.display;
    windows.input.touch({ action, x: pixel('x', x, widthPx), y: pixel('y', y, heightPx) });
  } else if (text !== undefined) {
    if (typeof text !== 'string' || text.length > LONGEST_TEXT) {
      throw new InputError(`'text': expected up to ${LONGEST_TEXT} characters`);
    }
    windows.input.text(text);
  } else if (key !== undefined) {
    const keyCode = keyCodeOf(KEYS.find((known) => known === key) ?? '');
    if (keyCode === undefined) throw new InputError(`'key': expected ${KEYS.join(', ')}`);
    windows.input.keyEvent(keyCode);
  } else if (turn === true) {
    turnPhone(system);
  } else {
    throw new InputError('expected touch, text, key or turn');
  }
}

/** On its side, or upright again; what is on the screen follows unless it is locked upright. */
function turnPhone({ settings }: AndroidSystem): void {
  const isUpright = (settings.get('system', 'user_rotation') ?? '0') === '0';
  settings.put('system', 'accelerometer_rotation', '0');
  settings.put('system', 'user_rotation', isUpright ? '1' : '0');
}

/** @throws InputError if `share` is not a number from 0 to 1 */
function pixel(name: string, share: unknown, sizePx: number): number {
  if (typeof share !== 'number' || !(share >= 0 && share <= 1)) {
    throw new InputError(`'${name}': expected 0 to 1`);
  }
  return Math.min(share * sizePx, sizePx - 1);
}

import type { WindowStack } from '../window-stack.ts';
import { characterOf, KEYCODE, SYSTEM_KEYCODES } from './key-character-map.ts';
import type { TextInput } from './text-input.ts';

/** Where keys go that are the system's, not the window's. */
export interface SystemKeys {
  back(): void;
  home(): void;
  /** POWER, SLEEP, WAKEUP and APP_SWITCH, by key code. */
  other(keyCode: number): void;
}

/** Sends keys to where Android would: the system, the keyboard, the window, the focused field. */
export class KeyDispatcher {
  /** Set once somebody manages activities. */
  systemKeys: SystemKeys | undefined;
  readonly #stack: WindowStack;
  readonly #screenOn: () => boolean;
  readonly #textInput: TextInput;

  constructor(stack: WindowStack, screenOn: () => boolean) {
    this.#stack = stack;
    this.#screenOn = screenOn;
    this.#textInput = stack.textInput;
  }

  press(keyCode: number, metaState = 0): void {
    if (SYSTEM_KEYCODES.has(keyCode)) {
      this.systemKeys?.other(keyCode);
      return;
    }
    if (!this.#screenOn()) return;
    const field = this.#textInput.field;
    switch (keyCode) {
      case KEYCODE.HOME:
        this.home();
        return;
      case KEYCODE.BACK:
      case KEYCODE.ESCAPE:
        this.back();
        return;
      case KEYCODE.TAB:
        this.#textInput.focusNext();
        return;
      case KEYCODE.ENTER:
      case KEYCODE.NUMPAD_ENTER:
      case KEYCODE.DPAD_CENTER:
        if (field) this.#textInput.performAction();
        else this.#clickFocused();
        return;
      case KEYCODE.DEL:
        this.#textInput.deleteBackward();
        return;
      case KEYCODE.FORWARD_DEL:
        this.#textInput.deleteForward();
        return;
      case KEYCODE.DPAD_LEFT:
        this.#textInput.moveCaret(-1);
        return;
      case KEYCODE.DPAD_RIGHT:
        this.#textInput.moveCaret(1);
        return;
      case KEYCODE.MOVE_HOME:
        if (field) this.#textInput.select(field, 0, 0);
        return;
      case KEYCODE.MOVE_END:
        if (field) this.#textInput.select(field, Infinity, Infinity);
        return;
      default: {
        const character = characterOf(keyCode, metaState);
        if (character !== undefined) this.#textInput.commitText(character);
      }
    }
  }

  /** Closes the keyboard, else goes to the window, else to the system. */
  back(): void {
    if (this.#textInput.served) this.#textInput.hide();
    else if (this.#stack.focusedWindow?.spec.onBack) this.#stack.focusedWindow.spec.onBack('key');
    else this.systemKeys?.back();
  }

  home(): void {
    this.systemKeys?.home();
  }

  #clickFocused(): void {
    const view = this.#stack.focusedWindow?.focusedView;
    if (view?.enabled) view.props.onClick?.();
  }
}

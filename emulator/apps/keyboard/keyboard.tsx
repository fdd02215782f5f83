/** @jsxRuntime automatic @jsxImportSource #ui */
import type { IconName } from '../../ui/icons.ts';
import type { InputConnection, InputMethod } from '../../ui/input-method.ts';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { KEYBOARD } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { FrameLayout, ImageView, LinearLayout, TextView } from '../../ui/widgets.tsx';
import { KeyRow } from './key-row.tsx';
import {
  LETTERS,
  LETTERS_AND_DIGITS,
  NUMBERS,
  PHONE,
  SYMBOLS,
  type KeyAction,
  type KeyboardLayout,
  type KeySpec,
} from './layouts.ts';

/** Heights in dp. */
interface Measures {
  readonly toolbar: number;
  /** Of a row's touch area, the gap included. */
  readonly row: number;
  readonly bottom: number;
}

/** Room for the pill of gesture navigation; above a bar with buttons, none is needed. */
const BOTTOM = { pill: 28, buttons: 5 } as const;

const LETTER_MEASURES = { toolbar: 40, row: 54 } as const;
const PAD_MEASURES = { ...LETTER_MEASURES, row: 62 } as const;
/** For a phone on its side; its rows share what is left. */
const FLAT_MEASURES = { toolbar: 28, bottom: 16 } as const;

function measuresFor(rows: number, pad: boolean, maxHeight: number): Measures {
  const bottom = BOTTOM[theme().navigation.kind];
  const upright = { ...(pad ? PAD_MEASURES : LETTER_MEASURES), bottom };
  if (upright.toolbar + rows * upright.row + upright.bottom <= maxHeight) return upright;
  const flat = FLAT_MEASURES;
  return { ...flat, row: Math.floor((maxHeight - flat.toolbar - flat.bottom) / rows) };
}

const LABELS: Readonly<Record<Exclude<KeyAction, 'action'>, string>> = {
  shift: 'Shift',
  delete: 'Delete',
  symbols: 'Symbol keyboard',
  letters: 'Letter keyboard',
  space: 'Space',
  hide: 'Hide keyboard',
};

/** How one keyboard differs from another. */
export interface KeyboardBrand {
  readonly spaceBar: string;
  /** Corners of a key, in dp. */
  readonly keyRadius: number;
  /** Of a keyboard whose letters have digits above them, in the phone's language. */
  readonly dress?: () => KeyboardDress;
}

export const GBOARD: KeyboardBrand = { spaceBar: 'English', keyRadius: 8 };

const ACTION_ICONS = { next: 'arrow-right', done: 'check', search: 'magnify' } as const;
const ACTION_LABELS = { next: 'Next', done: 'Done', search: 'Search' } as const;

/** What a keyboard has that is not the phone's everyday one. */
interface KeyboardDress {
  /** Stands above the keys. */
  readonly title: string;
  /** What a screen reader says of two of the keys. */
  readonly deleteLabel: string;
  readonly doneLabel: string;
}

/** The phone's soft keyboard: letters and symbols, or a pad for numbers and phone numbers. */
export class Keyboard implements InputMethod {
  readonly packageName: string;
  readonly #isCurrent: () => boolean;
  readonly #brand: KeyboardBrand;
  #connection: InputConnection | undefined;
  #invalidate: () => void = () => undefined;
  #shifted = false;
  #symbols = false;

  /** @param isCurrent whether this keyboard is the one the person has chosen. */
  constructor(packageName: string, isCurrent: () => boolean, brand: KeyboardBrand) {
    this.packageName = packageName;
    this.#isCurrent = isCurrent;
    this.#brand = brand;
  }

  get enabled(): boolean {
    return this.#isCurrent();
  }

  start(connection: InputConnection, invalidate: () => void): void {
    this.#connection = connection;
    this.#invalidate = invalidate;
    this.#shifted = false;
    this.#symbols = false;
  }

  render(maxHeightDp: number): UiNode {
    const kind = this.#connection?.input.kind ?? 'text';
    const layout = this.#layout(kind);
    const pad = layout === NUMBERS || layout === PHONE;
    const { toolbar, row, bottom } = measuresFor(layout.length, pad, maxHeightDp);
    return (
      <LinearLayout
        id={`${this.packageName}:id/keyboard_area`}
        style={{
          background: KEYBOARD.board,
          paddingHorizontal: pad ? 6 : 3,
          paddingBottom: bottom,
        }}
      >
        <FrameLayout style={{ direction: 'row', justify: 'end', height: toolbar, align: 'center' }}>
          {this.#titleBar()}
          <ImageView
            icon="chevron-down"
            desc={LABELS.hide}
            onClick={() => this.#press('hide')}
            style={{ width: 48, height: toolbar, padding: toolbar / 5, color: KEYBOARD.toolInk }}
          />
        </FrameLayout>
        {layout.map((keys, index) => (
          <KeyRow key={index} keys={keys} pad={pad} height={row} keyboard={this} />
        ))}
      </LinearLayout>
    );
  }

  #titleBar(): UiNode {
    const dress = this.#brand.dress?.();
    if (!dress) return null;
    return (
      <LinearLayout
        important={false}
        style={{ direction: 'row', align: 'center', grow: 1, gap: 8, paddingLeft: 14 }}
      >
        <ImageView
          important={false}
          icon="security"
          style={{ width: 18, height: 18, color: KEYBOARD.toolInk }}
        />
        <TextView
          text={dress.title}
          style={{ textSize: 13, color: KEYBOARD.toolInk, maxLines: 1, shrink: 1 }}
        />
      </LinearLayout>
    );
  }

  /** Face of a key: an icon, or the text on it. */
  face(key: KeySpec['key']): { readonly icon?: IconName; readonly text?: string } {
    if (key === ' ') return { icon: 'space' };
    if (typeof key === 'string') return { text: this.#cased(key) };
    if (key.action === 'symbols') return { text: '?123' };
    if (key.action === 'letters') return { text: 'ABC' };
    if (key.action === 'space') return { text: this.#brand.spaceBar };
    if (key.action === 'action') return { icon: ACTION_ICONS[this.#action] };
    if (key.action === 'shift') return { icon: this.#shifted ? 'shift-on' : 'shift' };
    return key.action === 'delete' ? { icon: 'backspace-outline' } : {};
  }

  /** What a screen reader says of a key. */
  label(key: KeySpec['key']): string {
    if (typeof key === 'string') return key === ' ' ? LABELS.space : this.#cased(key);
    const dress = this.#brand.dress?.();
    if (dress && key.action === 'delete') return dress.deleteLabel;
    if (dress && key.action === 'action' && this.#action === 'done') return dress.doneLabel;
    return key.action === 'action' ? ACTION_LABELS[this.#action] : LABELS[key.action];
  }

  tap(key: KeySpec['key']): void {
    if (typeof key === 'object') {
      this.#press(key.action);
      return;
    }
    this.#connection?.commitText(this.#cased(key));
    if (!this.#shifted) return;
    this.#shifted = false;
    this.#invalidate();
  }

  get keyRadius(): number {
    return this.#brand.keyRadius;
  }

  get #action(): keyof typeof ACTION_ICONS {
    return this.#connection?.input.action ?? 'done';
  }

  #layout(kind: InputConnection['input']['kind']): KeyboardLayout {
    if (kind === 'number') return NUMBERS;
    if (kind === 'phone') return PHONE;
    if (this.#symbols) return SYMBOLS;
    return this.#brand.dress ? LETTERS_AND_DIGITS : LETTERS;
  }

  #cased(key: string): string {
    return this.#shifted ? key.toUpperCase() : key;
  }

  #press(action: KeyAction): void {
    switch (action) {
      case 'shift':
        this.#shifted = !this.#shifted;
        break;
      case 'symbols':
      case 'letters':
        this.#symbols = action === 'symbols';
        break;
      case 'delete':
        this.#connection?.deleteBackward();
        return;
      case 'space':
        this.#connection?.commitText(' ');
        return;
      case 'action':
        this.#connection?.performAction();
        return;
      case 'hide':
        this.#connection?.hide();
        return;
    }
    this.#invalidate();
  }
}

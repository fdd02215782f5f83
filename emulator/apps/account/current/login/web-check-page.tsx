/** @jsxImportSource #ui */
import type { Clock } from '../../../../android/clock.ts';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import type { ViewTouch } from '../../../../ui/props.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { LinearLayout, TextView, View } from '../../../../ui/widgets.tsx';
import type { Strings } from '../../../strings/index.ts';

/** In dp, of the page and of its button. */
export const WEB_PAGE = { width: 280, height: 300 } as const;
const BUTTON = { width: 150, height: 50 } as const;
/** The button stands below the text, and no nearer to a side. */
const BUTTON_TOP = 160;
const MARGIN = 12;
const FRAME_MS = 50;

interface HoldPageOptions {
  readonly clock: Clock;
  readonly holdMs: number;
  changed(): void;
  /** The button was let go after so long. */
  onHeld(heldMs: number): void;
}

/**
 * A web page with a button to be held down, in a place that nobody knows beforehand. It is a picture
 * to everybody but the person who looks at it: nothing in it is reported to accessibility.
 */
export class HoldPage {
  readonly #options: HoldPageOptions;
  #place = randomPlace();
  #downAtMs: number | undefined;
  /** Let go, and being judged: the page takes nothing until `startOver()`. */
  #judged = false;
  #cancelFrame = () => {};

  constructor(options: HoldPageOptions) {
    this.#options = options;
  }

  render(strings: Strings): UiNode {
    const heldMs = this.#heldMs;
    const share = Math.min(1, heldMs / this.#options.holdMs);
    return (
      <LinearLayout
        important={false}
        style={{ ...WEB_PAGE, paddingHorizontal: 16, paddingTop: 16 }}
      >
        <TextView
          important={false}
          text={strings.web_check_title}
          style={{ textSize: 17, fontWeight: 500, textAlign: 'center', marginBottom: 6 }}
        />
        <TextView
          important={false}
          text={strings.web_check_message}
          style={{ textSize: 13, textAlign: 'center', color: COLORS.textSecondary }}
        />
        <LinearLayout
          important={false}
          style={{
            ...BUTTON,
            ...this.#place,
            position: 'absolute',
            justify: 'center',
            radius: BUTTON.height / 2,
            background: COLORS.brand,
          }}
        >
          <View
            important={false}
            style={{
              position: 'absolute',
              left: 0,
              top: 0,
              bottom: 0,
              width: BUTTON.height + (BUTTON.width - BUTTON.height) * share,
              radius: BUTTON.height / 2,
              background: COLORS.text,
              opacity: heldMs > 0 ? 0.25 : 0,
            }}
          />
          <TextView
            important={false}
            text={share === 1 ? strings.web_check_release : strings.web_check_hold}
            style={{ textSize: 15, fontWeight: 500, textAlign: 'center', color: COLORS.onColor }}
          />
        </LinearLayout>
      </LinearLayout>
    );
  }

  touch({ action, x, y }: ViewTouch): void {
    if (this.#judged) return;
    if (action === 'down' && this.#isOnButton(x, y)) {
      this.#downAtMs = this.#options.clock.now();
      this.#animate();
    } else if (this.#downAtMs === undefined) return;
    else if (action === 'up') this.#letGo();
    else if (action === 'cancel' || !this.#isOnButton(x, y)) this.#release();
  }

  /** Another try, with the button elsewhere. */
  startOver(): void {
    this.#place = randomPlace();
    this.#judged = false;
    this.#release();
  }

  stop(): void {
    this.#cancelFrame();
  }

  get #heldMs(): number {
    return this.#downAtMs === undefined ? 0 : this.#options.clock.now() - this.#downAtMs;
  }

  #letGo(): void {
    const heldMs = this.#heldMs;
    this.#judged = true;
    this.#release();
    this.#options.onHeld(heldMs);
  }

  #release(): void {
    this.#downAtMs = undefined;
    this.#cancelFrame();
    this.#options.changed();
  }

  #animate(): void {
    this.#options.changed();
    if (this.#heldMs >= this.#options.holdMs) return;
    this.#cancelFrame = this.#options.clock.after(FRAME_MS, () => this.#animate());
  }

  #isOnButton(x: number, y: number): boolean {
    const { left, top } = this.#place;
    return x >= left && x < left + BUTTON.width && y >= top && y < top + BUTTON.height;
  }
}

function randomPlace(): { readonly left: number; readonly top: number } {
  const between = (from: number, to: number) => Math.round(from + Math.random() * (to - from));
  return {
    left: between(MARGIN, WEB_PAGE.width - BUTTON.width - MARGIN),
    top: between(BUTTON_TOP, WEB_PAGE.height - BUTTON.height - MARGIN),
  };
}

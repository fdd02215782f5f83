/** @jsxImportSource #ui */
import type { AndroidSystem } from '../../android/system.ts';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { timeOfDayFormat } from '../../ui/time-of-day.ts';
import { FrameLayout, ImageView, LinearLayout, TextView, View } from '../../ui/widgets.tsx';
import type { WindowHandle } from '../../ui/window-spec.ts';
import { Wallpaper, wallpaperOf } from '../home/wallpaper.tsx';
import { stringsFor } from '../strings/index.ts';

const PACKAGE = 'com.android.systemui';
const PIN_LENGTH = 4;
const MINUTE_MS = 60_000;
const DELETE = 'delete';
const PAD = [
  ['1', '2', '3'],
  ['4', '5', '6'],
  ['7', '8', '9'],
  ['', '0', DELETE],
] as const;
/** Over the wallpaper, so that what stands on it can be read. */
const DIM = { clock: 'rgba(0, 0, 0, 0.15)', pinPad: 'rgba(0, 0, 0, 0.55)' } as const;
const EVERYWHERE = { position: 'absolute', left: 0, right: 0, top: -100, bottom: -100 } as const;
const FAINT = 'rgba(255, 255, 255, 0.18)';

/**
 * What the keyguard shows: the time over the wallpaper and, when it is secure and was swiped up, a
 * PIN pad. The pad takes touches only, and its keys have none of AOSP's ids: what Appium does about
 * AOSP's lock screen does nothing here, as on the phones of some makers.
 */
export class LockScreen {
  readonly #system: AndroidSystem;
  #window: WindowHandle | undefined;
  #typed = '';
  #isWrong = false;
  #cancelTick = () => {};

  constructor(system: AndroidSystem) {
    this.#system = system;
  }

  start(): void {
    this.#system.keyguard.onChanged(() => this.#follow());
    this.#follow();
  }

  #follow(): void {
    const { showing } = this.#system.keyguard;
    this.#typed = '';
    this.#isWrong = false;
    if (showing && !this.#window) this.#open();
    else if (!showing) this.#close();
    else this.#window?.invalidate();
    this.#window?.setShown(!this.#system.keyguard.occluded);
  }

  #open(): void {
    const { keyguard, windows } = this.#system;
    this.#window = windows.addWindow({
      kind: 'keyguard',
      packageName: PACKAGE,
      title: 'NotificationShade',
      orientation: 'portrait',
      secure: () => false,
      render: () => this.#render(),
      onBack: () => {
        if (keyguard.bouncing) keyguard.lock();
      },
      onSwipeUp: () => keyguard.dismiss(),
    });
    this.#tick();
  }

  #close(): void {
    this.#cancelTick();
    this.#window?.remove();
    this.#window = undefined;
  }

  #tick(): void {
    const { clock } = this.#system;
    this.#window?.invalidate();
    const untilNextMinuteMs = MINUTE_MS - (clock.now() % MINUTE_MS);
    this.#cancelTick = clock.after(untilNextMinuteMs, () => this.#tick());
  }

  #render(): UiNode {
    const { keyguard } = this.#system;
    return (
      <FrameLayout
        id={`${PACKAGE}:id/keyguard_root_view`}
        style={{ grow: 1, background: wallpaperOf(this.#system).color, align: 'center' }}
      >
        <Wallpaper system={this.#system} />
        <View
          important={false}
          style={{ ...EVERYWHERE, background: keyguard.bouncing ? DIM.pinPad : DIM.clock }}
        />
        {keyguard.bouncing ? this.#pinPad() : this.#clock()}
      </FrameLayout>
    );
  }

  #clock(): UiNode {
    const { locale, profile, clock } = this.#system;
    const date = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      month: 'long',
      day: 'numeric',
      timeZone: profile.timeZone,
    });
    return (
      <LinearLayout style={{ grow: 1, align: 'center', paddingTop: 72, paddingBottom: 36 }}>
        <TextView
          id={`${PACKAGE}:id/current_time`}
          text={timeOfDayFormat(locale, profile.timeZone).format(clock.now())}
          style={{ textSize: 76, color: COLORS.onColor }}
        />
        <TextView
          id={`${PACKAGE}:id/current_date`}
          text={date.format(clock.now())}
          style={{ textSize: 16, color: COLORS.onColor }}
        />
        <View important={false} style={{ grow: 1 }} />
        <TextView
          id={`${PACKAGE}:id/unlock_hint`}
          text={stringsFor(this.#system).keyguard_swipe_up}
          style={{ textSize: 14, color: COLORS.onColor }}
        />
      </LinearLayout>
    );
  }

  #pinPad(): UiNode {
    const strings = stringsFor(this.#system);
    return (
      <LinearLayout style={{ grow: 1, align: 'center', justify: 'center', gap: 22 }}>
        <TextView
          id={`${PACKAGE}:id/miui_keyguard_message`}
          text={this.#isWrong ? strings.keyguard_wrong_pin : strings.keyguard_enter_pin}
          style={{ textSize: 18, color: COLORS.onColor }}
        />
        <LinearLayout important={false} style={{ direction: 'row', gap: 20, marginBottom: 20 }}>
          {Array.from({ length: PIN_LENGTH }, (_, index) => (
            <View
              key={index}
              important={false}
              style={{
                width: 12,
                height: 12,
                radius: 6,
                background: index < this.#typed.length ? COLORS.onColor : FAINT,
              }}
            />
          ))}
        </LinearLayout>
        {PAD.map((keys, row) => (
          <LinearLayout key={row} important={false} style={{ direction: 'row', gap: 26 }}>
            {keys.map((key) => this.#key(key, key === DELETE ? strings.keyguard_delete : key))}
          </LinearLayout>
        ))}
      </LinearLayout>
    );
  }

  #key(key: string, label: string): UiNode {
    const style = { width: 74, height: 74 };
    if (key === '') return <View key="none" important={false} style={style} />;
    return (
      <FrameLayout
        key={key}
        clickable
        desc={label}
        onClick={() => this.#press(key)}
        style={{ ...style, radius: 37, background: FAINT, justify: 'center', align: 'center' }}
      >
        {key === DELETE ? (
          <ImageView
            icon="backspace-outline"
            important={false}
            style={{ width: 26, height: 26, color: COLORS.onColor }}
          />
        ) : (
          <TextView important={false} text={key} style={{ textSize: 28, color: COLORS.onColor }} />
        )}
      </FrameLayout>
    );
  }

  #press(key: string): void {
    this.#isWrong = false;
    this.#typed = key === DELETE ? this.#typed.slice(0, -1) : this.#typed + key;
    if (this.#typed.length === PIN_LENGTH) {
      if (this.#system.keyguard.unlock(this.#typed)) return;
      this.#typed = '';
      this.#isWrong = true;
    }
    this.#window?.invalidate();
  }
}

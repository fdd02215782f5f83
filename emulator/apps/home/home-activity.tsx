/** @jsxImportSource #ui */
import { Activity, type ComponentName } from '../../android/activity.ts';
import type { IconName } from '../../ui/icons.ts';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS, TILES, WALLPAPER } from '../../ui/theme.ts';
import { timeOfDayFormat } from '../../ui/time-of-day.ts';
import { FrameLayout, ImageView, LinearLayout, TextView, View } from '../../ui/widgets.tsx';
import { messagesComponent } from '../messages/app.ts';
import { SETTINGS_HOME } from '../settings/ids.ts';
import { stringsFor } from '../strings/index.ts';

const MINUTE_MS = 60_000;

const WALLPAPER_PICTURE = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="800" preserveAspectRatio="none">
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0.6" y2="1">
        <stop offset="0" stop-color="${WALLPAPER.skyTop}"/>
        <stop offset="0.55" stop-color="${WALLPAPER.sky}"/>
        <stop offset="1" stop-color="${WALLPAPER.horizon}"/>
      </linearGradient>
    </defs>
    <rect width="360" height="800" fill="url(#sky)"/>
    <ellipse cx="80" cy="830" rx="330" ry="190" fill="${WALLPAPER.farHill}" opacity="0.55"/>
    <ellipse cx="330" cy="860" rx="300" ry="200" fill="${WALLPAPER.nearHill}" opacity="0.6"/>
  </svg>`,
);

/** The home screen: the time, and the apps a person can open. */
export class HomeActivity extends Activity {
  #cancelTick = () => {};

  override onResume(): void {
    this.#tick();
  }

  override onPause(): void {
    this.#cancelTick();
  }

  override onDestroy(): void {
    this.#cancelTick();
  }

  /** Home is where back ends. */
  override onBackPressed(): void {}

  override render(): UiNode {
    const { locale, profile, clock } = this.system;
    const strings = stringsFor(this.system);
    const dateFormat = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      month: 'long',
      day: 'numeric',
      timeZone: profile.timeZone,
    });
    return (
      <FrameLayout style={{ grow: 1, background: WALLPAPER.skyTop }}>
        {this.#wallpaper()}
        <LinearLayout style={{ marginTop: 84, marginHorizontal: 28 }}>
          <TextView
            text={timeOfDayFormat(locale, profile.timeZone).format(clock.now())}
            style={{ textSize: 64, color: COLORS.onColor }}
          />
          <TextView
            text={dateFormat.format(clock.now())}
            style={{ textSize: 16, color: COLORS.onColor }}
          />
        </LinearLayout>
        <View important={false} style={{ grow: 1 }} />
        <LinearLayout style={{ direction: 'row', justify: 'space-around', marginBottom: 52 }}>
          {this.#app(
            strings.messages_title,
            'message',
            COLORS.messages,
            messagesComponent(profile),
          )}
          {this.#app(strings.settings_title, 'cog', TILES.slate, SETTINGS_HOME)}
        </LinearLayout>
      </FrameLayout>
    );
  }

  /** Reaches under the status bar and the navigation bar. */
  #wallpaper(): UiNode {
    const { widthPx, heightPx, densityDpi, statusBarHeightPx } = this.system.display;
    const dp = (px: number) => (px * 160) / densityDpi;
    return (
      <ImageView
        image={WALLPAPER_PICTURE}
        important={false}
        style={{
          position: 'absolute',
          left: 0,
          top: -dp(statusBarHeightPx),
          width: dp(widthPx),
          height: dp(heightPx),
        }}
      />
    );
  }

  #app(label: string, icon: IconName, color: string, component: ComponentName): UiNode {
    const open = () =>
      this.startActivity({
        action: 'android.intent.action.MAIN',
        categories: ['android.intent.category.LAUNCHER'],
        component,
      });
    return (
      <LinearLayout
        clickable
        desc={label}
        onClick={open}
        style={{ align: 'center', gap: 8, width: 84 }}
      >
        <ImageView
          icon={icon}
          style={{
            width: 58,
            height: 58,
            padding: 13,
            radius: 18,
            background: color,
            color: COLORS.onColor,
          }}
        />
        <TextView
          text={label}
          style={{ textSize: 13, color: COLORS.onColor, textAlign: 'center', autoSize: true }}
        />
      </LinearLayout>
    );
  }

  #tick(): void {
    const { clock } = this.system;
    this.invalidate();
    const untilNextMinuteMs = MINUTE_MS - (clock.now() % MINUTE_MS);
    this.#cancelTick = clock.after(untilNextMinuteMs, () => this.#tick());
  }
}

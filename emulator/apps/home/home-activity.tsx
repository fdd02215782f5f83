/** @jsxImportSource #ui */
import { Activity, type ComponentName } from '../../android/activity.ts';
import { FLAG_ACTIVITY_NEW_TASK } from '../../android/task.ts';
import type { IconName } from '../../ui/icons.ts';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS, TILES } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { timeOfDayFormat } from '../../ui/time-of-day.ts';
import { FrameLayout, ImageView, LinearLayout, TextView, View } from '../../ui/widgets.tsx';
import { CLOUD_MAIN } from '../cloud/ids.ts';
import { PEOPLE } from '../contacts/ids.ts';
import { messagesComponent } from '../messages/ids.ts';
import { NOTES_LIST } from '../notes/ids.ts';
import { SETTINGS_HOME } from '../settings/ids.ts';
import { stringsFor } from '../strings/index.ts';
import { Wallpaper, wallpaperOf } from './wallpaper.tsx';

const MINUTE_MS = 60_000;

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
      <FrameLayout style={{ grow: 1, background: wallpaperOf(this.system).color }}>
        <Wallpaper system={this.system} />
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
        <LinearLayout style={{ direction: 'row', marginBottom: 24 }}>
          {this.#app(strings.cloud_item_contacts, 'contacts', TILES.green, PEOPLE)}
          {this.#app(strings.cloud_item_notes, 'note', TILES.yellow, NOTES_LIST)}
        </LinearLayout>
        <LinearLayout
          style={{ direction: 'row', marginBottom: theme().navigation.kind === 'pill' ? 52 : 28 }}
        >
          {this.#app(
            strings.messages_title,
            'message',
            COLORS.messages,
            messagesComponent(profile),
          )}
          {this.#app(strings.settings_title, 'cog', TILES.slate, SETTINGS_HOME)}
          {this.#app(strings.cloud_title, 'cloud', TILES.blue, CLOUD_MAIN)}
        </LinearLayout>
      </FrameLayout>
    );
  }

  #app(label: string, icon: IconName, color: string, component: ComponentName): UiNode {
    const open = () =>
      this.startActivity({
        action: 'android.intent.action.MAIN',
        categories: ['android.intent.category.LAUNCHER'],
        flags: FLAG_ACTIVITY_NEW_TASK,
        component,
      });
    return (
      <LinearLayout
        clickable
        desc={label}
        onClick={open}
        style={{ align: 'center', gap: 8, width: '25%', paddingHorizontal: 2 }}
      >
        <ImageView
          icon={icon}
          style={{
            width: 58,
            height: 58,
            padding: 13,
            radius: theme().appIcon.radius,
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

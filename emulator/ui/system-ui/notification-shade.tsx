/** @jsxRuntime automatic @jsxImportSource #ui */
import type { Clock } from '../../android/clock.ts';
import type { UiNode } from '../jsx-runtime.ts';
import { SHADE } from '../theme.ts';
import { timeOfDayFormat } from '../time-of-day.ts';
import { theme } from '../themes/theme.ts';
import { FrameLayout, ImageView, LinearLayout, ScrollView, TextView } from '../widgets.tsx';
import type { UiWindowSpec } from '../window-spec.ts';
import { NotificationBody } from './notification-body.tsx';
import { shadeTexts } from './shade-texts.ts';

export interface ShadeNotification {
  /** The same for as long as the notification is there. */
  readonly key: string;
  readonly appLabel: string;
  readonly title: string;
  readonly text: string;
  readonly postedAtMs: number;
  onClick(): void;
}

/** What the shade shows and may do; everything is asked for anew when it is rendered. */
export interface ShadeContent {
  /** Newest first. */
  notifications(): readonly ShadeNotification[];
  clearAll(): void;
  /** BCP 47 */
  locale(): string;
}

interface ShadeOptions {
  readonly clock: Clock;
  /** IANA name */
  readonly timeZone: string;
  readonly statusBarHeightDp: () => number;
  readonly open: (spec: UiWindowSpec) => { remove(): void };
}

const PACKAGE = 'com.android.systemui';

/** The sheet with all notifications that comes down over everything but the status bar. */
export class NotificationShade {
  readonly #options: ShadeOptions;
  content: ShadeContent | undefined;
  #close: (() => void) | undefined;

  constructor(options: ShadeOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#close !== undefined;
  }

  /** Whether it is open now: a phone that has no notifications to show has no shade. */
  open(): boolean {
    if (this.isOpen) return true;
    const { content } = this;
    if (!content) return false;
    const window = this.#options.open({
      kind: 'shade',
      packageName: PACKAGE,
      title: 'NotificationShade',
      stamp: () => this.#time(),
      render: () => this.#render(content),
      onBack: () => {
        this.close();
      },
    });
    this.#close = () => {
      this.#close = undefined;
      window.remove();
    };
    return true;
  }

  close(): void {
    this.#close?.();
  }

  #time(): string {
    const { clock, timeZone } = this.#options;
    return timeOfDayFormat('en-GB', timeZone).format(clock.now());
  }

  #render(content: ShadeContent): UiNode {
    const { clock, timeZone } = this.#options;
    const locale = content.locale();
    const texts = shadeTexts(locale);
    const timeFormat = timeOfDayFormat('en-GB', timeZone);
    const date = new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: 'short',
      month: 'short',
      day: 'numeric',
    }).format(clock.now());
    const notifications = content.notifications();
    const close = () => {
      this.close();
    };
    return (
      <FrameLayout
        id={`${PACKAGE}:id/notification_panel`}
        style={{
          grow: 1,
          shrink: 1,
          background: SHADE.background,
          paddingTop: this.#options.statusBarHeightDp(),
        }}
      >
        <Header time={this.#time()} date={date} />
        {notifications.length === 0 ? (
          <TextView
            id={`${PACKAGE}:id/no_notifications`}
            text={texts.none}
            style={{ grow: 1, textAlign: 'center', paddingTop: 180, color: SHADE.soft }}
          />
        ) : (
          <ScrollView
            id={`${PACKAGE}:id/notification_stack_scroller`}
            style={{ paddingHorizontal: 12, gap: 8 }}
          >
            {notifications.map((notification) => (
              <NotificationRow
                key={notification.key}
                notification={notification}
                time={timeFormat.format(notification.postedAtMs)}
                onClick={() => {
                  close();
                  notification.onClick();
                }}
              />
            ))}
          </ScrollView>
        )}
        {notifications.length === 0 ? null : (
          <ClearButton
            label={texts.clearAll}
            onClick={() => {
              content.clearAll();
              close();
            }}
          />
        )}
      </FrameLayout>
    );
  }
}

function Header({ time, date }: { time: string; date: string }): UiNode {
  return (
    <LinearLayout
      id={`${PACKAGE}:id/notification_shade_header`}
      style={{ paddingHorizontal: 28, paddingTop: 18, paddingBottom: 20 }}
    >
      <TextView
        id={`${PACKAGE}:id/big_time`}
        text={time}
        style={{ textSize: 44, fontWeight: 500, color: SHADE.ink }}
      />
      <TextView
        id={`${PACKAGE}:id/date_time`}
        text={date}
        style={{ textSize: 14, color: SHADE.soft }}
      />
    </LinearLayout>
  );
}

function NotificationRow({
  notification,
  time,
  onClick,
}: {
  notification: ShadeNotification;
  time: string;
  onClick(): void;
}): UiNode {
  return (
    <FrameLayout
      id={`${PACKAGE}:id/expandableNotificationRow`}
      onClick={onClick}
      style={{
        direction: 'row',
        gap: 12,
        padding: 14,
        background: SHADE.card,
        radius: theme().notification.radius,
      }}
    >
      <NotificationBody {...notification} time={time} />
    </FrameLayout>
  );
}

function ClearButton({ label, onClick }: { label: string; onClick(): void }): UiNode {
  return (
    <LinearLayout important={false} style={{ align: 'center', paddingTop: 16, paddingBottom: 40 }}>
      <ImageView
        id={`${PACKAGE}:id/dismiss_view`}
        icon="close"
        desc={label}
        onClick={onClick}
        style={{
          width: 52,
          height: 52,
          radius: 26,
          padding: 15,
          background: SHADE.button,
          color: SHADE.ink,
        }}
      />
    </LinearLayout>
  );
}

/** @jsxRuntime automatic @jsxImportSource #ui */
import type { Clock } from '../../android/clock.ts';
import type { UiNode } from '../jsx-runtime.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { FrameLayout, ImageView, LinearLayout, TextView } from '../widgets.tsx';
import type { UiWindowSpec } from '../window-spec.ts';

export interface HeadsUp {
  readonly packageName: string;
  readonly appLabel: string;
  readonly title: string;
  readonly text: string;
  onClick?(): void;
}

/** How long a heads-up notification stays (HeadsUpManager, `heads_up_notification_decay`). */
const SHOWN_MS = 5000;

/** The notification that shows over everything; a new one takes its place. */
export class HeadsUps {
  readonly #clock: Clock;
  readonly #open: (spec: UiWindowSpec) => { remove(): void };
  #close: (() => void) | undefined;

  constructor(clock: Clock, open: (spec: UiWindowSpec) => { remove(): void }) {
    this.#clock = clock;
    this.#open = open;
  }

  show(notification: HeadsUp): void {
    this.#close?.();
    const dismiss = () => {
      this.#close?.();
    };
    const window = this.#open({
      kind: 'headsUp',
      packageName: 'com.android.systemui',
      title: 'Heads-up notification',
      render: () => (
        <HeadsUpCard
          notification={notification}
          onClick={() => {
            dismiss();
            notification.onClick?.();
          }}
        />
      ),
      onBack: dismiss,
    });
    const cancel = this.#clock.after(SHOWN_MS, dismiss);
    this.#close = () => {
      this.#close = undefined;
      cancel();
      window.remove();
    };
  }

  stop(): void {
    this.#close?.();
  }
}

function HeadsUpCard({
  notification,
  onClick,
}: {
  notification: HeadsUp;
  onClick(): void;
}): UiNode {
  return (
    <FrameLayout
      id="com.android.systemui:id/expandableNotificationRow"
      onClick={onClick}
      style={{
        direction: 'row',
        gap: 12,
        marginHorizontal: 10,
        marginTop: 4,
        marginBottom: 12,
        padding: 14,
        background: COLORS.card,
        radius: theme().notification.radius,
        elevation: 10,
      }}
    >
      <ImageView
        id="android:id/icon"
        icon="message"
        style={{
          width: 36,
          height: 36,
          radius: 10,
          padding: 8,
          background: COLORS.messages,
          color: COLORS.onColor,
        }}
      />
      <LinearLayout style={{ grow: 1, shrink: 1, gap: 2 }}>
        <LinearLayout style={{ direction: 'row', align: 'center', gap: 6 }}>
          <TextView
            id="android:id/title"
            text={notification.title}
            style={{ textSize: 15, fontWeight: 500, maxLines: 1, ellipsize: 'end' }}
          />
          <TextView
            id="android:id/app_name_text"
            text={notification.appLabel}
            style={{ textSize: 12, color: COLORS.textSecondary, shrink: 0 }}
          />
        </LinearLayout>
        <TextView
          id="android:id/text"
          text={notification.text}
          style={{
            textSize: 14,
            lineHeight: 19,
            color: COLORS.textBody,
            maxLines: 3,
            ellipsize: 'end',
          }}
        />
      </LinearLayout>
    </FrameLayout>
  );
}

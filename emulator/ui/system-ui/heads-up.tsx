/** @jsxRuntime automatic @jsxImportSource #ui */
import type { Clock } from '../../android/clock.ts';
import type { UiNode } from '../jsx-runtime.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { TextButton } from '../components/buttons.tsx';
import { FrameLayout, LinearLayout } from '../widgets.tsx';
import type { UiWindowSpec } from '../window-spec.ts';
import { NotificationBody } from './notification-body.tsx';

export interface HeadsUp {
  readonly packageName: string;
  readonly appLabel: string;
  readonly title: string;
  readonly text: string;
  onClick?(): void;
  /** Buttons below it, left to right. */
  readonly actions?: readonly { readonly label: string; onClick(): void }[];
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

  /** @param sticky stays until it is taken away, as that of a call does */
  show(notification: HeadsUp, { sticky = false } = {}): void {
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
    const cancel = sticky ? () => {} : this.#clock.after(SHOWN_MS, dismiss);
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
      <LinearLayout important={false} style={{ direction: 'row', gap: 12 }}>
        <NotificationBody {...notification} />
      </LinearLayout>
      {notification.actions ? (
        <LinearLayout important={false} style={{ direction: 'row', gap: 12 }}>
          {notification.actions.map(({ label, onClick: act }) => (
            <TextButton
              key={label}
              id="android:id/action0"
              text={label}
              onClick={act}
              style={{ width: '1%', grow: 1, textAlign: 'center' }}
            />
          ))}
        </LinearLayout>
      ) : null}
    </FrameLayout>
  );
}

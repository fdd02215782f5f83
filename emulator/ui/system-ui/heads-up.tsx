/** @jsxRuntime automatic @jsxImportSource #ui */
import type { Clock } from '../../android/clock.ts';
import type { UiNode } from '../jsx-runtime.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { FrameLayout } from '../widgets.tsx';
import type { UiWindowSpec } from '../window-spec.ts';
import { NotificationBody } from './notification-body.tsx';

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
      <NotificationBody {...notification} />
    </FrameLayout>
  );
}

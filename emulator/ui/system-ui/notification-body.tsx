/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import { COLORS } from '../theme.ts';
import { ImageView, LinearLayout, TextView } from '../widgets.tsx';

interface NotificationBodyProps {
  readonly appLabel: string;
  readonly title: string;
  readonly text: string;
  /** When it came, where that is shown. */
  readonly time?: string;
}

/** What stands on a notification's card, wherever the card is shown. */
export function NotificationBody({ appLabel, title, text, time }: NotificationBodyProps): UiNode {
  return (
    <>
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
            text={title}
            style={{ textSize: 15, fontWeight: 500, maxLines: 1, ellipsize: 'end' }}
          />
          <TextView
            id="android:id/app_name_text"
            text={appLabel}
            style={{ textSize: 12, color: COLORS.textSecondary, grow: time ? 1 : 0, shrink: 0 }}
          />
          {time ? (
            <TextView
              id="android:id/time"
              text={time}
              style={{ textSize: 12, color: COLORS.textSecondary, shrink: 0 }}
            />
          ) : null}
        </LinearLayout>
        <TextView
          id="android:id/text"
          text={text}
          style={{
            textSize: 14,
            lineHeight: 19,
            color: COLORS.textBody,
            maxLines: 3,
            ellipsize: 'end',
          }}
        />
      </LinearLayout>
    </>
  );
}

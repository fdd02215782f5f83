/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import { SYSTEM_BARS } from '../theme.ts';
import { FrameLayout, ImageView, LinearLayout, TextView, View } from '../widgets.tsx';

/** What the status bar shows. */
export interface StatusBarState {
  readonly wifi: boolean;
  readonly airplane: boolean;
  /** Bars of the mobile network, 0 … 4. */
  readonly signalBars: number;
  readonly batteryPercent: number;
  readonly charging: boolean;
}

const SIGNAL_BARS = [5, 7, 9, 11] as const;

function Signal({ bars, color }: { bars: number; color: string }): UiNode {
  return (
    <LinearLayout
      id="com.android.systemui:id/mobile_signal"
      desc={`Phone ${bars} bars.`}
      style={{ direction: 'row', align: 'end', gap: 1.5, height: 11 }}
    >
      {SIGNAL_BARS.map((height, index) => (
        <View
          key={height}
          important={false}
          style={{
            width: 2.5,
            height,
            radius: 1,
            background: color,
            opacity: index < bars ? 1 : 0.3,
          }}
        />
      ))}
    </LinearLayout>
  );
}

function Battery({
  percent,
  charging,
  color,
  page,
}: {
  percent: number;
  charging: boolean;
  color: string;
  page: string;
}): UiNode {
  return (
    <LinearLayout
      id="com.android.systemui:id/battery"
      desc={`Battery ${percent} percent.${charging ? ' Charging.' : ''}`}
      style={{ direction: 'row', align: 'center', gap: 1 }}
    >
      <TextView
        important={false}
        text={String(percent)}
        style={{
          width: 24,
          height: 13,
          radius: 4,
          background: charging ? SYSTEM_BARS.charging : color,
          color: charging ? SYSTEM_BARS.onCharging : page,
          textSize: 10,
          fontWeight: 700,
          textAlign: 'center',
        }}
      />
      <View
        important={false}
        style={{
          width: 1.5,
          height: 5,
          radius: 1,
          background: charging ? SYSTEM_BARS.charging : color,
        }}
      />
    </LinearLayout>
  );
}

interface StatusBarProps {
  readonly state: StatusBarState;
  readonly time: string;
  readonly heightDp: number;
  /** Colour of what lies below, to stand out from it. */
  readonly dark: boolean;
}

/** Clock at the left; network, Wi-Fi and battery at the right. */
export function StatusBar({ state, time, heightDp, dark }: StatusBarProps): UiNode {
  const { ink: color, onInk } = dark ? SYSTEM_BARS.dark : SYSTEM_BARS.light;
  return (
    <FrameLayout
      id="com.android.systemui:id/status_bar"
      style={{ direction: 'row', align: 'center', height: heightDp, paddingHorizontal: 22 }}
    >
      <TextView
        id="com.android.systemui:id/clock"
        text={time}
        desc={time}
        style={{ textSize: 14, fontWeight: 500, color, grow: 1 }}
      />
      <LinearLayout
        id="com.android.systemui:id/system_icons"
        style={{ direction: 'row', align: 'center', gap: 5 }}
      >
        {state.airplane ? (
          <ImageView
            id="com.android.systemui:id/airplane"
            desc="Airplane mode."
            icon="airplane"
            style={{ width: 14, height: 14, color }}
          />
        ) : (
          <Signal bars={state.signalBars} color={color} />
        )}
        {state.wifi ? (
          <ImageView
            id="com.android.systemui:id/wifi_signal"
            desc="Wifi three bars."
            icon="wifi"
            style={{ width: 15, height: 15, color }}
          />
        ) : null}
        <Battery
          percent={state.batteryPercent}
          charging={state.charging}
          color={color}
          page={onInk}
        />
      </LinearLayout>
    </FrameLayout>
  );
}

/** The pill of gesture navigation. */
export function NavigationBar({ heightDp, dark }: { heightDp: number; dark: boolean }): UiNode {
  return (
    <FrameLayout style={{ height: heightDp, align: 'center', justify: 'center' }}>
      <View
        id="com.android.systemui:id/home_handle"
        style={{
          width: 130,
          height: 4,
          radius: 2,
          background: (dark ? SYSTEM_BARS.dark : SYSTEM_BARS.light).pill,
        }}
      />
    </FrameLayout>
  );
}

/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import { SYSTEM_BARS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { FrameLayout, ImageView, LinearLayout, TextView, View } from '../widgets.tsx';
import { Battery } from './battery.tsx';

/** What the status bar shows. */
export interface StatusBarState {
  readonly wifi: boolean;
  readonly airplane: boolean;
  /** Bars of the mobile network, 0 … 4. */
  readonly signalBars: number;
  /** Kind of the mobile network, e.g. `4G`. */
  readonly networkType: string;
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

function MobileNetwork({ state, color }: { state: StatusBarState; color: string }): UiNode {
  if (state.airplane) {
    return (
      <ImageView
        id="com.android.systemui:id/airplane"
        desc="Airplane mode."
        icon="airplane"
        style={{ width: 14, height: 14, color }}
      />
    );
  }
  return (
    <LinearLayout important={false} style={{ direction: 'row', align: 'center', gap: 3 }}>
      <Signal bars={state.signalBars} color={color} />
      {theme().statusBar.networkType && state.signalBars > 0 ? (
        <TextView
          id="com.android.systemui:id/mobile_type"
          text={state.networkType}
          style={{ textSize: 10, fontWeight: 700, color }}
        />
      ) : null}
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
  const { paddingHorizontal } = theme().statusBar;
  return (
    <FrameLayout
      id="com.android.systemui:id/status_bar"
      style={{ direction: 'row', align: 'center', height: heightDp, paddingHorizontal }}
    >
      <TextView
        id="com.android.systemui:id/clock"
        text={time}
        desc={time}
        style={{ textSize: heightDp < 30 ? 13 : 14, fontWeight: 500, color, grow: 1 }}
      />
      <LinearLayout
        id="com.android.systemui:id/system_icons"
        style={{ direction: 'row', align: 'center', gap: 5 }}
      >
        <MobileNetwork state={state} color={color} />
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

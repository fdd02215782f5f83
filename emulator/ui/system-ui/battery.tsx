/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import { SYSTEM_BARS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { LinearLayout, TextView, View } from '../widgets.tsx';

interface BatteryProps {
  readonly percent: number;
  readonly charging: boolean;
  readonly color: string;
  /** Colour of what lies below. */
  readonly page: string;
}

/** The battery in the status bar. */
export function Battery(props: BatteryProps): UiNode {
  const { percent, charging } = props;
  const isFilled = theme().statusBar.battery === 'filled';
  return (
    <LinearLayout
      id="com.android.systemui:id/battery"
      desc={`Battery ${percent} percent.${charging ? ' Charging.' : ''}`}
      style={{ direction: 'row', align: 'center', gap: isFilled ? 1 : 3 }}
    >
      {isFilled ? <FilledBattery {...props} /> : <OutlineBattery {...props} />}
    </LinearLayout>
  );
}

function FilledBattery({ percent, charging, color, page }: BatteryProps): UiNode {
  const body = charging ? SYSTEM_BARS.charging : color;
  return [
    <TextView
      key="percent"
      important={false}
      text={String(percent)}
      style={{
        width: 24,
        height: 13,
        radius: 4,
        background: body,
        color: charging ? SYSTEM_BARS.onCharging : page,
        textSize: 10,
        fontWeight: 700,
        textAlign: 'center',
      }}
    />,
    <Pole key="pole" color={body} />,
  ];
}

const BODY_WIDTH = 19;
const BODY_INSET = 2;

function OutlineBattery({ percent, charging, color }: BatteryProps): UiNode {
  const charge = charging ? SYSTEM_BARS.charging : color;
  return [
    <LinearLayout
      key="body"
      important={false}
      style={{ direction: 'row', align: 'center', gap: 1 }}
    >
      <View
        important={false}
        style={{ width: BODY_WIDTH, height: 11, radius: 2.5, borderWidth: 1, borderColor: color }}
      />
      <View
        important={false}
        style={{
          position: 'absolute',
          left: BODY_INSET,
          top: BODY_INSET,
          width: ((BODY_WIDTH - 2 * BODY_INSET) * percent) / 100,
          height: 7,
          radius: 1,
          background: charge,
        }}
      />
      <Pole color={color} />
    </LinearLayout>,
    <TextView
      key="percent"
      important={false}
      text={`${percent}%`}
      style={{ textSize: 11, fontWeight: 500, color }}
    />,
  ];
}

function Pole({ color }: { color: string }): UiNode {
  return <View important={false} style={{ width: 1.5, height: 5, radius: 1, background: color }} />;
}

/** @jsxRuntime automatic @jsxImportSource #ui */
import type { Clock } from '../../android/clock.ts';
import { isDark } from '../colors.ts';
import { windowBackground } from '../screen.ts';
import { timeOfDayFormat } from '../time-of-day.ts';
import type { UiWindowSpec } from '../window-spec.ts';
import type { WindowStack } from '../window-stack.ts';
import { NavigationBar, StatusBar, type StatusBarState } from './status-bar.tsx';

const PACKAGE = 'com.android.systemui';

const DEFAULT_STATE: StatusBarState = {
  wifi: true,
  airplane: false,
  signalBars: 4,
  batteryPercent: 84,
  charging: false,
};

interface SystemBarsOptions {
  readonly clock: Clock;
  readonly timeZone: string;
  readonly status?: () => StatusBarState;
}

/** Status bar and navigation bar: transparent, in the colour that stands out from the activity. */
export function systemBars(stack: WindowStack, options: SystemBarsOptions): UiWindowSpec[] {
  const timeFormat = timeOfDayFormat('en-GB', options.timeZone);
  const density = stack.display.densityDpi / 160;
  const state = () => options.status?.() ?? DEFAULT_STATE;
  const time = () => timeFormat.format(options.clock.now());
  const dark = () => {
    if (stack.focusedWindow?.spec.kind === 'shade') return true;
    const activity = stack.frontActivity;
    return activity !== undefined && isDark(windowBackground(activity));
  };
  return [
    {
      kind: 'statusBar',
      packageName: PACKAGE,
      title: 'StatusBar',
      stamp: () => `${time()} ${dark()} ${JSON.stringify(state())}`,
      render: () => (
        <StatusBar
          state={state()}
          time={time()}
          heightDp={stack.display.statusBarHeightPx / density}
          dark={dark()}
        />
      ),
    },
    {
      kind: 'navigationBar',
      packageName: PACKAGE,
      title: 'NavigationBar0',
      stamp: () => String(dark()),
      render: () => (
        <NavigationBar heightDp={stack.display.navigationBarHeightPx / density} dark={dark()} />
      ),
    },
  ];
}

/** @jsxRuntime automatic @jsxImportSource #ui */
import type { Clock } from '../../android/clock.ts';
import { isDark, isTransparent } from '../colors.ts';
import { timeOfDayFormat } from '../time-of-day.ts';
import { KEYCODE } from '../input/key-character-map.ts';
import type { KeyDispatcher } from '../input/keys.ts';
import type { UiWindowSpec } from '../window-spec.ts';
import type { WindowStack } from '../window-stack.ts';
import { NavigationBar } from './navigation-bar.tsx';
import { StatusBar, type StatusBarState } from './status-bar.tsx';

const PACKAGE = 'com.android.systemui';

const DEFAULT_STATE: StatusBarState = {
  wifi: true,
  airplane: false,
  signalBars: 4,
  networkType: '5G',
  batteryPercent: 84,
  charging: false,
};

interface SystemBarsOptions {
  readonly clock: Clock;
  readonly timeZone: string;
  readonly status?: () => StatusBarState;
}

/** Status bar and navigation bar: transparent, in the colour that stands out from the activity. */
export function systemBars(
  stack: WindowStack,
  keys: KeyDispatcher,
  options: SystemBarsOptions,
): UiWindowSpec[] {
  const timeFormat = timeOfDayFormat('en-GB', options.timeZone);
  const density = stack.display.densityDpi / 160;
  const state = () => options.status?.() ?? DEFAULT_STATE;
  const time = () => timeFormat.format(options.clock.now());
  const dark = () => {
    if (stack.focusedWindow?.spec.kind === 'shade') return true;
    // What is seen behind the bars may stand below a translucent activity.
    const seen = stack
      .topDown()
      .find((window) => window.fills && !isTransparent(window.background));
    return seen !== undefined && isDark(seen.background);
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
        <NavigationBar
          heightDp={stack.display.navigationBarHeightPx / density}
          dark={dark()}
          onRecents={() => keys.press(KEYCODE.APP_SWITCH)}
          onHome={() => keys.home()}
          onBack={() => keys.back()}
        />
      ),
    },
  ];
}

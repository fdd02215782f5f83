import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FrameLayout } from '../../../emulator/ui/widgets.tsx';
import { theme, themeOf, withTheme } from '../../../emulator/ui/themes/theme.ts';
import { TestScreen } from './screen-fixture.ts';

const NAVIGATION_ID = 'com.android.systemui:id';

describe('theme', () => {
  it('is the one of the phone that is rendered', () => {
    const seen = (['miui-10', 'miui-13', 'hyperos'] as const).map((look) => {
      const screen = new TestScreen({ look });
      let rendered = '';
      screen.open(() => {
        rendered = theme().look;
        return FrameLayout({});
      });
      screen.windows.automation.rootInActiveWindow();
      return rendered;
    });
    assert.deepEqual(seen, ['miui-10', 'miui-13', 'hyperos']);
  });

  it('is not to be had while nothing is rendered', () => {
    assert.throws(() => theme(), /while no screen is rendered/);
  });

  it('is put back after a screen that fails', () => {
    const fail = () => {
      throw new Error('the screen fails');
    };
    assert.throws(() => withTheme(themeOf('hyperos'), fail));
    assert.throws(() => theme(), /while no screen is rendered/);
  });
});

describe('navigation bar', () => {
  it('takes a tap on its back button', () => {
    const screen = new TestScreen({ look: 'miui-10' });
    const { backs } = screen.open(() => FrameLayout({ style: { grow: 1 } }));
    const bar = screen.windows.automation.windows().find(({ title }) => title === 'NavigationBar0');
    const button = bar?.root.children
      .flatMap((child) => child.children)
      .find(({ resourceId }) => resourceId === `${NAVIGATION_ID}/back`);
    assert.ok(button);
    screen.tap(button);
    assert.deepEqual(backs, ['key']);
  });

  it('leaves a swipe from its side to the page where it has buttons', () => {
    const screen = new TestScreen({ look: 'miui-10' });
    const { backs } = screen.open(() => FrameLayout({ style: { grow: 1 } }));
    const { automation } = screen.windows;
    automation.injectTouch({ action: 'down', x: 2, y: 500 });
    automation.injectTouch({ action: 'move', x: 400, y: 500 });
    automation.injectTouch({ action: 'up', x: 400, y: 500 });
    assert.deepEqual(backs, []);
  });

  it('is as high as the look has it', () => {
    const heights = (['miui-10', 'hyperos'] as const).map(
      (look) => new TestScreen({ look }).windows.display.navigationBarHeightPx,
    );
    assert.deepEqual(heights, [92, 32]);
  });
});

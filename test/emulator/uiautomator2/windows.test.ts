import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { FakePhone } from './fake-phone.ts';

interface WindowModel {
  readonly packageName: string;
  readonly type: number;
}

describe('UiAutomator2 server: windows', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({ packageName: 'com.android.settings' });
    phone.ui.addWindow({ packageName: 'com.miui.keyboard' }, 'input_method');
    phone.ui.addWindow({ packageName: 'com.android.systemui', bounds: [0, 0, 720, 60] }, 'system');
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  async function packages(filters?: Record<string, unknown>): Promise<string[]> {
    const { value } = await phone.post('/appium/list_windows', { filters, skipScreenshots: true });
    return (value as WindowModel[]).map(({ packageName }) => packageName);
  }

  it('are listed topmost first', async () => {
    assert.deepEqual(await packages(), [
      'com.android.systemui',
      'com.miui.keyboard',
      'com.android.settings',
    ]);
  });

  it('are described', async () => {
    const { value } = await phone.post('/appium/list_windows', {});
    assert.deepEqual((value as unknown[])[0], {
      windowId: 3,
      displayId: 0,
      physicalDisplayId: '4630946736638489730',
      virtualDisplayId: null,
      rect: { x: 0, y: 0, width: 720, height: 60 },
      packageName: 'com.android.systemui',
      screenshot: null,
      type: 3,
      title: 'window 3',
      layer: 2,
      isAccessibilityFocused: false,
      isActive: false,
      isFocused: false,
      isInPictureInPictureMode: false,
    });
  });

  const FILTERS: readonly (readonly [Record<string, unknown>, readonly string[]])[] = [
    [{ packageName: '*.keyboard' }, ['com.miui.keyboard']],
    [{ packageName: 'com.android.s???????' }, ['com.android.systemui', 'com.android.settings']],
    [{ packageName: 'keyboard' }, []],
    [{ title: 'window 1' }, ['com.android.settings']],
    [{ type: 2 }, ['com.miui.keyboard']],
    [{ type: '2' }, ['com.miui.keyboard']],
    [{ isActive: true }, ['com.android.settings']],
    [{ isActive: 'FALSE', layer: 1 }, ['com.miui.keyboard']],
    [{ isFocused: 1 }, ['com.android.settings']],
    [{ windowId: 3, unknown: 1, title: null }, ['com.android.systemui']],
  ];
  for (const [filters, expected] of FILTERS) {
    it(`are filtered by ${JSON.stringify(filters)}`, async () => {
      assert.deepEqual(await packages(filters), expected);
    });
  }
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';
import type { ViewSpec } from './fake-view.ts';

const LIST: ViewSpec = { id: 'a:id/list', bounds: [0, 200, 720, 1200], scrollRangePx: 900 };
const PLACE = { width: 720, height: 1000, top: 200, left: 0 };
/** 8 dp at 320 dpi. */
const TOUCH_PADDING = 16;

describe('UiAutomator2 server: contentSize', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  const contentSize = async () => {
    const id = await phone.findOne('id', 'a:id/list');
    return phone.get(`/element/${id}/attribute/contentSize`);
  };
  const sizeOf = async (list: ViewSpec) => {
    phone.ui.show({ children: [list] });
    return JSON.parse((await contentSize()).value as string) as unknown;
  };

  it('tells how far a view scrolls that knows its pixels', async () => {
    const size = { ...PLACE, scrollableOffset: 900, touchPadding: TOUCH_PADDING };
    assert.deepEqual(await sizeOf(LIST), size);
  });

  it('is counted in rows where a list knows its items', async () => {
    const children = Array.from({ length: 5 }, (_, row): ViewSpec => {
      return { bounds: [0, 200 + row * 200, 720, 400 + row * 200] };
    });
    const size = { ...PLACE, scrollableOffset: 30 * 200 - 1000, touchPadding: TOUCH_PADDING };
    assert.deepEqual(await sizeOf({ ...LIST, rows: 30, children }), size);
  });

  it('leaves the list where it was', async () => {
    const root = phone.ui.show({ children: [LIST] });
    await contentSize();
    assert.equal(root.children[0]?.scrolledPx, 0);
  });

  it('is an unknown error where nothing scrolls', async () => {
    phone.ui.show({ children: [{ ...LIST, scrollRangePx: 0 }] });
    const { status, error, message } = errorOf(await contentSize());
    assert.deepEqual([status, error], [500, 'unknown error']);
    assert.match(message, /^Could not retrieve accessibility scroll data/);
  });

  it('leaves the scroll in the session details', async () => {
    await sizeOf(LIST);
    const { value } = await phone.get('');
    const { lastScrollData } = value as { lastScrollData: Record<string, number> };
    assert.deepEqual([lastScrollData['maxScrollY'], lastScrollData['itemCount']], [900, -1]);
  });

  it('watches as long as the capability scrollEventTimeout says', async () => {
    await phone.startSession({ 'appium:scrollEventTimeout': 5000 });
    const startMs = phone.clock.now();
    await sizeOf(LIST);
    assert.ok(phone.clock.now() - startMs >= 5000);
  });

  it('goes on listening for toasts', async () => {
    await sizeOf(LIST);
    assert.equal(phone.ui.toastListeners, 1);
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';
import type { FakeNode } from './fake-view.ts';

const AREA = { left: 100, top: 200, width: 400, height: 1000 };

describe('UiAutomator2 server: gestures', () => {
  let phone: FakePhone;
  let list: FakeNode;
  let origin: { ELEMENT: string };

  beforeEach(async () => {
    phone = new FakePhone();
    const rows = Array.from({ length: 25 }, (_, i) => ({
      bounds: [100, 200 + i * 100, 500, 300 + i * 100] as const,
    }));
    [list] = phone.ui.show({
      children: [
        { id: 'a:id/list', bounds: [100, 200, 500, 1200], scrollRangePx: 1500, children: rows },
      ],
    }).children as [FakeNode];
    await phone.startSession();
    origin = { ELEMENT: await phone.findOne('id', 'a:id/list') };
  });
  afterEach(() => phone.stop());

  const post = (path: string, body: unknown) => phone.post(path, body);
  const path = (pointer = 0) =>
    phone.ui.touches
      .filter((touch) => touch.action !== 'move' && (touch.pointer ?? 0) === pointer)
      .map(({ x, y }) => [x, y]);

  it('click a point', async () => {
    await post('/appium/gestures/click', { offset: { x: 10, y: 20 } });
    assert.deepEqual(path(), [
      [10, 20],
      [10, 20],
    ]);
  });

  it('click an element in its middle', async () => {
    await post('/appium/gestures/click', { origin });
    assert.deepEqual(path()[0], [300, 700]);
  });

  it('click a point of an element', async () => {
    await post('/appium/gestures/click', { origin, offset: { x: 1, y: 2 } });
    assert.deepEqual(path()[0], [101, 202]);
  });

  it('click what a locator finds', async () => {
    await post('/appium/gestures/click', { locator: { strategy: 'id', selector: 'a:id/list' } });
    assert.deepEqual(path()[0], [300, 700]);
  });

  it('answer no such element where a locator finds nothing', async () => {
    const answer = await post('/appium/gestures/click', {
      locator: { strategy: 'id', selector: 'a:id/x' },
    });
    assert.equal(errorOf(answer).error, 'no such element');
  });

  it('need something to click', async () => {
    assert.equal(
      errorOf(await post('/appium/gestures/click', {})).message,
      'java.lang.IllegalArgumentException: Click offset coordinates must be provided if element ' +
        'is not set',
    );
  });

  it('double-click within the time of a double tap', async () => {
    const startMs = phone.clock.now();
    await post('/appium/gestures/double_click', { origin });
    assert.equal(path().length, 4);
    assert.equal(phone.clock.now() - startMs, 150);
  });

  it('hold a long click as long as asked', async () => {
    const startMs = phone.clock.now();
    await post('/appium/gestures/long_click', { origin, duration: 1000 });
    assert.equal(phone.clock.now() - startMs, 1000);
  });

  it('hold a long click no negative time', async () => {
    const answer = await post('/appium/gestures/long_click', { origin, duration: -1 });
    assert.match(errorOf(answer).message, /Long click duration cannot be negative$/);
  });

  it('drag from an element to a point after a long press', async () => {
    await post('/appium/gestures/drag', { origin, end: { x: 300, y: 800 }, speed: 1000 });
    assert.deepEqual(path(), [
      [300, 700],
      [300, 800],
    ]);
  });

  it('drag between points', async () => {
    const startMs = phone.clock.now();
    await post('/appium/gestures/drag', {
      start: { x: 0, y: 0 },
      end: { x: 0, y: 100 },
      speed: 1000,
    });
    assert.equal(phone.clock.now() - startMs, 700);
  });

  it('need a start to drag from', async () => {
    const answer = await post('/appium/gestures/drag', { end: { x: 1, y: 1 } });
    assert.match(errorOf(answer).message, /starting point coordinates must be provided/);
  });

  const SWIPES = {
    up: [300, 1200, 300, 700],
    down: [300, 200, 300, 700],
    left: [500, 700, 300, 700],
    right: [100, 700, 300, 700],
  };
  for (const [direction, [x1, y1, x2, y2]] of Object.entries(SWIPES)) {
    it(`swipe ${direction} over an area`, async () => {
      await post('/appium/gestures/swipe', { area: AREA, direction, percent: 0.5 });
      assert.deepEqual(path(), [
        [x1, y1],
        [x2, y2],
      ]);
    });
  }

  it('swipe an element without its margins', async () => {
    await post('/appium/gestures/swipe', { origin, direction: 'up', percent: 1 });
    assert.deepEqual(path(), [
      [300, 1100],
      [300, 300],
    ]);
  });

  const BAD_SWIPES: readonly (readonly [Record<string, unknown>, RegExp])[] = [
    [
      { area: AREA, direction: 'north', percent: 1 },
      /Swipe direction must be one of \[LEFT, RIGHT/,
    ],
    [{ area: AREA, direction: 'up', percent: 2 }, /Percent must be between 0\.0f and 1\.0f/],
    [{ area: AREA, direction: 'up', percent: 1, speed: -1 }, /Speed cannot be negative/],
    [{ area: AREA, direction: 'up' }, /SwipeModel: The mandatory field 'percent'/],
    [{ direction: 'up', percent: 1 }, /The swipe area coordinates must be provided/],
    [
      { area: { ...AREA, width: -1 }, direction: 'up', percent: 1 },
      /Rectangle width must not be negative/,
    ],
  ];
  for (const [body, problem] of BAD_SWIPES) {
    it(`do not swipe: ${problem.source}`, async () => {
      const { status, message } = errorOf(await post('/appium/gestures/swipe', body));
      assert.equal(status, 400);
      assert.match(message, problem);
    });
  }

  it('scroll down by swiping up, and tell that there is more', async () => {
    const answer = await post('/appium/gestures/scroll', {
      origin,
      direction: 'down',
      percent: 0.5,
    });
    assert.equal(answer.value, true);
    assert.equal(list.scrolledPx, 400);
  });

  it('scroll more than once for more than all of the area', async () => {
    await post('/appium/gestures/scroll', { origin, direction: 'down', percent: 1.5 });
    assert.equal(list.scrolledPx, 1200);
  });

  it('tell that nothing scrolls any more', async () => {
    list.scrolledPx = 1500;
    const answer = await post('/appium/gestures/scroll', { origin, direction: 'down', percent: 1 });
    assert.equal(answer.value, false);
  });

  it('fling', async () => {
    assert.equal((await post('/appium/gestures/fling', { origin, direction: 'down' })).value, true);
    assert.equal(list.scrolledPx, 800);
  });

  it('tell that there is nothing to fling', async () => {
    assert.equal((await post('/appium/gestures/fling', { origin, direction: 'up' })).value, false);
  });

  it('do not fling slowly', async () => {
    const answer = await post('/appium/gestures/fling', { origin, direction: 'up', speed: 10 });
    assert.match(errorOf(answer).message, /Speed 10 is less than the minimum fling velocity 100$/);
  });

  it('pinch open with two fingers', async () => {
    await post('/appium/gestures/pinch_open', { area: AREA, percent: 1 });
    assert.deepEqual(path(0)[1], [105, 1195]);
    assert.deepEqual(path(1)[1], [495, 205]);
  });

  it('pinch close with two fingers', async () => {
    await post('/appium/gestures/pinch_close', { area: AREA, percent: 0.5 });
    assert.deepEqual(path(0), [
      [105, 1195],
      [202, 948],
    ]);
    assert.deepEqual(path(1), [
      [495, 205],
      [398, 452],
    ]);
  });

  it('take whole speeds only', async () => {
    const body = { origin, direction: 'up', percent: 0.5 };
    assert.equal((await post('/appium/gestures/swipe', { ...body, speed: 1500.0 })).status, 200);
    const answer = errorOf(await post('/appium/gestures/swipe', { ...body, speed: 1500.5 }));
    assert.deepEqual([answer.status, answer.error], [400, 'invalid argument']);
    assert.match(answer.message, /NumberFormatException: Expected an int but was 1500\.5/);
  });

  it('read an area though an element makes it needless', async () => {
    const body = { origin, area: {}, direction: 'up', percent: 0.5 };
    const answer = errorOf(await post('/appium/gestures/swipe', body));
    assert.match(answer.message, /RectModel: The mandatory field 'top' is not present in JSON/);
  });
});

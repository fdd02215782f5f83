import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { move, down, up, pause, finger, keys, press } from './action-items.ts';
import { errorOf, FakePhone } from './fake-phone.ts';

describe('UiAutomator2 server: W3C actions', () => {
  let phone: FakePhone;
  let times: number[];

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({ children: [{ id: 'a:id/view', bounds: [100, 200, 300, 400] }] });
    await phone.startSession();
    times = [];
    const startMs = phone.clock.now();
    const inject = phone.ui.injectTouch.bind(phone.ui);
    phone.ui.injectTouch = (touch) => {
      times.push(phone.clock.now() - startMs);
      inject(touch);
    };
  });
  afterEach(() => phone.stop());

  const perform = (...actions: unknown[]) => phone.post('/actions', { actions });
  const touches = () => phone.ui.touches.map(({ action, x, y }) => [action, x, y]);

  it('tap a point', async () => {
    assert.equal((await perform(finger('f', move(10, 20), down, pause(10), up))).value, null);
    assert.deepEqual(touches(), [
      ['down', 10, 20],
      ['up', 10, 20],
    ]);
  });

  it('happen when they are due, in steps of 20 ms', async () => {
    await perform(finger('f', move(10, 20), pause(30), down, pause(10), up));
    assert.deepEqual(times, [40, 60]);
  });

  it('take no time to put the finger in place, but what is asked', async () => {
    await perform(finger('f', move(10, 20, 100), down, pause(20), up));
    assert.deepEqual(times, [100, 120]);
  });

  it('move in steps of 20 ms', async () => {
    await perform(finger('f', move(0, 0), down, move(100, 200, 100), up));
    assert.deepEqual(touches(), [
      ['down', 0, 0],
      ['move', 0, 0],
      ['move', 50, 100],
      ['move', 75, 150],
      ['move', 100, 200],
      ['up', 100, 200],
    ]);
    assert.deepEqual(times, [0, 20, 40, 60, 80, 100]);
  });

  it('jump at once with a duration below a step', async () => {
    await perform(finger('f', move(0, 0), down, move(100, 200), pause(20), up));
    assert.deepEqual(touches(), [
      ['down', 0, 0],
      ['up', 100, 200],
    ]);
  });

  it('move relative to the pointer', async () => {
    await perform(
      finger('f', move(10, 20), down, pause(20), move(5, -5, 0, 'pointer'), pause(20), up),
    );
    assert.deepEqual(touches().at(-1), ['up', 15, 15]);
  });

  it('move relative to the middle of an element', async () => {
    const id = await phone.findOne('id', 'a:id/view');
    const origin = { 'element-6066-11e4-a52e-4f735466cecf': id };
    await perform(finger('f', move(1, 2, 0, origin), down, pause(20), up));
    assert.deepEqual(touches()[0], ['down', 201, 302]);
  });

  it('answer no such element for an element that is none', async () => {
    const origin = { ELEMENT: 'x' };
    const answer = await perform(finger('f', move(0, 0, 0, origin), down, up));
    assert.equal(errorOf(answer).error, 'no such element');
  });

  it('move two fingers at once', async () => {
    await perform(
      finger('a', move(0, 0), down, pause(20), up),
      finger('b', move(9, 9), down, pause(20), up),
    );
    assert.deepEqual(
      phone.ui.touches.map(({ action, pointer }) => [action, pointer]),
      [
        ['down', 0],
        ['down', 1],
        ['up', 1],
        ['up', 0],
      ],
    );
  });

  it('take back what was cancelled', async () => {
    const cancel = { type: 'pointerCancel' };
    await perform(finger('f', move(0, 0), down, cancel, move(5, 5), down, pause(20), up));
    assert.deepEqual(touches(), [
      ['down', 5, 5],
      ['up', 5, 5],
    ]);
  });

  it('take back one item however often it was cancelled in a row', async () => {
    const cancel = { type: 'pointerCancel' };
    await perform(finger('f', move(5, 5), down, move(9, 9), cancel, cancel, pause(20), up));
    assert.deepEqual(touches(), [
      ['down', 5, 5],
      ['up', 5, 5],
    ]);
  });

  it('let a mouse hover for three steps at least, and nothing feels it', async () => {
    const mouse = { pointerType: 'mouse' };
    const actions = [move(0, 0), move(50, 50, 20), move(60, 60, 20, 'pointer'), down, up];
    await perform({ type: 'pointer', id: 'm', parameters: mouse, actions });
    assert.deepEqual(times, [120, 120]);
  });

  it('read numbers that are texts', async () => {
    const placed = { type: 'pointerMove', x: '10', y: '20', duration: '0' };
    await perform(finger('f', placed, down, pause(20), up));
    assert.deepEqual(touches()[0], ['down', 10, 20]);
  });

  it('last as long as pauses of no device', async () => {
    const startMs = phone.clock.now();
    await perform({ type: 'none', id: 'n', actions: [pause(100)] });
    assert.equal(phone.clock.now() - startMs, 120);
  });

  it('move for as long as it takes, and no longer than the server lives', async () => {
    const moves = 100;
    const inject = phone.ui.injectTouch.bind(phone.ui);
    phone.ui.injectTouch = (touch) => {
      inject(touch);
      if (phone.ui.touches.length === moves) phone.kill();
    };
    await assert.rejects(perform(finger('f', move(0, 0), down, move(100, 200, 1e9), up)));
    assert.equal(phone.ui.touches.length, moves);
  });

  it('do nothing when there are none', async () => {
    assert.equal((await phone.post('/actions', { actions: [] })).status, 200);
  });

  it('type characters', async () => {
    await perform(keys(...press('a'), ...press('1')));
    assert.equal(phone.ui.typed, 'a1');
  });

  it('type upper case while Shift is down', async () => {
    const shift = '\uE008';
    await perform(
      keys(
        { type: 'keyDown', value: shift },
        ...press('a'),
        { type: 'keyUp', value: shift },
        ...press('b'),
      ),
    );
    assert.equal(phone.ui.typed, 'Ab');
  });

  it('type what keys have above their digits and signs while Shift is down', async () => {
    await perform(keys({ type: 'keyDown', value: '\uE008' }, ...press('1'), ...press(';')));
    assert.equal(phone.ui.typed, '!:');
  });

  it('keep modifiers down when the null key is pressed', async () => {
    const control = { type: 'keyDown', value: '\uE009' };
    await perform(keys(control, ...press('\uE000'), ...press('a')));
    assert.deepEqual(
      phone.ui.keys.map(({ keyCode, metaState }) => [keyCode, metaState]),
      [
        [0, 0x1000],
        [29, 0x1000],
      ],
    );
  });

  it('let go of modifiers at a zero character', async () => {
    await perform(keys({ type: 'keyDown', value: '\uE008' }, ...press('\0'), ...press('a')));
    assert.equal(phone.ui.typed, 'a');
  });

  it('press keys with modifiers', async () => {
    await perform(keys({ type: 'keyDown', value: '\uE009' }, ...press('a')));
    assert.deepEqual(phone.ui.keys, [{ keyCode: 29, metaState: 0x1000, longPress: false }]);
  });

  it('press keys that have a name', async () => {
    await perform(keys(...press('\uE003'), ...press('\uE007')));
    assert.deepEqual(
      phone.ui.keys.map(({ keyCode }) => keyCode),
      [67, 66],
    );
  });

  it('type nothing that the virtual keyboard has no key for', async () => {
    const { status, message } = errorOf(await perform(keys(...press('登'))));
    assert.equal(status, 400);
    assert.match(message, /^KeyCharacterMap\.getEvents is unable to synthesize KeyEvent sequence/);
  });

  it('do not touch an element without size', async () => {
    const id = await phone.findOne('id', 'a:id/view');
    const view = phone.ui.rootInActiveWindow()?.children[0] as unknown as { spec: object };
    Object.assign(view.spec, { bounds: [100, 200, 100, 200] });
    const answer = errorOf(await perform(finger('f', move(0, 0, 0, { ELEMENT: id }), down, up)));
    assert.match(answer.message, /has zero width\/height in the action item pointerMove/);
  });
});

import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';

const SOURCE = { name: 'look', type: 'source', payload: { subtype: 'xml' } };

interface StepResult {
  readonly name: string;
  readonly type: string;
  readonly timestamp: number;
  readonly passed: boolean;
  readonly result: unknown;
  readonly exception: { readonly name: string; readonly message: string } | null;
}

interface History {
  readonly repeats: number;
  readonly stepResults: StepResult[][];
}

describe('UiAutomator2 server: scheduled actions', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({ children: [{ id: 'a:id/ok', text: 'OK', bounds: [0, 0, 100, 100] }] });
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  const schedule = (action: object) =>
    phone.post('/appium/schedule_action', { name: 'act', steps: [SOURCE], ...action });
  const history = async () =>
    (await phone.post('/appium/action_history', { name: 'act' })).value as History;
  /** Moves time on and lets what it set off come to its end. */
  const pass = async (ms: number) => {
    phone.clock.advance(ms);
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  };

  it('run once, in the background', async () => {
    assert.equal((await schedule({})).value, null);
    assert.deepEqual(await history(), { repeats: 0, stepResults: [] });
    await pass(0);
    const { repeats, stepResults } = await history();
    assert.deepEqual([repeats, stepResults.length], [1, 1]);
  });

  it('tell how each step went', async () => {
    await schedule({});
    await pass(0);
    const [[step] = []] = (await history()).stepResults;
    assert.ok(step);
    const { result, ...rest } = step;
    assert.match(String(result), /text="OK"/);
    assert.deepEqual(rest, {
      name: 'look',
      type: 'source',
      timestamp: phone.clock.now(),
      passed: true,
      exception: null,
    });
  });

  it('run as often as asked, at the interval', async () => {
    await schedule({ times: 3, intervalMs: 500 });
    await pass(0);
    await pass(499);
    assert.equal((await history()).repeats, 1);
    await pass(1);
    await pass(500);
    await pass(5000);
    assert.equal((await history()).repeats, 3);
  });

  it('keep the newest results', async () => {
    await schedule({ times: 3, intervalMs: 10, maxHistoryItems: 2 });
    for (let run = 0; run < 3; run += 1) await pass(10);
    const { repeats, stepResults } = await history();
    const times = stepResults.map(([step]) => step?.timestamp ?? 0);
    assert.deepEqual([repeats, times.length], [3, 2]);
    assert.ok(Number(times[0]) > Number(times[1]), 'newest first');
  });

  it('end with as many passes as asked', async () => {
    await schedule({ times: 10, intervalMs: 10, maxPass: 2 });
    for (let run = 0; run < 5; run += 1) await pass(10);
    assert.equal((await history()).repeats, 2);
  });

  it('end with as many failures as asked', async () => {
    const steps = [{ name: 'gone', type: 'dance', payload: {} }];
    await schedule({ steps, times: 10, intervalMs: 10, maxFail: 1 });
    for (let run = 0; run < 5; run += 1) await pass(10);
    assert.equal((await history()).repeats, 1);
  });

  it('take screenshots', async () => {
    await schedule({ steps: [{ name: 'shot', type: 'screenshot', payload: { subtype: 'png' } }] });
    await pass(0);
    const [[step] = []] = (await history()).stepResults;
    assert.equal(step?.result, Buffer.from('png').toString('base64'));
  });

  const CLICKS = { click: 1, doubleClick: 2, longClick: 1 };
  for (const [subtype, clicks] of Object.entries(CLICKS)) {
    it(`${subtype} an element they look for themselves`, async () => {
      const locator = { strategy: 'id', selector: 'a:id/ok' };
      await schedule({ steps: [{ name: 'tap', type: 'gesture', payload: { subtype, locator } }] });
      await pass(0);
      const downs = phone.ui.touches.filter(({ action }) => action === 'down');
      assert.deepEqual(
        downs.map(({ x, y }) => [x, y]),
        Array(clicks).fill([50, 50]),
      );
    });
  }

  it('fail in a step whose element is not there', async () => {
    const payload = { subtype: 'click', locator: { strategy: 'id', selector: 'a:id/no' } };
    await schedule({ steps: [{ name: 'tap', type: 'gesture', payload }] });
    await pass(0);
    const [[step] = []] = (await history()).stepResults;
    assert.equal(step?.passed, false);
    assert.equal(
      step.exception?.name,
      'io.appium.uiautomator2.common.exceptions.ElementNotFoundException',
    );
  });

  it('fail in a step of a type nobody knows', async () => {
    await schedule({ steps: [{ name: 'x', type: 'dance' }] });
    await pass(0);
    const [[step] = []] = (await history()).stepResults;
    assert.equal(
      step?.exception?.message,
      "The value 'dance' of 'type' field in step 'x' is unknown. " +
        'Only the following kinds are supported: [gesture, source]',
    );
  });

  it('fail in a step of a subtype nobody knows', async () => {
    await schedule({ steps: [{ name: 'x', type: 'source', payload: { subtype: 'json' } }] });
    await pass(0);
    const [[step] = []] = (await history()).stepResults;
    assert.match(String(step?.exception?.message), /supported: \[xml\]$/);
  });

  it('are told of one last time and forgotten when unscheduled', async () => {
    await schedule({ times: 5, intervalMs: 10 });
    await pass(0);
    const { value } = await phone.post('/appium/unschedule_action', { name: 'act' });
    assert.equal((value as History).repeats, 1);
    const { status, error, message } = errorOf(
      await phone.post('/appium/action_history', { name: 'act' }),
    );
    assert.deepEqual([status, error], [400, 'invalid argument']);
    assert.equal(message, "The action name 'act' is not known. Have you scheduled it before?");
  });

  it('run no more once unscheduled', async () => {
    const payload = { subtype: 'click', offset: { x: 1, y: 1 } };
    const steps = [{ name: 'tap', type: 'gesture', payload }];
    await schedule({ times: 5, intervalMs: 10, steps });
    await pass(0);
    await phone.post('/appium/unschedule_action', { name: 'act' });
    const before = phone.ui.touches.length;
    await pass(1000);
    assert.equal(phone.ui.touches.length, before);
  });

  it('end with the session', async () => {
    await schedule({ times: 5, intervalMs: 10 });
    await phone.startSession();
    const answer = errorOf(await phone.post('/appium/action_history', { name: 'act' }));
    assert.equal(answer.error, 'invalid argument');
  });

  it('have names of their own', async () => {
    await schedule({});
    assert.match(errorOf(await schedule({})).message, /'act' has been already scheduled/);
  });

  const REFUSED: [string, object, RegExp][] = [
    ['a blank name', { name: ' ' }, /name must not be blank/],
    ['no steps', { steps: [] }, /steps must be greater than zero/],
    ['a negative interval', { intervalMs: -1 }, /must not be negative. You have provided -1/],
    ['no history', { maxHistoryItems: 0 }, /history items must be greater than zero/],
    ['no list of steps', { steps: null }, /mandatory field 'steps'/],
    ['a step without type', { steps: [{ name: 'x' }] }, /mandatory field 'type'/],
    ['a step that is none', { steps: ['x'] }, /Expected BEGIN_OBJECT at path \$\.steps\[0\]/],
  ];
  for (const [what, action, message] of REFUSED) {
    it(`are refused with ${what}`, async () => {
      const answer = errorOf(await schedule(action));
      assert.equal(answer.error, 'invalid argument');
      assert.match(answer.message, message);
    });
  }
});

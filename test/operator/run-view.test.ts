import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ManualHarnessClock } from '../../config/clock.ts';
import { Questions } from '../../operator/questions.ts';
import { RunView } from '../../operator/run-view.ts';

const serial = 'emulator-5554';
const STEP = { serial, step: 'sms-code', title: 'Enter the code from the SMS' } as const;
const STARTED = { type: 'step-started', ...STEP, budgetMs: 300_000 } as const;
const ENDED = {
  type: 'step-ended',
  ...STEP,
  outcome: 'passed',
  serverMs: 700,
  harnessMs: 300,
  budgetMs: 300_000,
} as const;

describe('what the operator page shows', () => {
  let clock: ManualHarnessClock;
  let questions: Questions;
  let view: RunView;
  beforeEach(() => {
    clock = new ManualHarnessClock();
    questions = new Questions();
    view = new RunView(questions, clock);
    view.addPhone({ serial, model: 'Redmi 7A', system: 'MIUI 10' });
  });
  const phone = () => {
    const [only] = view.state.phones;
    assert.ok(only);
    return only;
  };

  it('the step that a phone is at, and since when', () => {
    const startedAtMs = clock.now();
    view.take(STARTED);
    assert.deepEqual(phone().current, {
      name: 'sms-code',
      title: STEP.title,
      startedAtMs,
      budgetMs: 300_000,
    });
  });

  it('what the phone waits for, by the time that the worker counts', () => {
    view.take(STARTED);
    clock.advance(10_000);
    const waiting = { type: 'waiting', serial, step: 'sms-code', budgetMs: 300_000 } as const;
    view.take({ ...waiting, what: 'the SMS code', elapsedMs: 4000 });
    assert.equal(phone().current?.waitingFor, 'the SMS code');
    assert.equal(phone().current?.startedAtMs, clock.now() - 4000);
  });

  it('changes nothing when a second of waiting has passed: the page counts by itself', () => {
    view.take(STARTED);
    const waiting = { type: 'waiting', serial, step: 'sms-code', budgetMs: 300_000 } as const;
    view.take({ ...waiting, what: 'the SMS code', elapsedMs: 0 });
    const { version } = view;
    clock.advance(1000);
    view.take({ ...waiting, what: 'the SMS code', elapsedMs: 1000 });
    assert.equal(view.version, version);
  });

  it('steps that are walked, with how long they took', () => {
    view.take(STARTED);
    view.take(ENDED);
    assert.deepEqual(phone().steps, [{ title: STEP.title, outcome: 'passed', durationMs: 1000 }]);
    assert.equal(phone().current, undefined);
  });

  it('the steps to come, without those that came early', () => {
    view.take(STARTED);
    assert.ok(!phone().toCome.includes(STEP.title));
    assert.equal(phone().toCome.length, 5);
  });

  it('no secret', () => {
    const { version } = view;
    view.take({ type: 'secret', kind: 'code', value: '482913' });
    assert.equal(view.version, version);
    assert.ok(!JSON.stringify(view.state).includes('482913'));
  });

  it('a question without its picture, which has an address of its own', () => {
    const picture = Buffer.from('png');
    questions.add({ id: 'q', serial, picture, askedAtMs: 1, untilMs: 2 });
    const [question] = view.state.questions;
    assert.deepEqual(question, {
      id: 'q',
      serial,
      askedAtMs: 1,
      untilMs: 2,
      hasPicture: true,
    });
  });

  it('how a question was closed', () => {
    questions.add({ id: 'a', serial, askedAtMs: 1, untilMs: 2 });
    questions.add({ id: 'b', serial, askedAtMs: 1, untilMs: 2 });
    questions.answer('a', { kind: 'typed-on-phone' }, 'terminal');
    questions.withdraw('b', 'out-of-time');
    assert.deepEqual(view.state.closed, [
      { id: 'a', serial, how: 'typed-on-phone' },
      { id: 'b', serial, how: 'out-of-time' },
    ]);
  });

  it('no step any more once the run has ended', () => {
    view.take(STARTED);
    view.end({ outcome: 'failed', durationMs: 1 });
    assert.equal(phone().current, undefined);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp, steps } from './sign-up-under-test.ts';

const LATENCY_MS = 5_000;

/** Notes at which step, and awaiting what, a picture could have been taken; each takes this long. */
function watched({ context, clock }: ReturnType<typeof setUp>, takesMs = 0): Set<string> {
  const moments = new Set<string>();
  context.observer.waiting = async ({ name }, awaited) => {
    moments.add(`${name}: ${awaited}`);
    if (takesMs > 0) await clock.sleep(takesMs, context.signal);
  };
  return moments;
}

test('a wait for the server may be pictured', async () => {
  const sut = setUp({ latencyMs: LATENCY_MS });
  const moments = watched(sut);
  await sut.run();
  for (const step of ['phone-number', 'picture-code', 'cloud-agreement']) {
    assert.ok(
      [...moments].some((moment) => moment.startsWith(`${step}: `)),
      [...moments].join(),
    );
  }
});

test('a wait for the SMS may be pictured', async () => {
  const sut = setUp({ messages: [[{ code: '318204', afterMs: LATENCY_MS }]] });
  const moments = watched(sut);
  await sut.run();
  assert.ok(moments.has('sms-code: the SMS code'), [...moments].join());
});

test('a wait for a person at the phone is not', async () => {
  const sut = setUp({}, { MI_STEP_BUDGET_PICTURE_CODE: '70s' });
  Object.assign(sut.context, { pictureReader: undefined });
  const moments = watched(sut);
  await assert.rejects(sut.run());
  assert.ok(![...moments].some((moment) => moment.includes('a person')), [...moments].join());
});

test('a wait for a code that a person may be typing is not', async () => {
  const sut = setUp({ inboxClosed: true, messages: [] }, { MI_STEP_BUDGET_SMS_CODE: '70s' });
  const moments = watched(sut);
  await assert.rejects(sut.run());
  assert.ok(![...moments].some((moment) => moment.includes('a person')), [...moments].join());
});

test('pictures that take long do not change what a sign-up comes to', async () => {
  const sut = setUp({ latencyMs: LATENCY_MS });
  watched(sut, 2_500);
  await sut.run();
  assert.ok(steps(sut.events).every((step) => step.endsWith(' passed')));
});

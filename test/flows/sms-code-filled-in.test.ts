import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CodeRejectedError } from '../../flows/errors.ts';
import { CODE } from './fake-sms.ts';
import { setUp } from './sign-up-under-test.ts';

const WRONG = '111111';
const SCREEN_ONLY = { MI_SMS_SOURCES: 'screen' };

/** What was sent, in order, and who had put it into the field. */
function sent(log: readonly string[]): string[] {
  return log.filter((entry) => /^(code|filled in) /.test(entry));
}

for (const keys of [1, 3, 5]) {
  it(`the current app that fills the code in after ${keys} keys is not typed over`, async () => {
    const { run, phone } = setUp({ fillsInAfterKeys: keys, latencyMs: 1_000 });
    await run();
    assert.deepEqual(sent(phone.log), [`filled in ${CODE}`]);
    assert.equal(phone.log.filter((entry) => entry === 'submit sms').length, 1);
  });

  it(`a mixture of what was typed and filled in after ${keys} keys is refused, and entered anew`, async () => {
    const { run, phone } = setUp({
      fillsInAfterKeys: keys,
      mixes: true,
      takes: [CODE],
      latencyMs: 1_000,
    });
    await run();
    const mixture = `${CODE.slice(0, keys)}${CODE}`.slice(0, CODE.length);
    assert.deepEqual(sent(phone.log), [`filled in ${mixture}`, `code ${CODE}`]);
  });
}

it('a code that is refused after a mixture is not entered a third time', async () => {
  const { run, phone } = setUp(
    { fillsInAfterKeys: 3, mixes: true, takes: [], latencyMs: 1_000 },
    { MI_SMS_RESENDS: '0' },
  );
  await assert.rejects(run(), CodeRejectedError);
  assert.equal(sent(phone.log).length, 2);
});

it('a page that is drawn anew between two keys gets the whole code', async () => {
  const { run, phone } = setUp();
  const find = phone.driver.findElements.bind(phone.driver);
  let isRedrawn = false;
  Object.assign(phone.driver, {
    findElements: (strategy: string, selector: string) => {
      if (phone.log.at(-1) !== 'focus' || isRedrawn) return find(strategy, selector);
      isRedrawn = true;
      return Promise.resolve([]);
    },
  });
  await run();
  assert.ok(isRedrawn);
  assert.deepEqual(sent(phone.log), [`code ${CODE}`]);
});

for (const generation of ['current', 'classic'] as const) {
  it(`with the inbox closed, the ${generation} app may have the code from somebody else`, async () => {
    const byItself = generation === 'current';
    const { run, phone, events } = setUp({
      generation,
      inboxClosed: true,
      ...(byItself
        ? { fillsInAfterMs: 30_000 }
        : { personTypes: [{ afterMs: 30_000, digits: CODE }] }),
    });
    await run();
    assert.deepEqual(sent(phone.log), [`${byItself ? 'filled in' : 'code'} ${CODE}`]);
    const waits = events.flatMap((event) => (event.type === 'waiting' ? [event.what] : []));
    assert.ok(waits.includes('the phone to fill in the SMS code, or a person to type it'));
  });
}

it('a code that is typed digit by digit is sent when it is whole', async () => {
  const personTypes = [
    { afterMs: 1_000, digits: '06' },
    { afterMs: 3_000, digits: '0693' },
    { afterMs: 5_000, digits: CODE },
  ];
  const { run, phone } = setUp({ generation: 'classic', personTypes, messages: [] }, SCREEN_ONLY);
  await run();
  assert.deepEqual(sent(phone.log), [`code ${CODE}`]);
});

it('a code that the classic app filled in is a secret before it is sent', async () => {
  const { run, context, phone } = setUp(
    { generation: 'classic', prefilled: CODE, messages: [] },
    SCREEN_ONLY,
  );
  let before: string[] | undefined;
  context.progress = {
    emit: (event) => {
      if (event.type === 'secret' && event.value === CODE) before ??= sent(phone.log);
    },
  };
  await run();
  assert.deepEqual(before, []);
});

it('a refused code that the classic app leaves in its field is not sent again', async () => {
  const { run, phone } = setUp(
    {
      generation: 'classic',
      takes: [CODE],
      keepsRefused: true,
      messages: [[{ code: WRONG, afterMs: 0 }]],
    },
    { MI_SMS_RESENDS: '0' },
  );
  await assert.rejects(run(), CodeRejectedError);
  assert.deepEqual(sent(phone.log), [`code ${WRONG}`]);
});

it('a wrong code that somebody else entered is followed by the one from the SMS', async () => {
  const { run, phone } = setUp({
    generation: 'classic',
    takes: [CODE],
    prefilled: WRONG,
    messages: [[{ code: CODE, afterMs: 30_000 }]],
  });
  await run();
  assert.deepEqual(sent(phone.log), [`code ${WRONG}`, `code ${CODE}`]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServerTooSlowError } from '../../flows/errors.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { CODE } from './fake-sms.ts';
import { ledger, setUp, steps } from './sign-up-under-test.ts';

test('a sign-up walks the six steps and ends with the account', async () => {
  const { run, phone, events, pictures } = setUp();
  assert.deepEqual(await run(), {
    shown: '6230000535',
    listed: { name: '6230***535', type: 'com.xiaomi', userId: 0 },
  });
  assert.deepEqual(steps(events), [
    'settings passed',
    'phone-number passed',
    'sms-code passed',
    'picture-code passed',
    'cloud-agreement passed',
    'account passed',
  ]);
  assert.equal(new Set(pictures).size, 6);
  assert.ok(phone.log.includes('number 2015550123'));
  assert.ok(phone.log.includes('code 069382'));
});

test('the picture code may come before the SMS code', async () => {
  const { run, events } = setUp({ order: ['picture', 'sms', 'cloud'] });
  await run();
  assert.deepEqual(steps(events).slice(2, 4), ['picture-code passed', 'sms-code passed']);
});

test('no picture code at all is fine too', async () => {
  const { run, events } = setUp({ order: ['sms', 'cloud'] });
  await run();
  assert.equal(steps(events).length, 5);
});

test('a flow stops where a spec wants it to, and leaves that screen alone', async () => {
  const { signUp, phone } = setUp();
  await signUp.openSettings();
  await signUp.until(PictureCodePage);
  assert.ok(!phone.log.some((entry) => entry.startsWith('picture')));
});

test("a country code other than the number's is changed", async () => {
  const { run, phone } = setUp({}, { MI_PHONE_NUMBER: '+49 171 3920012' });
  await run();
  assert.ok(phone.log.includes('number 1713920012'));
});

test('a country whose row lies under the banner of a message is picked again', async () => {
  const { run, phone } = setUp({ countryCode: '+86', coveredTaps: 2 });
  await run();
  assert.ok(phone.log.includes('number 2015550123'));
});

test('nothing is submitted twice, however slow the server is', async () => {
  const { run, phone } = setUp({ latencyMs: 290_000 });
  await run();
  const submissions = phone.log.filter((entry) => entry.startsWith('submit'));
  assert.equal(new Set(submissions).size, submissions.length);
});

test("the server's time is told apart from the harness's", async () => {
  const { run, events } = setUp({ latencyMs: 120_000 });
  await run();
  const number = events.find(
    (event) => event.type === 'step-ended' && event.step === 'phone-number',
  );
  assert.ok(number?.type === 'step-ended');
  assert.ok(Math.abs(number.serverMs - 120_000) < 1_000, String(number.serverMs));
  assert.ok(number.harnessMs < 1_000, String(number.harnessMs));
  assert.equal(number.budgetMs, 300_000);
});

test('a refused picture is answered anew, with the new picture', async () => {
  const { run, phone } = setUp({ refusedPictures: 2 });
  await run();
  assert.deepEqual(
    phone.log.filter((entry) => entry.startsWith('picture')),
    ['picture picture1', 'picture picture2', 'picture picture3'],
  );
});

test('a phone that fills in the code by itself is followed, not typed over', async () => {
  const { run, phone } = setUp({ fillsInAfterMs: 5_000 });
  await run();
  assert.ok(!phone.log.some((entry) => entry.startsWith('code')));
});

test('a code is not typed when the phone fills it in just as its SMS is read', async () => {
  const { run, phone } = setUp({ fillsInAfterMs: 5_000, latencyMs: 5_000 });
  await run();
  assert.ok(!phone.log.some((entry) => entry.startsWith('code') || entry === 'focus'));
});

test('a code is not typed when the phone fills it in as its field is tapped', async () => {
  const { run, phone } = setUp({ fillsInWhenTapped: true, latencyMs: 1_000 });
  await run();
  assert.ok(!phone.log.some((entry) => entry.startsWith('code')));
  assert.equal(phone.log.filter((entry) => entry === 'submit sms').length, 1);
});

test('a code is not typed when the phone fills it in while the screen is pictured', async () => {
  const { run, phone, context, clock } = setUp({ fillsInAfterMs: 1_000 });
  context.observer.screenReady = (step) =>
    step.name === 'sms-code' ? clock.sleep(2_000, context.signal) : Promise.resolve();
  await run();
  assert.ok(!phone.log.some((entry) => entry.startsWith('code') || entry === 'focus'));
});

test('the intent is in the ledger before Next is tapped', async () => {
  const { signUp, phone } = setUp({ latencyMs: 400_000 }, { MI_STEP_BUDGET_SETTINGS: '10m' });
  await signUp.openSettings();
  await assert.rejects(signUp.until(SettingsHome), ServerTooSlowError);
  assert.equal(phone.log.at(-1), 'submit number');
  const entries = await ledger().entries();
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['intent', 'failed'],
  );
});

for (const order of [
  ['sms', 'picture', 'cloud'],
  ['picture', 'sms', 'cloud'],
] as const) {
  test(`each step of a sign-up is in the ledger, with the ${order[0]} first`, async () => {
    const { run } = setUp({ order });
    await run();
    const entries = await ledger().entries();
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      ['intent', 'code-requested', 'verified', 'created'],
    );
  });
}

test('on the classic page that asks for both, the code is taken with the picture', async () => {
  const { run } = setUp({ generation: 'classic', pictureOn: 'sms', order: ['sms', 'cloud'] });
  await run();
  const kinds = (await ledger().entries()).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['intent', 'code-requested', 'verified', 'created']);
});

test('the ledger has the account as Settings shows it', async () => {
  const { run } = setUp();
  await run();
  assert.equal((await ledger().attempts())[0]?.account, '6230000535');
});

test('a code that is asked for again is in the ledger again', async () => {
  const { run } = setUp({ messages: [[], [{ code: CODE, afterMs: 1_000 }]] });
  await run();
  const kinds = (await ledger().entries()).map(({ kind }) => kind);
  assert.equal(kinds.filter((kind) => kind === 'code-requested').length, 2);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LANGUAGES } from '../../config/languages.ts';
import {
  CodeRejectedError,
  NumberAlreadyRegisteredError,
  PhoneRefusedError,
  SecurityCheckNotPassedError,
} from '../../flows/errors.ts';
import { TABLES } from '../../pageobjects/strings/table.ts';
import { setUp, steps } from './sign-up-under-test.ts';

const ORDERS = {
  'after the SMS code': ['sms', 'picture', 'cloud'],
  'before the SMS code': ['picture', 'sms', 'cloud'],
  never: ['sms', 'cloud'],
} as const;

/** The steps of the how-to that a run of this order passes, in that order. */
function stepsOf(order: readonly string[]): string[] {
  const names: Record<string, string> = {
    sms: 'sms-code',
    picture: 'picture-code',
    cloud: 'cloud-agreement',
  };
  return ['settings', 'phone-number', ...order.map((screen) => names[screen]), 'account'].map(
    (name) => `${String(name)} passed`,
  );
}

for (const generation of ['current', 'classic'] as const) {
  it(`the ${generation} account app is told as such, once`, async () => {
    const { run, events } = setUp({ generation });
    await run();
    assert.deepEqual(
      events.flatMap((event) => (event.type === 'account-app' ? event.generation : [])),
      [generation],
    );
  });

  for (const language of LANGUAGES) {
    describe(`the ${generation} account app in ${language}`, () => {
      for (const [when, order] of Object.entries(ORDERS)) {
        it(`signs up, with a picture code ${when}`, async () => {
          const { run, phone, events } = setUp({ generation, language, order, countryCode: '+86' });
          assert.equal((await run()).shown, '6230000535');
          assert.deepEqual(steps(events), stepsOf(order));
          const submissions = phone.log.filter((entry) => /^(submit|number|code)/.test(entry));
          assert.equal(new Set(submissions).size, submissions.length, submissions.join());
          assert.ok(phone.log.includes('code 069382'));
          assert.ok(!phone.log.includes('license unticked'));
        });
      }

      it('gets a new answer for a picture that was refused', async () => {
        const { run, phone } = setUp({ generation, language, refusedPictures: 2 });
        await run();
        assert.deepEqual(
          phone.log.filter((entry) => entry.startsWith('picture')),
          ['picture picture1', 'picture picture2', 'picture picture3'],
        );
      });

      it('is left when the number has an account', async () => {
        const { run } = setUp({ generation, language, registered: true });
        await assert.rejects(run(), NumberAlreadyRegisteredError);
      });

      it('says that the SMS code is wrong', async () => {
        const [text = ''] = TABLES[language].wrongSmsCode;
        const { run } = setUp({
          generation,
          language,
          refuse: { screen: 'sms', text, as: 'inline' },
        });
        await assert.rejects(run(), CodeRejectedError);
      });
    });
  }

  it(`the ${generation} app's one-tap sign-in is passed over`, async () => {
    const { run, phone, events } = setUp({ generation, offersSim: true });
    await run();
    assert.ok(phone.log.includes('submit sim'));
    assert.equal(steps(events).length, 6);
  });

  it(`a security check of the ${generation} app waits for a person, and says so`, async () => {
    const { run, events } = setUp({ generation, checkPassedAfterMs: 60_000 });
    await run();
    const notes = events.flatMap((event) => (event.type === 'note' ? [event.text] : []));
    assert.match(notes.join('\n'), /pass it on the phone/);
    const waits = events.flatMap((event) => (event.type === 'waiting' ? [event.what] : []));
    assert.ok(waits.includes('a person to pass the security check on the phone'));
  });
}

it('a security check that nobody passes is said as that', async () => {
  const { run } = setUp({ checkPassedAfterMs: 60_000 }, { MI_STEP_BUDGET_PHONE_NUMBER: '30s' });
  await assert.rejects(run(), SecurityCheckNotPassedError);
});

it('what the app says once the security check is passed is heeded', async () => {
  const { run, clock } = setUp({
    checkPassedAfterMs: 10_000,
    refuse: { screen: 'check', text: 'Access denied', as: 'toast' },
  });
  const startMs = clock.now();
  await assert.rejects(run(), PhoneRefusedError);
  assert.ok(clock.now() - startMs < 20_000);
});

for (const pictureOn of ['number', 'sms'] as const) {
  it(`a classic page that asks for ${pictureOn} and picture at once is filled in whole`, async () => {
    const { run, phone, events } = setUp({
      generation: 'classic',
      order: ['sms', 'cloud'],
      pictureOn,
      countryCode: '+86',
    });
    await run();
    assert.ok(phone.log.includes('picture picture1'));
    assert.ok(phone.log.includes('code 069382'));
    assert.equal(phone.log.filter((entry) => entry === `submit ${pictureOn}`).length, 1);
    assert.ok(steps(events).includes('picture-code passed'));
  });
}

for (const refusesBy of ['inline', 'toast'] as const) {
  it(`a wrong code beside a picture is followed by the next one (${refusesBy})`, async () => {
    const { run, phone } = setUp({
      generation: 'classic',
      order: ['sms', 'cloud'],
      pictureOn: 'sms',
      takes: ['069382'],
      refusesBy,
      latencyMs: 300,
      messages: [
        [
          { code: '111111', afterMs: 0 },
          { code: '222222', afterMs: 5_000 },
          { code: '069382', afterMs: 10_000 },
        ],
      ],
    });
    await run();
    const sent = phone.log.filter((entry) => entry.startsWith('code '));
    assert.deepEqual(sent, ['code 111111', 'code 222222', 'code 069382']);
  });
}

it('a wrong code that somebody typed beside a picture is not sent again', async () => {
  const { run, phone } = setUp(
    {
      generation: 'classic',
      order: ['sms', 'cloud'],
      pictureOn: 'sms',
      takes: ['069382'],
      keepsRefused: true,
      personTypes: [{ afterMs: 5_000, digits: '111111' }],
      messages: [],
    },
    { MI_SMS_RESENDS: '0' },
  );
  await assert.rejects(run(), CodeRejectedError);
  assert.deepEqual(
    phone.log.filter((entry) => entry.startsWith('code ')),
    ['code 111111'],
  );
});

it('a code that the classic app filled in by itself is sent all the same', async () => {
  const { run, phone } = setUp({ generation: 'classic', prefilled: '069382' });
  await run();
  assert.equal(phone.log.filter((entry) => entry === 'code 069382').length, 1);
});

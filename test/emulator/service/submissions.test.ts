import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorCode, member, ServiceUnderTest } from './service-under-test.ts';

const PHONE = { callingCode: '+1', number: '(201) 555-0123' };
const OTHER = { callingCode: '+49', number: '0171 3920012' };
const E164 = '+12015550123';

describe('the count of submissions', () => {
  let test: ServiceUnderTest;

  beforeEach(async () => {
    test = new ServiceUnderTest({ pictureCode: 'never' });
    await test.start();
  });
  afterEach(() => test.stop());

  const fault = (text: object) => test.admin('POST', 'faults', text);
  const askCode = (phone: object = PHONE) => test.ask('POST', '/v1/sms-codes', phone);
  const counts = async (number = E164) =>
    member(await test.admin('GET', `submissions/${number}`), 'counts');
  const submissions = async (number = E164) =>
    member(await test.admin('GET', `submissions/${number}`), 'submissions') as {
      point: string;
      handled: boolean;
      answer: string;
      status: number | null;
      duplicate: boolean;
    }[];
  const lastOutcome = async () => {
    const { handled, answer, status } = (await submissions()).at(-1) ?? {};
    return { handled, answer, status };
  };

  it('is kept by number', async () => {
    await askCode(PHONE);
    await askCode(OTHER);
    assert.deepEqual(member(await test.admin('GET', 'submissions'), 'counts'), {
      [E164]: { 'sms-codes': 1 },
      '+491713920012': { 'sms-codes': 1 },
    });
  });

  it('has every step of a sign-up and its end', async () => {
    const code = await test.smsCode(PHONE);
    const ticket = member(
      await test.ask('POST', '/v1/verifications', { ...PHONE, code }),
      'ticket',
    );
    const signedIn = await test.ask('POST', '/v1/sign-in', { ticket, agreement: '1' });
    const token = String(member(signedIn, 'token'));
    const cloud = { agreement: '1', sync: true, findDevice: true };
    await test.ask('PUT', '/v1/account/cloud', cloud, { token });
    await test.ask('GET', '/v1/account', undefined, { token });
    await test.ask('DELETE', '/v1/session', undefined, { token });
    assert.deepEqual(await counts(), {
      'sms-codes': 1,
      verifications: 1,
      'sign-in': 1,
      cloud: 1,
      session: 1,
    });
  });

  it('has a ticket that is sent twice', async () => {
    const code = await test.smsCode(PHONE);
    const ticket = member(
      await test.ask('POST', '/v1/verifications', { ...PHONE, code }),
      'ticket',
    );
    for (const agreement of ['1', '2'])
      await test.ask('POST', '/v1/sign-in', { ticket, agreement });
    assert.equal((await submissions()).filter(({ point }) => point === 'sign-in').length, 2);
  });

  it('has what was refused', async () => {
    await askCode();
    await askCode();
    assert.deepEqual(await lastOutcome(), { handled: true, answer: 'sent', status: 429 });
  });

  it('has what a fault reset', async () => {
    await fault({ at: 'sms-codes', kind: 'reset' });
    await assert.rejects(askCode());
    assert.deepEqual(await lastOutcome(), { handled: false, answer: 'none', status: null });
  });

  it('has what was acted upon without an answer', async () => {
    await fault({ at: 'sms-codes', kind: 'lost' });
    await assert.rejects(askCode());
    assert.deepEqual(await lastOutcome(), { handled: true, answer: 'none', status: null });
  });

  it('has what was answered by half', async () => {
    await fault({ at: 'sms-codes', kind: 'half' });
    await assert.rejects(askCode());
    assert.deepEqual(await lastOutcome(), { handled: true, answer: 'none', status: null });
  });

  it('has what was answered in place of the service', async () => {
    await fault({ at: 'sms-codes', kind: 'html', status: 502 });
    await askCode();
    assert.deepEqual(await lastOutcome(), { handled: false, answer: 'sent', status: 502 });
  });

  it('has what is still waiting for its answer', async () => {
    await fault({ at: 'sms-codes', kind: 'hang' });
    const caller = new AbortController();
    const answer = test.ask('POST', '/v1/sms-codes', PHONE, { signal: caller.signal });
    const outcome = answer.catch(() => 'given up');
    let waiting: string | undefined;
    while (waiting === undefined) waiting = (await submissions())[0]?.answer;
    caller.abort();
    await outcome;
    assert.equal(waiting, 'waiting');
  });

  it('has what a caller hung up on', async () => {
    await fault({ at: 'sms-codes', kind: 'hang' });
    const caller = new AbortController();
    const answer = test.ask('POST', '/v1/sms-codes', PHONE, { signal: caller.signal });
    const outcome = answer.catch(() => 'given up');
    while ((await submissions()).length === 0);
    caller.abort();
    await outcome;
    while ((await lastOutcome()).answer === 'waiting');
    assert.deepEqual(await lastOutcome(), { handled: false, answer: 'none', status: null });
  });

  it('has pictures, whose number shows when they are used', async () => {
    await test.admin('PUT', 'picture-code', { order: 'before' });
    const pictureId = String(member(await test.ask('POST', '/v1/pictures', {}), 'id'));
    await test.ask('POST', `/v1/pictures/${pictureId}/answers`, { text: '?' });
    await askCode({ ...PHONE, pictureId });
    assert.deepEqual(await counts(), { 'picture-answers': 1, 'sms-codes': 1 });
  });

  it('has pictures that say their number', async () => {
    const pictureId = String(member(await test.ask('POST', '/v1/pictures', PHONE), 'id'));
    await test.ask('POST', `/v1/pictures/${pictureId}/answers`, { text: '?' });
    assert.deepEqual(await counts(), { pictures: 1, 'picture-answers': 1 });
  });

  it('has passwords under the number of the account', async () => {
    const login = String(member(await test.admin('POST', 'accounts', { phone: E164 }), 'id'));
    await test.ask('POST', '/v1/password-sign-in', { login, password: 'guess' });
    assert.deepEqual(await counts(), { 'password-sign-in': 1 });
  });

  describe('knows as duplicates', () => {
    const duplicates = async () => member(await test.admin('GET', 'submissions'), 'duplicates');
    const once = { 'sms-codes': 1 };

    it('no number that may have another code', async () => {
      await askCode();
      test.clock.advance(60_000);
      await askCode();
      assert.deepEqual(await duplicates(), {});
    });

    it('a number whose code was sent just now', async () => {
      await askCode();
      test.clock.advance(59_999);
      await askCode();
      assert.deepEqual(await duplicates(), { [E164]: once });
    });

    for (const kind of ['lost', 'half', 'reset']) {
      it(`a number whose request had no answer: ${kind}`, async () => {
        await fault({ at: 'sms-codes', kind, times: 1 });
        await assert.rejects(askCode());
        test.clock.advance(60_000);
        await askCode();
        assert.deepEqual(await duplicates(), { [E164]: once });
      });
    }

    it('a number that was answered by somebody else', async () => {
      await fault({ at: 'sms-codes', kind: 'html', status: 502, times: 1 });
      await askCode();
      await askCode();
      assert.deepEqual(await duplicates(), { [E164]: once });
    });

    it('no number that the service had refused', async () => {
      await fault({ at: 'sms-codes', kind: 'error', code: 'TOO_FREQUENT', times: 1 });
      await askCode();
      await askCode();
      assert.deepEqual(await duplicates(), {});
    });

    it('a code, whatever became of it', async () => {
      await fault({ at: 'verifications', kind: 'status', status: 500, times: 1 });
      for (let times = 0; times < 3; times += 1) {
        await test.ask('POST', '/v1/verifications', { ...PHONE, code: '1' });
      }
      await test.ask('POST', '/v1/verifications', { ...PHONE, code: '2' });
      assert.deepEqual(await duplicates(), { [E164]: { verifications: 2 } });
    });

    it('an answer to a picture, and no answer to another picture', async () => {
      for (const id of ['P1', 'P1', 'P2']) {
        await test.ask('POST', `/v1/pictures/${id}/answers`, { text: 'A' });
      }
      assert.deepEqual(await duplicates(), { unknown: { 'picture-answers': 1 } });
    });

    it('which submissions they are', async () => {
      await askCode();
      await askCode();
      assert.deepEqual(
        (await submissions()).map(({ duplicate }) => duplicate),
        [false, true],
      );
    });
  });

  it('has what names no number', async () => {
    await test.ask('POST', '/v1/sign-in', { ticket: 'T1' });
    assert.deepEqual(await counts('unknown'), { 'sign-in': 1 });
  });

  it('begins anew when told to', async () => {
    await askCode();
    await test.admin('DELETE', 'submissions');
    assert.deepEqual(await counts(), {});
  });

  it('is asked for by a number in E.164', async () => {
    assert.equal(errorCode(await test.admin('GET', 'submissions/2015550123')), 'BAD_REQUEST');
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { parseAccountSeed } from '../../../emulator/service/account-seed.ts';
import { errorCode, member, ServiceUnderTest } from './service-under-test.ts';

const PHONE = { callingCode: '+1', number: '2015550123' };
const E164 = '+12015550123';
const PASSWORD = 'secret';
const AGREEMENT = '1';

describe('accounts made beforehand', () => {
  let test: ServiceUnderTest;

  beforeEach(async () => {
    test = new ServiceUnderTest({ pictureCode: 'never' });
    await test.start();
  });
  afterEach(() => test.stop());

  const seed = async (account: object = {}) =>
    (await test.admin('POST', 'accounts', { phone: E164, password: PASSWORD, ...account }))
      .body as { id: string };
  const signIn = (login: string, password = PASSWORD) =>
    test.ask('POST', '/v1/password-sign-in', { login, password });
  const verify = async () =>
    test.ask('POST', '/v1/verifications', { ...PHONE, code: await test.smsCode(PHONE) });
  const tokenOf = async (account: object = {}) => {
    const { id } = await seed(account);
    return String(member(await signIn(id), 'token'));
  };

  for (const login of [
    E164,
    '2015550123',
    '(201) 555-0123',
    'ann@example.org',
    'Ann@Example.org',
  ]) {
    it(`open with the password and the login '${login}'`, async () => {
      const { id } = await seed({ email: 'ann@example.org' });
      assert.equal((member(await signIn(login), 'account') as { id: string }).id, id);
    });
  }

  it('open with their id', async () => {
    const { id } = await seed();
    assert.equal((await signIn(id)).status, 200);
  });

  it('open with a number as it is dialled at home', async () => {
    await seed({ phone: '+491713920012' });
    assert.equal((await signIn('0171 3920012')).status, 200);
  });

  it('do not open with another password', async () => {
    await seed();
    assert.equal(errorCode(await signIn(E164, 'guess')), 'PASSWORD_WRONG');
  });

  it('do not open with a password where they have none', async () => {
    await test.admin('POST', 'accounts', { phone: E164 });
    assert.equal(errorCode(await signIn(E164, '')), 'PASSWORD_WRONG');
  });

  it('are told of when the number is verified', async () => {
    const { id } = await seed({ nickname: 'Ann' });
    assert.deepEqual(member(await verify(), 'existing'), { id, nickname: 'Ann' });
  });

  it('open by SMS code', async () => {
    const { id: accountId } = await seed();
    const ticket = member(await verify(), 'ticket');
    const answer = await test.ask('POST', '/v1/sign-in', {
      ticket,
      agreement: AGREEMENT,
      accountId,
    });
    assert.equal(member(answer, 'created'), false);
  });

  it('do not open by SMS code where they demand the password', async () => {
    const { id: accountId } = await seed({ demandsPassword: true });
    const ticket = member(await verify(), 'ticket');
    const answer = await test.ask('POST', '/v1/sign-in', {
      ticket,
      agreement: AGREEMENT,
      accountId,
    });
    assert.equal(errorCode(answer), 'PASSWORD_REQUIRED');
  });

  it('leave room for another one on the number', async () => {
    await seed({ demandsPassword: true });
    const ticket = member(await verify(), 'ticket');
    const answer = await test.ask('POST', '/v1/sign-in', { ticket, agreement: AGREEMENT });
    assert.equal(member(answer, 'created'), true);
  });

  it('say whether they have a password', async () => {
    const token = await tokenOf();
    const answer = await test.ask('GET', '/v1/account', undefined, { token });
    assert.equal(member(answer, 'hasPassword'), true);
  });

  it('take their password in a check', async () => {
    const token = await tokenOf();
    const body = { password: PASSWORD };
    const answer = await test.ask('POST', '/v1/account/password-checks', body, { token });
    assert.equal(answer.status, 204);
  });

  it('take no other password in a check', async () => {
    const token = await tokenOf();
    const body = { password: 'guess' };
    const answer = await test.ask('POST', '/v1/account/password-checks', body, { token });
    assert.equal(errorCode(answer), 'PASSWORD_WRONG');
  });

  it('are open on two phones, and stay so on one when the other signs out', async () => {
    const [first, second] = [await tokenOf(), String(member(await signIn(E164), 'token'))];
    await test.ask('DELETE', '/v1/session', undefined, { token: first });
    const answers = [first, second].map((token) =>
      test.ask('GET', '/v1/account', undefined, { token }),
    );
    assert.deepEqual(
      (await Promise.all(answers)).map(({ status }) => status),
      [401, 200],
    );
  });

  it('are listed without their password', async () => {
    await tokenOf({ nickname: 'Ann' });
    const { accounts } = (await test.admin('GET', 'accounts')).body as { accounts: object[] };
    const [{ id: _, ...account } = { id: '' }] = accounts as { id: string }[];
    assert.deepEqual(account, {
      nickname: 'Ann',
      phone: E164,
      email: null,
      hasPassword: true,
      demandsPassword: false,
      sessions: 1,
      agreement: null,
      cloud: null,
      items: { contacts: 0, notes: 0 },
    });
  });

  const bad: [complaint: RegExp, account: object][] = [
    [/E\.164/, { phone: '2015550123' }],
    [/nick: not known/, { phone: E164, nick: 'Ann' }],
    [/password: empty/, { phone: E164, password: '' }],
    [/give the account a password/, { phone: E164, demandsPassword: true }],
    [/demandsPassword: not a boolean/, { phone: E164, password: 'a', demandsPassword: 1 }],
  ];
  for (const [complaint, account] of bad) {
    it(`are not made of ${JSON.stringify(account)}`, async () => {
      const answer = await test.admin('POST', 'accounts', account);
      assert.match((answer.body as { error: { message: string } }).error.message, complaint);
    });
  }
});

describe('signing in by the SIM card', () => {
  let test: ServiceUnderTest;

  beforeEach(async () => {
    test = new ServiceUnderTest({
      pictureCode: 'never',
      accounts: [{ phone: '+491713920012', nickname: 'Ann' }],
    });
    await test.start();
  });
  afterEach(() => test.stop());

  const HERS = { callingCode: '+49', number: '0171 3920012' };
  const signIn = (request: object) =>
    test.ask('POST', '/v1/sim-sign-in', { ...HERS, agreement: AGREEMENT, ...request });

  it('finds the accounts of the number', async () => {
    const answer = await test.ask('POST', '/v1/sim-accounts', HERS);
    const [account] = member(answer, 'accounts') as { nickname: string }[];
    assert.equal(account?.nickname, 'Ann');
  });

  it('finds none where there is none', async () => {
    const answer = await test.ask('POST', '/v1/sim-accounts', PHONE);
    assert.deepEqual(member(answer, 'accounts'), []);
  });

  it('opens an account without any code', async () => {
    const accountId = test.service.accounts.list()[0]?.id;
    await signIn({ accountId });
    assert.equal(test.sent.length, 0);
  });

  it('makes an account', async () => {
    assert.equal(member(await signIn(PHONE), 'created'), true);
  });

  it('wants the agreement accepted', async () => {
    assert.equal(errorCode(await signIn({ agreement: '' })), 'AGREEMENT_REQUIRED');
  });

  it('wants a picture read where the service asks for pictures', async () => {
    await test.admin('PUT', 'picture-code', { order: 'before' });
    assert.equal(errorCode(await signIn({})), 'PICTURE_REQUIRED');
  });
});

describe('parseAccountSeed', () => {
  it('reads a number', () => {
    assert.deepEqual(parseAccountSeed(E164), { phone: E164 });
  });

  it('takes whatever is behind the first colon for the password', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (password) => {
        assert.deepEqual(parseAccountSeed(`${E164}:${password}`), { phone: E164, password });
      }),
    );
  });

  it('throws nothing but a RangeError', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseAccountSeed(text);
        } catch (error) {
          assert.ok(error instanceof RangeError);
        }
      }),
    );
  });

  it('refuses an empty password', () => {
    assert.throws(() => parseAccountSeed(`${E164}:`), /leave the colon out/);
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorCode, member, ServiceUnderTest } from './service-under-test.ts';

const PASSWORD = 'secret';

describe('the data of accounts', () => {
  let test: ServiceUnderTest;
  let token: string;

  beforeEach(async () => {
    test = new ServiceUnderTest();
    await test.start();
    token = await signedInAs('+12015550123');
  });
  afterEach(() => test.stop());

  const signedInAs = async (phone: string) => {
    await test.admin('POST', 'accounts', { phone, password: PASSWORD });
    const request = { login: phone, password: PASSWORD };
    return String(member(await test.ask('POST', '/v1/password-sign-in', request), 'token'));
  };
  const pull = (query = '', as = token) =>
    test.ask('GET', `/v1/sync/notes${query}`, undefined, { token: as });
  const push = (id: string, value: unknown) =>
    test.ask('PUT', `/v1/sync/notes/${id}`, { value }, { token });

  it('is empty at first', async () => {
    assert.deepEqual((await pull()).body, { version: 0, items: [] });
  });

  it('is what was written', async () => {
    await push('a', { text: 'one' });
    await push('b', { text: 'two' });
    await push('a', { text: 'one, changed' });
    assert.deepEqual((await pull()).body, {
      version: 3,
      items: [
        { id: 'a', version: 3, value: { text: 'one, changed' } },
        { id: 'b', version: 2, value: { text: 'two' } },
      ],
    });
  });

  it('can be asked for from a version on', async () => {
    const { body } = await push('a', { text: 'one' });
    await push('b', { text: 'two' });
    const { version } = body as { version: number };
    assert.deepEqual((await pull(`?since=${version}`)).body, {
      version: 2,
      items: [{ id: 'b', version: 2, value: { text: 'two' } }],
    });
  });

  it('is not another account’s', async () => {
    await push('a', { text: 'one' });
    const other = await signedInAs('+12015550124');
    assert.deepEqual((await pull('', other)).body, { version: 0, items: [] });
  });

  it('is counted for whoever administers the service', async () => {
    await push('a', { text: 'one' });
    const { accounts } = (await test.admin('GET', 'accounts')).body as {
      accounts: { items: unknown }[];
    };
    assert.deepEqual(accounts[0]?.items, { contacts: 0, notes: 1 });
  });

  it('is for who is signed in', async () => {
    assert.equal(errorCode(await pull('', 'nobody')), 'NOT_SIGNED_IN');
  });

  it('is of the kinds there are', async () => {
    const answer = await test.ask('GET', '/v1/sync/photos', undefined, { token });
    assert.equal(errorCode(answer), 'NOT_FOUND');
  });

  for (const [name, value] of [
    ['missing value', undefined],
    ['null', null],
    ['text', 'text'],
    ['list', ['item']],
  ] as const) {
    it(`is no ${name}`, async () => {
      assert.equal(errorCode(await push('a', value)), 'BAD_REQUEST');
    });
  }

  for (const since of ['-1', '1.5', 'all']) {
    it(`has no version ${since}`, async () => {
      assert.equal(errorCode(await pull(`?since=${since}`)), 'BAD_REQUEST');
    });
  }
});

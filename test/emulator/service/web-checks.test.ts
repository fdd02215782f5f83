import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorCode, member, ServiceUnderTest } from './service-under-test.ts';

const PHONE = { callingCode: '+1', number: '2015550123' };
const LONG_ENOUGH = { heldMs: 1500 };
const FIVE_MINUTES_MS = 5 * 60_000;

describe('web checks', () => {
  let test: ServiceUnderTest;

  beforeEach(async () => {
    test = new ServiceUnderTest({
      webCheck: true,
      pictureCode: 'never',
      random: () => 0,
    });
    await test.start();
  });
  afterEach(() => test.stop());

  const create = async () => String(member(await test.ask('POST', '/v1/web-checks'), 'id'));
  const answer = (id: string, body: object = LONG_ENOUGH) =>
    test.ask('POST', `/v1/web-checks/${id}/answers`, body);
  const askCode = (request: object = {}) =>
    test.ask('POST', '/v1/sms-codes', { ...PHONE, ...request });

  it('come before the code', async () => {
    assert.equal(errorCode(await askCode()), 'WEB_CHECK_REQUIRED');
  });

  it('let a code through once passed', async () => {
    const webCheckId = await create();
    await answer(webCheckId);
    assert.equal((await askCode({ webCheckId })).status, 200);
  });

  it('let no code through while only created', async () => {
    assert.equal(errorCode(await askCode({ webCheckId: await create() })), 'WEB_CHECK_REQUIRED');
  });

  it('want the button held', async () => {
    assert.equal(errorCode(await answer(await create(), { heldMs: 1499 })), 'WEB_CHECK_WRONG');
  });

  it('may be tried again', async () => {
    const id = await create();
    await answer(id, { heldMs: 10 });
    assert.equal((await answer(id)).status, 204);
  });

  it('serve one code', async () => {
    const webCheckId = await create();
    await answer(webCheckId);
    await askCode({ webCheckId });
    test.clock.advance(60_000);
    assert.equal(errorCode(await askCode({ webCheckId })), 'WEB_CHECK_EXPIRED');
  });

  it('are still good when the service asks for a picture as well', async () => {
    await test.admin('PUT', 'picture-code', { order: 'before' });
    const webCheckId = await create();
    await answer(webCheckId);
    const codes = [await askCode({ webCheckId }), await askCode({ webCheckId })].map(errorCode);
    assert.deepEqual(codes, ['PICTURE_REQUIRED', 'PICTURE_REQUIRED']);
  });

  it('make way for a picture where the app has no page for them', async () => {
    assert.equal(errorCode(await askCode({ webChecks: false })), 'PICTURE_REQUIRED');
  });

  it('are not asked for where a picture was read in their place', async () => {
    const pictureId = String(member(await test.ask('POST', '/v1/pictures'), 'id'));
    await test.ask('POST', `/v1/pictures/${pictureId}/answers`, { text: 'AAAAA' });
    assert.equal((await askCode({ webChecks: false, pictureId })).status, 200);
  });

  it('end after five minutes', async () => {
    const id = await create();
    test.clock.advance(FIVE_MINUTES_MS);
    assert.equal(errorCode(await answer(id)), 'WEB_CHECK_EXPIRED');
  });

  it('have a page', async () => {
    const { page } = (await test.ask('POST', '/v1/web-checks')).body as { page: string };
    assert.match(String((await test.ask('GET', page)).body), /<title>Security check<\/title>/);
  });

  it('have no page where there is no check', async () => {
    assert.equal(errorCode(await test.ask('GET', '/v1/web-checks/W1')), 'WEB_CHECK_EXPIRED');
  });

  it('can be switched off', async () => {
    await test.admin('PUT', 'web-check', { on: false });
    assert.equal((await askCode()).status, 200);
  });
});

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { PictureOrder } from '../../../emulator/service/settings.ts';
import { errorCode, member, ServiceUnderTest } from './service-under-test.ts';

const PHONE = { callingCode: '+1', number: '2015550123' };
const MINUTE_MS = 60_000;
/** With this every letter of a picture is the alphabet's first. */
const LETTER = 'A';

/** Draws 0 for pictures' letters and something new for everything else. */
function riggedRandom(): { random: () => number; rig(on: boolean): void } {
  let isRigged = false;
  return {
    random: () => (isRigged ? 0 : Math.random()),
    rig: (on) => (isRigged = on),
  };
}

describe('signing in', () => {
  let test: ServiceUnderTest;
  const rigged = riggedRandom();

  const start = async (pictureCode?: PictureOrder) => {
    test = new ServiceUnderTest({
      random: rigged.random,
      ...(pictureCode === undefined ? {} : { pictureCode }),
    });
    await test.start();
  };
  afterEach(() => test.stop());

  const ticket = async () => {
    const code = await test.smsCode(PHONE);
    return member(await test.ask('POST', '/v1/verifications', { ...PHONE, code }), 'ticket');
  };
  const picture = async () => {
    rigged.rig(true);
    const answer = await test.ask('POST', '/v1/pictures', {});
    rigged.rig(false);
    return String(member(answer, 'id'));
  };
  const answer = (id: string, text: string) =>
    test.ask('POST', `/v1/pictures/${id}/answers`, { text });
  const answeredPicture = async () => {
    const id = await picture();
    await answer(id, LETTER.repeat(5));
    return id;
  };
  const signIn = (request: object) =>
    test.ask('POST', '/v1/sign-in', { agreement: '1', ...request });

  it('makes an account with an id of ten digits', async () => {
    await start('never');
    const { account } = (await signIn({ ticket: await ticket() })).body as {
      account: { id: string };
    };
    assert.match(account.id, /^6\d{9}$/);
  });

  it('remembers the account', async () => {
    await start('never');
    await signIn({ ticket: await ticket() });
    assert.deepEqual(
      test.service.accounts.list().map(({ phone, agreement }) => ({ phone, agreement })),
      [{ phone: '+12015550123', agreement: '1' }],
    );
  });

  it('asks for a picture after the code by default', async () => {
    await start();
    assert.equal(errorCode(await signIn({ ticket: await ticket() })), 'PICTURE_REQUIRED');
  });

  it('takes an answered picture after the code', async () => {
    await start();
    const pictureId = await answeredPicture();
    assert.equal((await signIn({ ticket: await ticket(), pictureId })).status, 200);
  });

  it('does not take a picture that nobody answered', async () => {
    await start();
    const pictureId = await picture();
    assert.equal(
      errorCode(await signIn({ ticket: await ticket(), pictureId })),
      'PICTURE_REQUIRED',
    );
  });

  it('asks for a picture before the code when set so', async () => {
    await start('before');
    assert.equal(errorCode(await test.ask('POST', '/v1/sms-codes', PHONE)), 'PICTURE_REQUIRED');
  });

  it('sends the code for an answered picture', async () => {
    await start('before');
    const pictureId = await answeredPicture();
    assert.match(await test.smsCode({ ...PHONE, pictureId }), /^\d{6}$/);
  });

  it('takes a picture once only', async () => {
    await start('before');
    const pictureId = await answeredPicture();
    await test.smsCode({ ...PHONE, pictureId });
    test.clock.advance(MINUTE_MS);
    const again = await test.ask('POST', '/v1/sms-codes', { ...PHONE, pictureId });
    assert.equal(errorCode(again), 'PICTURE_EXPIRED');
  });

  it('reads answers in lower case too', async () => {
    await start();
    assert.equal((await answer(await picture(), ' aaaaa ')).status, 204);
  });

  it('refuses a wrong answer', async () => {
    await start();
    assert.equal(errorCode(await answer(await picture(), 'WRONG')), 'PICTURE_WRONG');
  });

  it('drops a picture after a wrong answer', async () => {
    await start();
    const id = await picture();
    await answer(id, 'WRONG');
    assert.equal(errorCode(await answer(id, LETTER.repeat(5))), 'PICTURE_EXPIRED');
  });

  it('drops a picture after five minutes', async () => {
    await start();
    const id = await picture();
    test.clock.advance(5 * MINUTE_MS);
    assert.equal(errorCode(await answer(id, LETTER.repeat(5))), 'PICTURE_EXPIRED');
  });

  it('drops a ticket after ten minutes', async () => {
    await start('never');
    const old = await ticket();
    test.clock.advance(10 * MINUTE_MS);
    assert.equal(errorCode(await signIn({ ticket: old })), 'TICKET_EXPIRED');
  });

  it('takes a ticket once only', async () => {
    await start('never');
    const used = await ticket();
    await signIn({ ticket: used });
    assert.equal(errorCode(await signIn({ ticket: used })), 'TICKET_EXPIRED');
  });

  it('wants the user agreement accepted', async () => {
    await start('never');
    const refused = await signIn({ ticket: await ticket(), agreement: '' });
    assert.equal(errorCode(refused), 'AGREEMENT_REQUIRED');
  });

  it('tells of the account that a number has', async () => {
    await start('never');
    const first = await signIn({ ticket: await ticket() });
    test.clock.advance(MINUTE_MS);
    const code = await test.smsCode(PHONE);
    const second = await test.ask('POST', '/v1/verifications', { ...PHONE, code });
    const { id } = member(first, 'account') as { id: string };
    assert.deepEqual(member(second, 'existing'), { id, nickname: id });
  });

  it('signs in to the account that a number has', async () => {
    await start('never');
    const first = await signIn({ ticket: await ticket() });
    const { id } = member(first, 'account') as { id: string };
    test.clock.advance(MINUTE_MS);
    const second = await signIn({ ticket: await ticket(), accountId: id });
    assert.equal(member(second, 'created'), false);
  });

  it("does not sign in to another number's account", async () => {
    await start('never');
    const refused = await signIn({ ticket: await ticket(), accountId: '6000000000' });
    assert.equal(errorCode(refused), 'ACCESS_DENIED');
  });

  it('makes three accounts on a number, not four', async () => {
    await start('never');
    const answers = [];
    for (let count = 0; count < 4; count++) {
      answers.push(errorCode(await signIn({ ticket: await ticket() })));
      test.clock.advance(MINUTE_MS);
    }
    assert.deepEqual(answers, [undefined, undefined, undefined, 'REGISTER_RESTRICTED']);
  });

  it('stores the consent to Xiaomi Cloud', async () => {
    await start('never');
    const token = String(member(await signIn({ ticket: await ticket() }), 'token'));
    const choice = { agreement: '2', sync: true, findDevice: false };
    await test.ask('PUT', '/v1/account/cloud', choice, { token });
    assert.deepEqual(test.service.accounts.list()[0]?.cloud, choice);
  });

  it('ends the session at sign-out', async () => {
    await start('never');
    const token = String(member(await signIn({ ticket: await ticket() }), 'token'));
    await test.ask('DELETE', '/v1/session', undefined, { token });
    const again = await test.ask('DELETE', '/v1/session', undefined, { token });
    assert.equal(errorCode(again), 'NOT_SIGNED_IN');
  });
});

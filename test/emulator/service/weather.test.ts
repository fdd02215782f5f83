import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ERROR_STATUS } from '../../../emulator/service/errors.ts';
import { errorCode, member, ServiceUnderTest, type Answer } from './service-under-test.ts';

describe('latency and faults', () => {
  let test: ServiceUnderTest;

  beforeEach(async () => {
    test = new ServiceUnderTest();
    await test.start();
  });
  afterEach(() => test.stop());

  const request = (signal?: AbortSignal) =>
    test.ask('POST', '/v1/pictures', undefined, signal ? { signal } : {});
  const fault = (spec: object) => test.admin('POST', 'faults', spec);

  /** How a request that gets no answer ends. */
  const failure = async (request: Promise<unknown>): Promise<string> => {
    try {
      await request;
      return 'answered';
    } catch (error) {
      return String((error as { cause?: { code?: string } }).cause?.code ?? error);
    }
  };

  /** Resolves when a request waits for the clock. */
  const waiting = async (): Promise<void> => {
    const { clock } = test;
    await new Promise<void>((resolve) => {
      const after = clock.after.bind(clock);
      clock.after = (delayMs, task) => {
        const cancel = after(delayMs, task);
        resolve();
        return cancel;
      };
    });
  };

  it('answers when the latency has gone by, not before', async () => {
    await test.admin('PUT', 'latency', { latency: '1s' });
    let isAnswered = false;
    const isWaiting = waiting();
    const answer = request().finally(() => (isAnswered = true));
    await isWaiting;
    test.clock.advance(999);
    await new Promise((resolve) => setImmediate(resolve));
    const wasAnsweredEarly = isAnswered;
    test.clock.advance(1);
    assert.deepEqual([wasAnsweredEarly, (await answer).status], [false, 201]);
  });

  /** Asks, and lets the latency of five minutes go by. */
  const slowly = async (ask: () => Promise<Answer>): Promise<Answer> => {
    const isWaiting = waiting();
    const answer = ask();
    await isWaiting;
    test.clock.advance(5 * 60_000);
    return answer;
  };

  it('does not make a code, a picture or a ticket older', async () => {
    const phone = { callingCode: '+1', number: '201 555-0123' };
    const code = await test.smsCode(phone);
    await test.admin('PUT', 'latency', { latency: '5m' });
    const verified = await slowly(() => test.ask('POST', '/v1/verifications', { ...phone, code }));
    const picture = await slowly(() => request());
    const wrong = { text: '?' };
    const id = String(member(picture, 'id'));
    await test.admin('PUT', 'latency', { latency: 'picture-answers=0' });
    const answered = await test.ask('POST', `/v1/pictures/${id}/answers`, wrong);
    const ticket = member(verified, 'ticket');
    const signedIn = await slowly(() =>
      test.ask('POST', '/v1/sign-in', { ticket, agreement: '1', pictureId: 'P1' }),
    );
    assert.deepEqual(
      [verified.status, errorCode(answered), errorCode(signedIn)],
      [200, 'PICTURE_WRONG', 'PICTURE_EXPIRED'],
    );
  });

  it('refuses a latency it cannot read', async () => {
    const answer = await test.admin('PUT', 'latency', { latency: 'soon' });
    assert.equal(errorCode(answer), 'BAD_REQUEST');
  });

  it('answers with the HTTP status of a fault', async () => {
    await fault({ at: 'pictures', kind: 'status', status: 503 });
    assert.equal((await request()).status, 503);
  });

  it('answers with a web page', async () => {
    await fault({ at: 'pictures', kind: 'html' });
    assert.match(String((await request()).body), /<html>/);
  });

  it('answers with the web page of a proxy', async () => {
    await fault({ at: 'pictures', kind: 'html', status: 502 });
    const { status, body } = await request();
    assert.match(`${status} ${String(body)}`, /^502 .*<html>/);
  });

  it('answers with JSON of another shape', async () => {
    await fault({ at: 'pictures', kind: 'wrong-json' });
    assert.deepEqual(await request(), { status: 200, body: { result: 'ok', data: [] } });
  });

  it('answers with something that only calls itself JSON', async () => {
    await fault({ at: 'pictures', kind: 'not-json' });
    assert.match(await failure(request()), /SyntaxError/);
  });

  it('breaks off in the middle of an answer', async () => {
    await fault({ at: 'pictures', kind: 'half' });
    assert.equal(await failure(request()), 'UND_ERR_SOCKET');
  });

  it('sends the first half of an answer and the length of the whole', async () => {
    await fault({ at: 'pictures', kind: 'half' });
    const { head, body } = await test.rawAnswer('POST', '/v1/pictures');
    const promised = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    assert.equal(body.length, Math.ceil(promised / 2));
  });

  it('resets the connection once it has acted', async () => {
    await test.admin('PUT', 'picture-code', { order: 'never' });
    await fault({ at: 'sms-codes', kind: 'lost' });
    const phone = { callingCode: '+1', number: '2015550123' };
    const outcome = await failure(test.ask('POST', '/v1/sms-codes', phone));
    test.clock.advance(0);
    assert.deepEqual([outcome, test.sent.length], ['ECONNRESET', 1]);
  });

  for (const [code, status] of Object.entries(ERROR_STATUS)) {
    it(`answers with ${code} when told to`, async () => {
      await fault({ at: 'pictures', kind: 'error', code });
      const answer = await request();
      assert.deepEqual([answer.status, errorCode(answer)], [status, code]);
    });
  }

  it('waits at the one address that it is told to wait at', async () => {
    await test.admin('PUT', 'latency', { latency: 'sign-in=4m' });
    assert.equal((await request()).status, 201);
  });

  it('lists and clears latencies', async () => {
    await test.admin('PUT', 'latency', { latency: 'sign-in=4m' });
    const before = member(await test.admin('GET', 'settings'), 'latency');
    await test.admin('DELETE', 'latency');
    const after = member(await test.admin('GET', 'settings'), 'latency');
    const rule = { at: 'sign-in', latency: { kind: 'fixed', ms: 240_000 } };
    assert.deepEqual([before, after], [[rule], []]);
  });

  it('changes how hard a picture is to read', async () => {
    await test.admin('PUT', 'picture-code', { difficulty: 'hard' });
    assert.match(String(member(await request(), 'svg')), /stroke=/);
  });

  it('refuses a difficulty it does not know', async () => {
    const answer = await test.admin('PUT', 'picture-code', { difficulty: 'nasty' });
    assert.equal(errorCode(answer), 'BAD_REQUEST');
  });

  it("answers with one of the service's errors", async () => {
    await fault({ at: 'pictures', kind: 'error', code: 'SYSTEM_BUSY' });
    assert.equal(errorCode(await request()), 'SYSTEM_BUSY');
  });

  it('resets the connection', async () => {
    await fault({ at: '*', kind: 'reset' });
    assert.equal(await failure(request()), 'ECONNRESET');
  });

  it('hangs until the caller gives up', async () => {
    await fault({ at: '*', kind: 'hang' });
    const caller = new AbortController();
    const outcome = failure(request(caller.signal));
    const winner = await Promise.race([
      outcome,
      test.ask('GET', '/nowhere').then(() => 'another request'),
    ]);
    caller.abort();
    assert.deepEqual([winner, (await outcome).includes('AbortError')], ['another request', true]);
  });

  it('hangs up on those who wait when it stops', async () => {
    await fault({ at: '*', kind: 'hang' });
    const outcome = failure(request());
    await test.admin('GET', 'faults');
    await test.stop();
    assert.equal(await outcome, 'UND_ERR_SOCKET');
  });

  it('lists and clears faults', async () => {
    await fault({ at: 'sign-in', kind: 'hang' });
    const before = member(await test.admin('GET', 'faults'), 'faults');
    await test.admin('DELETE', 'faults');
    const after = member(await test.admin('GET', 'faults'), 'faults');
    assert.deepEqual([before, after], [[{ at: 'sign-in', kind: 'hang' }], []]);
  });

  it('refuses a fault it does not know', async () => {
    assert.equal(errorCode(await fault({ at: 'sign-in', kind: 'explode' })), 'BAD_REQUEST');
  });

  it('changes when the picture is asked for', async () => {
    await test.admin('PUT', 'picture-code', { order: 'before' });
    const phone = { callingCode: '+1', number: '2015550123' };
    assert.equal(errorCode(await test.ask('POST', '/v1/sms-codes', phone)), 'PICTURE_REQUIRED');
  });

  it('lets nobody administer it without the token', async () => {
    const answer = await test.ask('DELETE', '/admin/faults', undefined, { token: 'guess' });
    assert.equal(answer.status, 401);
  });

  it('does not know other addresses', async () => {
    assert.equal(errorCode(await test.ask('GET', '/nowhere')), 'NOT_FOUND');
  });
});

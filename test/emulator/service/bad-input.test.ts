import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { errorCode, ServiceUnderTest } from './service-under-test.ts';

const APP_ROUTES = [
  ['POST', '/v1/sms-codes'],
  ['POST', '/v1/web-checks/W1/answers'],
  ['POST', '/v1/pictures/P1/answers'],
  ['POST', '/v1/verifications'],
  ['POST', '/v1/sign-in'],
  ['POST', '/v1/password-sign-in'],
  ['POST', '/v1/sim-accounts'],
  ['POST', '/v1/sim-sign-in'],
] as const;
const SESSION_ROUTES = [
  ['GET', '/v1/account'],
  ['POST', '/v1/account/password-checks'],
  ['PUT', '/v1/account/cloud'],
  ['DELETE', '/v1/session'],
] as const;
const ADMIN_ROUTES = [
  ['POST', '/admin/faults'],
  ['POST', '/admin/accounts'],
  ['PUT', '/admin/latency'],
  ['PUT', '/admin/picture-code'],
  ['PUT', '/admin/web-check'],
  ['PUT', '/admin/sms'],
] as const;
/** What each of them takes. */
const MINIMAL: Readonly<Record<(typeof ADMIN_ROUTES)[number][1], object>> = {
  '/admin/faults': { at: 'sign-in', kind: 'pass' },
  '/admin/accounts': { phone: '+12015550123' },
  '/admin/latency': { latency: '0' },
  '/admin/picture-code': { order: 'after' },
  '/admin/web-check': { on: false },
  '/admin/sms': {},
};
const ROUTES = [...APP_ROUTES, ...SESSION_ROUTES, ...ADMIN_ROUTES];
const READS_NO_BODY = ['GET', 'DELETE'];
/** A property here costs a request. */
const RUNS = { numRuns: 150 };

describe('bad input', () => {
  const unexpected: string[] = [];
  const test = new ServiceUnderTest({ log: (message) => unexpected.push(message) });

  before(() => test.start());
  after(() => test.stop());

  const assertAlive = async () => {
    assert.equal((await test.ask('POST', '/v1/pictures', {})).status, 201);
    assert.deepEqual(unexpected, []);
  };
  const token = (path: string) => (path.startsWith('/admin') ? test.service.adminToken : 'S0');
  const askText = (method: string, path: string, body: string) =>
    test.askText(method, path, body, token(path));

  for (const [method, path] of ROUTES.filter(([verb]) => !READS_NO_BODY.includes(verb))) {
    const expected = SESSION_ROUTES.some(([, known]) => known === path)
      ? 'NOT_SIGNED_IN'
      : 'BAD_REQUEST';
    for (const body of ['', '{', '3', 'null', '[]', '"text"', '\u0000']) {
      it(`${method} ${path} refuses ${JSON.stringify(body)}`, async () => {
        assert.equal(errorCode(await askText(method, path, body)), expected);
      });
    }
  }

  for (const [method, path] of SESSION_ROUTES) {
    it(`${method} ${path} knows nobody by a made-up token`, async () => {
      const body = READS_NO_BODY.includes(method) ? undefined : {};
      assert.equal(errorCode(await test.ask(method, path, body, { token: 'S1' })), 'NOT_SIGNED_IN');
    });
  }

  for (const [method, path] of ADMIN_ROUTES) {
    it(`${method} ${path} wants the admin token`, async () => {
      const answer = await test.ask(method, path, {}, { token: 'guess' });
      assert.equal(answer.status, 401);
      assert.match(
        JSON.stringify(answer.body),
        /expected the header 'Authorization: Bearer TOKEN'/,
      );
    });

    it(`${method} ${path} refuses a member that it does not know`, async () => {
      const answer = await askText(method, path, JSON.stringify({ ...MINIMAL[path], time: 1 }));
      assert.equal(errorCode(answer), 'BAD_REQUEST');
      assert.match(JSON.stringify(answer.body), /time(:| is) not known/);
    });
  }

  it('any JSON anywhere is answered, and the service lives on', async () => {
    const names = [
      'callingCode',
      'number',
      'code',
      'ticket',
      'agreement',
      'login',
      'password',
      'at',
    ];
    const body = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...names, 'kind', 'on', 'latency', 'phone'), fc.jsonValue()),
    );
    const call = fc.constantFrom(...ROUTES.filter(([verb]) => !READS_NO_BODY.includes(verb)));
    await fc.assert(
      fc.asyncProperty(call, body, async ([method, path], value) => {
        const answer = await test.ask(method, path, value, { token: token(path) });
        assert.ok(answer.status < 500, `${method} ${path} answered ${answer.status}`);
      }),
      RUNS,
    );
    await assertAlive();
  });

  it('any path is answered, and the service lives on', async () => {
    const path = fc.array(fc.oneof(fc.constantFrom('v1', 'admin', 'pictures', '..'), fc.string()));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
        path,
        async (method, parts) => {
          const { status } = await test.ask(method, `/${parts.map(encodeURIComponent).join('/')}`);
          assert.ok(status < 500, `answered ${status}`);
        },
      ),
      RUNS,
    );
    await assertAlive();
  });

  it('bytes that are no HTTP end their own connection only', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await test.raw(bytes);
      }),
      RUNS,
    );
    await assertAlive();
  });

  it('an answer that is cut short by the caller ends that request only', async () => {
    const head =
      'POST /v1/sms-codes HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{"callingCode"';
    await test.raw(head);
    await assertAlive();
  });

  it('a body without end is refused', async () => {
    const answer = await askText('POST', '/v1/sms-codes', `"${'x'.repeat(70_000)}"`);
    assert.match(JSON.stringify(answer.body), /longer than 64 KiB/);
  });

  it('an address that is asked in the wrong way is not known', async () => {
    assert.equal(errorCode(await test.ask('GET', '/v1/sms-codes')), 'NOT_FOUND');
  });
});

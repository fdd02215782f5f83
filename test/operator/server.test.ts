import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { RealHarnessClock } from '../../config/clock.ts';
import type { PictureAnswer } from '../../config/operator.ts';
import type { PageState, PictureMessage } from '../../operator/page-state.ts';
import { Questions } from '../../operator/questions.ts';
import { OperatorServer } from '../../operator/server.ts';
import { FakeMjpeg } from './fake-mjpeg.ts';
import { ask, eventsOf } from './http.ts';

const PHONE = { serial: 'emulator-5554', model: 'Redmi 7A', system: 'MIUI 10, Android 9' };
const PICTURE = Buffer.from('89504e47', 'hex');
const ENDED = { outcome: 'passed', durationMs: 1000 } as const;

describe('operator server', () => {
  let questions: Questions;
  let server: OperatorServer;
  let page = '';
  let answers: PictureAnswer[];
  let leaving: AbortController;
  beforeEach(async () => {
    questions = new Questions();
    answers = [];
    questions.on('answered', (_question, answer) => answers.push(answer));
    server = new OperatorServer({ questions, clock: new RealHarnessClock() });
    page = await server.start();
    leaving = new AbortController();
  });
  afterEach(async () => {
    leaving.abort();
    await server.end(ENDED);
  });

  const own = () => ({
    origin: new URL(page).origin,
    'content-type': 'application/json',
  });
  const question = (id = 'q1') =>
    questions.add({ id, serial: PHONE.serial, picture: PICTURE, askedAtMs: 0, untilMs: 1 });
  const answer = (body: unknown, headers: Record<string, string> = own(), id = 'q1') =>
    ask(`${page}questions/${id}/answer`, { method: 'POST', headers, body: JSON.stringify(body) });

  describe('keeps others out', () => {
    it('listens on the loopback interface, under a token of at least 128 bits', () => {
      assert.match(page, /^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22,}\/$/);
    });

    for (const path of ['', 'x/', 'x/events', 'index.html', 'x/questions/q1/picture']) {
      it(`knows nothing without the token: /${path}`, async () => {
        question();
        const { status } = await ask(new URL(`/${path}`, page).href);
        assert.equal(status, 404);
      });
    }

    it('knows nothing under a token that is only as long', async () => {
      const { status } = await ask(
        page.replace(/[\w-]+\/$/, (token) => `${'a'.repeat(token.length - 1)}/`),
      );
      assert.equal(status, 404);
    });

    it('refuses another name than this machine’s own, which DNS could have made point here', async () => {
      const { status } = await ask(page, { headers: { host: 'evil.example' } });
      assert.equal(status, 403);
    });

    it('may be reached through a forwarded port', async () => {
      const { status } = await ask(page, { headers: { host: 'localhost:8080' } });
      assert.equal(status, 200);
    });

    for (const [what, headers] of [
      ['another page', { origin: 'http://evil.example' }],
      ['a page of this machine on another port', { origin: 'http://127.0.0.1:1' }],
      ['a sandboxed page', { origin: 'null' }],
      ['no page', {}],
    ] as const) {
      it(`takes no answer from ${what}`, async () => {
        question();
        const { status } = await answer({ kind: 'new-picture' }, { ...headers });
        assert.deepEqual([status, answers], [403, []]);
      });
    }

    it('takes no answer by another method', async () => {
      question();
      const { status } = await ask(`${page}questions/q1/answer`, { headers: own() });
      assert.deepEqual([status, answers], [404, []]);
    });

    it('takes no long body', async () => {
      question();
      const { status } = await answer({ kind: 'text', text: 'A'.repeat(5000) });
      assert.deepEqual([status, answers], [413, []]);
    });

    for (const [name, value] of [
      ['cache-control', /^no-store$/],
      ['content-security-policy', /default-src 'none'; script-src 'self'.*frame-ancestors 'none'/],
      ['referrer-policy', /^no-referrer$/],
      ['x-content-type-options', /^nosniff$/],
      ['cross-origin-resource-policy', /^same-origin$/],
    ] as const) {
      it(`says so to the browser: ${name}`, async () => {
        const { headers } = await ask(page);
        assert.match(String(headers[name]), value);
      });
    }

    it('lets no other page read anything', async () => {
      const { headers } = await ask(page, { headers: { origin: 'http://evil.example' } });
      assert.equal(headers['access-control-allow-origin'], undefined);
    });
  });

  describe('takes answers', () => {
    for (const [given, taken] of [
      [
        { kind: 'text', text: ' K7XP ' },
        { kind: 'text', text: 'K7XP' },
      ],
      [{ kind: 'new-picture' }, { kind: 'new-picture' }],
      [{ kind: 'typed-on-phone' }, { kind: 'typed-on-phone' }],
    ]) {
      it(`such as ${JSON.stringify(given)}`, async () => {
        question();
        const { status } = await answer(given);
        assert.deepEqual([status, answers], [200, [taken]]);
      });
    }

    for (const given of [
      { kind: 'text', text: '  ' },
      { kind: 'text', text: 'A'.repeat(41) },
      { kind: 'text', text: 'A\nB' },
      { kind: 'text' },
      { kind: 'other' },
      { kind: 'new-picture', more: 1 },
      'text',
    ]) {
      it(`but not ${JSON.stringify(given).slice(0, 40)}`, async () => {
        question();
        const { status } = await answer(given);
        assert.deepEqual([status, answers], [400, []]);
      });
    }

    it('once: the second comes too late', async () => {
      question();
      await answer({ kind: 'text', text: 'first' });
      const { status, body } = await answer({ kind: 'text', text: 'second' });
      assert.equal(status, 409);
      assert.match(body, /Too late/);
      assert.deepEqual(answers, [{ kind: 'text', text: 'first' }]);
    });

    it('to the question they name', async () => {
      question('q1');
      question('q2');
      await answer({ kind: 'new-picture' }, own(), 'q2');
      assert.deepEqual(
        questions.open.map(({ id }) => id),
        ['q1'],
      );
    });
  });

  describe('tells pages', () => {
    it('everything at once, and again after each change', async () => {
      server.addPhone(PHONE);
      const states = eventsOf<PageState>(`${page}events`, leaving.signal);
      const first = (await states.next()).value as PageState;
      question();
      const second = (await states.next()).value as PageState;
      assert.deepEqual(
        [first, second].map(({ phones, questions: open }) => [phones.length, open.length]),
        [
          [1, 0],
          [1, 1],
        ],
      );
    });

    it('the picture of a question while it is open', async () => {
      question();
      const { status, headers } = await ask(`${page}questions/q1/picture`);
      assert.deepEqual([status, headers['content-type']], [200, 'image/png']);
      await answer({ kind: 'new-picture' });
      assert.equal((await ask(`${page}questions/q1/picture`)).status, 404);
    });

    it('how the run ended, and then hangs up', async () => {
      const states = eventsOf<PageState>(`${page}events`, leaving.signal);
      await states.next();
      await server.end(ENDED);
      const last = (await states.next()).value as PageState;
      assert.deepEqual(last.ended, ENDED);
      assert.equal((await states.next()).done, true);
    });

    it('the pictures of a phone, whoever comes when', async () => {
      const camera = new FakeMjpeg();
      try {
        server.addPhone({ ...PHONE, mjpegPort: await camera.start() });
        const asked = camera.asked();
        const messages = eventsOf<PictureMessage>(`${page}pictures`, leaving.signal);
        const first = (await messages.next()).value as PictureMessage;
        assert.deepEqual(first, { serial: PHONE.serial, status: 'connecting' });
        await asked;
        camera.send(Buffer.from('jpeg'));
        const second = (await messages.next()).value as PictureMessage;
        const jpeg = Buffer.from('jpeg').toString('base64');
        assert.deepEqual(second, { serial: PHONE.serial, status: 'live', jpeg });
      } finally {
        await camera.stop();
      }
    });

    it('no longer takes pictures when the last page has left', async () => {
      const camera = new FakeMjpeg();
      try {
        server.addPhone({ ...PHONE, mjpegPort: await camera.start() });
        const asked = camera.asked();
        const messages = eventsOf<PictureMessage>(`${page}pictures`, leaving.signal);
        await messages.next();
        await asked;
        const left = camera.left();
        leaving.abort();
        await left;
        assert.equal(camera.viewers, 0);
      } finally {
        await camera.stop();
      }
    });
  });
});

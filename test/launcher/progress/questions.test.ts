import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { QuestionWithdrawn, type PictureQuestion } from '../../../config/operator.ts';
import { linkToParent, type QuestionOutput } from '../../../launcher/parent-link.ts';
import { ProgressClient } from '../../../launcher/progress/client.ts';
import { encodeLine } from '../../../launcher/progress/messages.ts';
import { questionMessage } from '../../../launcher/progress/question-message.ts';
import { ProgressServer } from '../../../launcher/progress/server.ts';
import { Questions, type OpenQuestion } from '../../../operator/questions.ts';

/** Which worker it is, as WebdriverIO would say. */
const WORKER = { id: '0-0', serial: 'emulator-5554' };
const QUESTION: PictureQuestion = {
  serial: 'emulator-5554',
  picture: Buffer.from([0x89, 0x50, 0, 255]),
  note: 'The answer before was refused.',
  untilMs: 1_000,
};
const NEVER = new AbortController().signal;

describe("a worker's question", () => {
  let questions: Questions;
  let server: ProgressServer;
  let port: number;

  beforeEach(async () => {
    questions = new Questions();
    server = new ProgressServer(() => undefined, questions);
    port = await server.start();
  });

  afterEach(() => server.close());

  const worker = () =>
    ProgressClient.connect({ port, token: server.token }, WORKER, () => undefined);

  async function opened(): Promise<OpenQuestion> {
    const [question] = (await once(questions, 'opened')) as [OpenQuestion];
    return question;
  }

  it('comes to the run as it was asked', async () => {
    const open = opened();
    void (await worker()).ask(QUESTION, NEVER);
    const { id, askedAtMs, ...question } = await open;
    assert.deepEqual(question, QUESTION);
    assert.ok(id !== '' && askedAtMs > 0);
  });

  it('has its answer carried back', async () => {
    const open = opened();
    const answer = (await worker()).ask(QUESTION, NEVER);
    questions.answer((await open).id, { kind: 'text', text: 'k7wq' }, 'page');
    assert.deepEqual(await answer, { kind: 'text', text: 'k7wq' });
  });

  it('has its own answer among those of several workers', async () => {
    const asked = [];
    for (const serial of ['a', 'b', 'c']) {
      const open = opened();
      const answer = (await worker()).ask({ ...QUESTION, serial }, NEVER);
      asked.push({ id: (await open).id, serial, answer });
    }
    for (const { id, serial } of asked.toReversed()) {
      questions.answer(id, { kind: 'text', text: serial }, 'terminal');
    }
    const texts = await Promise.all(asked.map(({ answer }) => answer));
    assert.deepEqual(
      texts.map((answer) => answer.kind === 'text' && answer.text),
      ['a', 'b', 'c'],
    );
  });

  it('is withdrawn with the reason', async () => {
    const open = opened();
    const withdrawn = once(questions, 'withdrawn');
    const stop = new AbortController();
    const answer = (await worker()).ask(QUESTION, stop.signal);
    await open;
    stop.abort(new QuestionWithdrawn('answered-on-phone'));
    await assert.rejects(answer, QuestionWithdrawn);
    const [, why] = (await withdrawn) as unknown[];
    assert.equal(why, 'answered-on-phone');
    assert.deepEqual(questions.open, []);
  });

  it('is withdrawn when the run is interrupted', async () => {
    const open = opened();
    const withdrawn = once(questions, 'withdrawn');
    const stop = new AbortController();
    const answer = (await worker()).ask(QUESTION, stop.signal);
    await open;
    stop.abort(new Error('SIGINT'));
    await assert.rejects(answer, /SIGINT/);
    const [, why] = (await withdrawn) as unknown[];
    assert.equal(why, 'run-over');
  });

  it('goes with its worker, and only that one does', async () => {
    const first = opened();
    void (await worker()).ask(QUESTION, NEVER);
    await first;
    const second = opened();
    const dying = connect(port, '127.0.0.1');
    dying.write(encodeLine({ kind: 'hello', token: server.token, pid: 1, worker: WORKER }));
    dying.write(encodeLine(questionMessage('2', { ...QUESTION, serial: 'other' })));
    await second;
    const withdrawn = once(questions, 'withdrawn');
    dying.destroy();
    const [{ serial }, why] = (await withdrawn) as [OpenQuestion, string];
    assert.deepEqual([serial, why], ['other', 'run-over']);
    assert.equal(questions.open.length, 1);
  });
});

describe('the questions in the parent process', () => {
  const open = { ...QUESTION, id: '1', askedAtMs: 0 };

  function link() {
    const questions = new Questions();
    const sent: QuestionOutput[] = [];
    const take = linkToParent(questions, (message) => sent.push(message));
    questions.add(open);
    return { questions, sent, take };
  }

  it('are shown there, and answered from there', () => {
    const { questions, sent, take } = link();
    const answered: unknown[] = [];
    questions.on('answered', (...all) => answered.push(...all));
    take({ kind: 'answer', id: '1', answer: { kind: 'new-picture' } });
    assert.deepEqual(answered, [open, { kind: 'new-picture' }, 'terminal']);
    assert.deepEqual(
      sent.map(({ kind }) => kind),
      ['question', 'question-closed'],
    );
  });

  it('are closed for an answer that is too late', () => {
    const { questions, sent, take } = link();
    questions.answer('1', { kind: 'typed-on-phone' }, 'page');
    take({ kind: 'answer', id: '1', answer: { kind: 'new-picture' } });
    assert.deepEqual(sent.slice(1), [{ kind: 'question-closed', id: '1', how: 'page' }]);
  });
});

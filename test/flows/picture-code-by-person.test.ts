import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  QuestionWithdrawn,
  type Operator,
  type PictureAnswer,
  type PictureQuestion,
} from '../../config/operator.ts';
import { PictureCodeNotAnsweredError, TooManyAttemptsError } from '../../flows/errors.ts';
import { textIn } from './fake-picture.ts';
import type { FakePhone } from './fake-phone.ts';
import type { FakePhoneOptions } from './fake-phone-options.ts';
import { setUp, steps } from './sign-up-under-test.ts';

type Answering = (question: PictureQuestion, number: number) => PictureAnswer | undefined;

/** Somebody who answers at once, or never. */
class FakeOperator implements Operator {
  readonly asked: PictureQuestion[] = [];
  readonly withdrawn: string[] = [];
  readonly #answering: Answering;

  constructor(answering: Answering) {
    this.#answering = answering;
  }

  ask(question: PictureQuestion, withdrawn: AbortSignal): Promise<PictureAnswer> {
    this.asked.push(question);
    const answer = this.#answering(question, this.asked.length);
    if (answer) return Promise.resolve(answer);
    return new Promise((_resolve, reject) => {
      withdrawn.addEventListener('abort', () => {
        const { reason } = withdrawn as { reason: Error };
        this.withdrawn.push(reason instanceof QuestionWithdrawn ? reason.why : reason.message);
        reject(reason);
      });
    });
  }
}

/** Says what the picture shows. */
const reads: Answering = ({ picture }) => ({
  kind: 'text',
  text: (picture && textIn(picture)) ?? 'unread',
});

function asking(
  answering: Answering,
  options: Omit<FakePhoneOptions, 'clock'> = {},
  env: Record<string, string> = {},
) {
  const operator = new FakeOperator(answering);
  const sut = setUp(options, env);
  Object.assign(sut.context, { pictureReader: undefined, operator });
  const typed = () => sut.phone.log.filter((entry) => entry.startsWith('picture'));
  return { ...sut, operator, typed };
}

/** What a person does on the phone once the run has waited for them this long. */
function onPhone(
  { context, events }: Pick<ReturnType<typeof asking>, 'context' | 'events'>,
  afterMs: number,
  touch: () => Promise<void>,
): void {
  let touched = false;
  context.progress.emit = (event) => {
    events.push(event);
    const due = event.type === 'waiting' && event.step === 'picture-code';
    if (touched || !due || event.elapsedMs < afterMs) return;
    touched = true;
    void touch();
  };
}

const tap = (phone: FakePhone, id: string) =>
  phone.driver.$(`android=new UiSelector().resourceId("com.xiaomi.account:id/${id}")`).click();

for (const generation of ['current', 'classic'] as const) {
  test(`what a person says is typed and sent: ${generation} app`, async () => {
    const { run, typed, events } = asking(reads, { generation });
    await run();
    assert.deepEqual(typed(), ['picture picture1']);
    assert.ok(steps(events).includes('picture-code passed'));
  });
}

test('the person is asked about the phone and its picture, until the budget is spent', async () => {
  const { run, operator, clock } = asking(reads, {}, { MI_STEP_BUDGET_PICTURE_CODE: '70s' });
  const startMs = clock.now();
  await run();
  const [question] = operator.asked;
  assert.equal(question?.serial, 'emulator-5554');
  assert.equal(question.picture && textIn(question.picture), 'picture1');
  assert.ok(question.untilMs >= startMs + 70_000 && question.untilMs <= clock.now() + 70_000);
});

test('what a person says is a secret before it is typed', async () => {
  const sut = asking(reads);
  sut.context.progress.emit = (event) => {
    if (event.type === 'secret') sut.phone.log.push(`secret ${event.kind} ${event.value}`);
  };
  await sut.run();
  const told = sut.phone.log.indexOf('secret code picture1');
  assert.ok(told >= 0 && told < sut.phone.log.indexOf('picture picture1'));
});

test('a refused answer is said, and the new picture asked about', async () => {
  const { run, operator, typed } = asking(reads, { refusedPictures: 2 });
  await run();
  assert.deepEqual(typed(), ['picture picture1', 'picture picture2', 'picture picture3']);
  const refused = 'The answer before was refused.';
  assert.deepEqual(
    operator.asked.map(({ note }) => note),
    [undefined, refused, refused],
  );
});

test('what the app says about an answer, other than that it is wrong, ends the sign-up', async () => {
  const text = 'Too many attempts. Wait a minute or two and try again.';
  const { run } = asking(reads, { refuse: { screen: 'picture', text, as: 'toast' } });
  await assert.rejects(run(), TooManyAttemptsError);
});

test('another picture is asked of the phone, and then asked about', async () => {
  const { run, operator, typed } = asking((question, number) =>
    number === 1 ? { kind: 'new-picture' } : reads(question, number),
  );
  await run();
  assert.deepEqual(typed(), ['picture picture2']);
  assert.deepEqual(
    operator.asked.map(({ note }) => note),
    [undefined, undefined],
  );
});

test('when no other picture comes, the person is asked about this one again', async () => {
  const { run, operator } = asking(
    (question, number) => (number === 1 ? { kind: 'new-picture' } : reads(question, number)),
    { keepsPicture: true },
  );
  await run();
  assert.equal(operator.asked[1]?.note, 'The phone still shows the same picture.');
});

for (const text of ['', ' \t']) {
  test(`“${text}” is not sent to the phone`, async () => {
    const { run, typed } = asking((question, number) =>
      number === 1 ? { kind: 'text', text } : reads(question, number),
    );
    await run();
    assert.deepEqual(typed(), ['picture picture1']);
  });
}

test('a page that forbids screenshots is asked about without a picture', async () => {
  const sut = asking((_question, number) =>
    number === 1 ? { kind: 'new-picture' } : { kind: 'text', text: 'as seen' },
  );
  const refuse = () => Promise.reject(new Error("the current view has 'secure' flag set"));
  Object.assign(sut.phone.driver, { takeElementScreenshot: refuse, takeScreenshot: refuse });
  await sut.run();
  assert.deepEqual(
    sut.operator.asked.map(({ picture }) => picture),
    [undefined, undefined],
  );
  assert.deepEqual(sut.typed(), ['picture as seen']);
});

test('the person at the phone is followed, and the question taken back', async () => {
  const sut = asking(() => undefined);
  onPhone(sut, 20_000, () => tap(sut.phone, 'positive'));
  await sut.run();
  assert.deepEqual(sut.operator.withdrawn, ['answered-on-phone']);
  assert.deepEqual(sut.typed(), []);
});

test('a picture that the person at the phone asks for is asked about', async () => {
  const sut = asking((question, number) => (number === 1 ? undefined : reads(question, number)));
  onPhone(sut, 20_000, () => tap(sut.phone, 'captcha_image'));
  await sut.run();
  assert.deepEqual(sut.operator.withdrawn, ['other-picture']);
  assert.deepEqual(sut.typed(), ['picture picture2']);
});

test('who says to have typed it on the phone is left alone, and nothing is typed', async () => {
  const sut = asking(() => ({ kind: 'typed-on-phone' }));
  onPhone(sut, 20_000, () => tap(sut.phone, 'positive'));
  await sut.run();
  assert.equal(sut.operator.asked.length, 1);
  assert.deepEqual(sut.typed(), []);
});

test('what was typed on the phone and is refused there is asked about', async () => {
  const sut = asking(
    (question, number) => (number === 1 ? { kind: 'typed-on-phone' } : reads(question, number)),
    { refusedPictures: 1 },
  );
  onPhone(sut, 5_000, () => tap(sut.phone, 'positive'));
  await sut.run();
  assert.deepEqual(sut.typed(), ['picture picture2']);
});

test('who says to have typed it on the phone is asked again when the phone does not move on', async () => {
  const sut = asking((question, number) =>
    number === 1 ? { kind: 'typed-on-phone' } : reads(question, number),
  );
  await sut.run();
  assert.equal(sut.operator.asked[1]?.note, 'The phone still shows the same picture.');
  assert.deepEqual(sut.typed(), ['picture picture1']);
});

test('nobody anywhere within the budget is said as that, and the question taken back', async () => {
  const { run, operator } = asking(() => undefined, {}, { MI_STEP_BUDGET_PICTURE_CODE: '30s' });
  await assert.rejects(run(), PictureCodeNotAnsweredError);
  assert.deepEqual(operator.withdrawn, ['out-of-time']);
});

test('without anybody to ask the person at the phone is followed', async () => {
  const sut = asking(() => undefined);
  sut.context.operator = undefined;
  onPhone(sut, 20_000, () => tap(sut.phone, 'positive'));
  await sut.run();
  assert.deepEqual(sut.typed(), []);
});

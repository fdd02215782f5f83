import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualHarnessClock } from '../../../config/clock.ts';
import type { SmsSourceName } from '../../../config/sms-sources.ts';
import { AdbError, PhoneLostError, SmsSourceClosedError } from '../../../device/errors.ts';
import type { CodeSource, Sighting, SmsMessage } from '../../../device/sms/source.ts';
import { waitForSmsCode, type SmsWait } from '../../../device/sms/wait.ts';

const START_MS = 1_735_689_600_000;
const BUDGET_MS = 300_000;

const sms = (afterMs: number, code: string, rest: Partial<SmsMessage> = {}): SmsMessage => ({
  id: `${code} ${afterMs}`,
  sender: 'xiaomi',
  body: `Mi Account verification code: ${code}.`,
  receivedMs: START_MS + afterMs,
  sentMs: 0,
  blocked: false,
  ...rest,
});

const closed = (answer: string, remedy: string) =>
  new SmsSourceClosedError('closed', { seen: answer, remedy });

type Answer = (look: { sinceMs: number; signal: AbortSignal }) => Sighting | Promise<Sighting>;

/** A source that counts the looks at it. */
class FakeSource implements CodeSource {
  readonly name: SmsSourceName;
  looks = 0;
  readonly #answer: Answer;

  constructor(name: SmsSourceName, answer: Answer) {
    this.name = name;
    this.#answer = answer;
  }

  async look(sinceMs: number, { signal }: { signal?: AbortSignal }): Promise<Sighting> {
    this.looks += 1;
    assert.ok(signal !== undefined);
    return await this.#answer({ sinceMs, signal });
  }
}

/** A wait at a clock of its own. */
function waitOn(
  sources: (clock: ManualHarnessClock) => CodeSource[],
  changes: Partial<SmsWait> = {},
) {
  const clock = new ManualHarnessClock(START_MS);
  const waited: number[] = [];
  const told: number[] = [];
  const wait: SmsWait = {
    serial: 'emulator-5554',
    sources: sources(clock),
    sinceMs: START_MS,
    untilMs: START_MS + BUDGET_MS,
    clock,
    signal: new AbortController().signal,
    onWaiting: () => void waited.push(clock.now() - START_MS),
    onBlind: () => void told.push(clock.now() - START_MS),
    used: new Set(),
    ...changes,
  };
  return { wait, waited, told, clock };
}

/** A source that has these messages when their time has come. */
const having =
  (name: SmsSourceName, messages: readonly SmsMessage[]) => (clock: ManualHarnessClock) =>
    new FakeSource(name, () => ({
      kind: 'messages',
      messages: messages.filter(({ receivedMs }) => receivedMs <= clock.now()),
    }));

const nothing: Sighting = { kind: 'messages', messages: [] };

/** A look that ends only when it is abandoned. */
const never: Answer = ({ signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

test('a code that is there is taken without waiting', async () => {
  const { wait, waited, clock } = waitOn((at) => [having('inbox', [sms(0, '069382')])(at)]);
  assert.deepEqual(await waitForSmsCode(wait), { kind: 'code', code: '069382', source: 'inbox' });
  assert.deepEqual(waited, []);
  assert.equal(clock.now(), START_MS);
});

test('a code that comes later is waited for, with progress, ever less often', async () => {
  const { wait, waited } = waitOn((at) => [having('inbox', [sms(240_000, '069382')])(at)]);
  assert.equal((await waitForSmsCode(wait)).kind, 'code');
  const steps = waited.map((ms, index) => ms - (waited[index - 1] ?? 0));
  assert.equal(steps[0], 150);
  assert.equal(Math.max(...steps), 1000);
});

test('when the time is over there is nothing, with what was seen instead', async () => {
  const advert = sms(0, '', { body: 'Only today: 50 % off' });
  const { wait, clock } = waitOn((at) => [having('inbox', [advert])(at)]);
  const outcome = await waitForSmsCode(wait);
  assert.deepEqual(outcome, {
    kind: 'nothing',
    report: {
      sources: [{ name: 'inbox', answered: true, failure: undefined, counts: { 'no-code': 1 } }],
    },
  });
  assert.equal(clock.now(), START_MS + BUDGET_MS);
});

test('a source that does not answer keeps no other waiting, and is abandoned', async () => {
  let abandoned = false;
  const slow = new FakeSource('inbox', (look) => {
    look.signal.addEventListener('abort', () => (abandoned = true));
    return never(look);
  });
  const { wait } = waitOn((at) => [slow, having('notifications', [sms(5000, '069382')])(at)]);
  const outcome = await waitForSmsCode(wait);
  assert.deepEqual(outcome, { kind: 'code', code: '069382', source: 'notifications' });
  assert.ok(abandoned);
  assert.equal(slow.looks, 1);
});

test('where sources show different codes at once, their order decides', async () => {
  const { wait } = waitOn((at) => [
    having('notifications', [sms(0, '111111')])(at),
    having('inbox', [sms(0, '222222')])(at),
  ]);
  const outcome = await waitForSmsCode(wait);
  assert.deepEqual(outcome, { kind: 'code', code: '111111', source: 'notifications' });
});

test('a code is given out once', async () => {
  const { wait } = waitOn((at) => [having('inbox', [sms(0, '111111'), sms(2000, '222222')])(at)]);
  assert.equal((await waitForSmsCode(wait)).kind, 'code');
  await waitForSmsCode(wait);
  assert.deepEqual([...wait.used], ['111111', '222222']);
});

test('what the screen shows as entered ends the wait', async () => {
  const { wait } = waitOn((at) => [
    having('inbox', [])(at),
    new FakeSource('screen', () => (at.now() > START_MS + 3000 ? { kind: 'entered' } : nothing)),
  ]);
  assert.deepEqual(await waitForSmsCode(wait), { kind: 'entered' });
});

test('a closed source is looked at again now and then', async () => {
  const inbox = new FakeSource('inbox', () => Promise.reject(closed('denied', 'Turn it on.')));
  const { wait } = waitOn((at) => [inbox, having('notifications', [])(at)], {
    untilMs: START_MS + 60_000,
  });
  await waitForSmsCode(wait);
  assert.ok(inbox.looks >= 5 && inbox.looks <= 7, String(inbox.looks));
});

test('a source that opens while the code is awaited is read', async () => {
  const { wait } = waitOn((at) => [
    new FakeSource('inbox', () => {
      if (at.now() < START_MS + 15_000) throw closed('denied', 'Turn it on.');
      return { kind: 'messages', messages: [sms(0, '069382')] };
    }),
    having('notifications', [])(at),
  ]);
  assert.equal((await waitForSmsCode(wait)).kind, 'code');
});

const denied = (name: SmsSourceName, remedy: string) =>
  new FakeSource(name, () => Promise.reject(closed(`${name} denied`, remedy)));

test('when all sources are closed the wait ends at once, with what to switch on for each', async () => {
  const { wait, clock } = waitOn(() => [
    denied('inbox', 'Allow the inbox.'),
    denied('notifications', 'Allow notifications.'),
  ]);
  await assert.rejects(waitForSmsCode(wait), {
    name: 'SmsSourcesClosedError',
    message:
      /seen: inbox: inbox denied; notifications: notifications denied\n.*inbox: Allow the inbox\. notifications: Allow notifications\./,
  });
  assert.equal(clock.now(), START_MS);
});

test('with a screen to look at the wait goes on without adb, and says so once', async () => {
  const { wait, told } = waitOn((at) => [
    denied('inbox', 'Allow the inbox.'),
    new FakeSource('screen', () => (at.now() > START_MS + 60_000 ? { kind: 'entered' } : nothing)),
  ]);
  assert.deepEqual(await waitForSmsCode(wait), { kind: 'entered' });
  assert.deepEqual(told, [0]);
});

test('adb that did not answer once does not close a source', async () => {
  let looks = 0;
  const { wait } = waitOn((at) => [
    new FakeSource('inbox', () => {
      looks += 1;
      if (looks === 1) throw new AdbError('adb did not answer.', { remedy: 'Look.' });
      return { kind: 'messages', messages: at.now() > START_MS ? [sms(0, '069382')] : [] };
    }),
  ]);
  assert.equal((await waitForSmsCode(wait)).kind, 'code');
});

test('a lost phone ends the wait at once', async () => {
  const lost = new PhoneLostError('gone', { remedy: 'Check the cable.' });
  const { wait, clock } = waitOn((at) => [
    new FakeSource('inbox', () => Promise.reject(lost)),
    having('notifications', [])(at),
  ]);
  await assert.rejects(waitForSmsCode(wait), (error) => error === lost);
  assert.equal(clock.now(), START_MS);
});

test('an interruption ends the wait with its reason', async () => {
  const abort = new AbortController();
  const { wait } = waitOn((at) => [having('inbox', [])(at)], {
    signal: abort.signal,
    onWaiting: () => abort.abort(new Error('interrupted')),
  });
  await assert.rejects(waitForSmsCode(wait), /interrupted/);
});

test('an interruption does not wait for a look that hangs', async () => {
  const abort = new AbortController();
  const { wait } = waitOn(() => [new FakeSource('inbox', () => new Promise(() => undefined))], {
    signal: abort.signal,
    onWaiting: () => abort.abort(new Error('interrupted')),
  });
  await assert.rejects(waitForSmsCode(wait), /interrupted/);
});

test('a code of another SIM is not taken where its message shows without its SIM', async () => {
  const { wait } = waitOn(
    (at) => [
      having('notifications', [sms(0, '111111'), sms(5000, '222222')])(at),
      having('inbox', [sms(0, '111111', { simSlot: 2 }), sms(5000, '222222', { simSlot: 1 })])(at),
    ],
    { simSlot: 1 },
  );
  const outcome = await waitForSmsCode(wait);
  assert.equal(outcome.kind === 'code' ? outcome.code : outcome.kind, '222222');
});

test('also when the source that knows the SIM shows it later', async () => {
  let looks = 0;
  const { wait } = waitOn(
    (at) => [
      having('notifications', [sms(0, '111111')])(at),
      new FakeSource('inbox', () => {
        looks += 1;
        return { kind: 'messages', messages: looks < 2 ? [] : [sms(0, '111111', { simSlot: 2 })] };
      }),
    ],
    { simSlot: 1, untilMs: START_MS + 5000 },
  );
  assert.equal((await waitForSmsCode(wait)).kind, 'nothing');
});

test('a code whose SIM no source knows is taken, after one more look', async () => {
  const { wait, clock } = waitOn(
    (at) => [
      having('notifications', [sms(0, '069382')])(at),
      having('inbox', [])(at),
      new FakeSource('screen', () => nothing),
    ],
    { simSlot: 1 },
  );
  const outcome = await waitForSmsCode(wait);
  assert.deepEqual(outcome, { kind: 'code', code: '069382', source: 'notifications' });
  assert.equal(clock.now() - START_MS, 150);
});

test('a code whose SIM only a closed source would know is taken at once', async () => {
  const { wait, clock } = waitOn(
    (at) => [denied('inbox', 'Allow it.'), having('notifications', [sms(0, '069382')])(at)],
    { simSlot: 1 },
  );
  assert.equal((await waitForSmsCode(wait)).kind, 'code');
  assert.equal(clock.now(), START_MS);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PhoneClock } from '../../../device/clock.ts';
import { SmsSourceClosedError } from '../../../device/errors.ts';
import type { SmsMessage } from '../../../device/sms/source.ts';
import { clockLines, messageLine, simLines, sourceLines } from '../../../launcher/sms/text.ts';

const RECEIVED = new Date(2025, 0, 2, 3, 4, 5);

interface LineOptions {
  readonly simSlot?: number;
  readonly inClear?: boolean;
  readonly others?: readonly string[];
}

function line(
  message: Partial<SmsMessage>,
  { simSlot, inClear = true, others = [] }: LineOptions = {},
): string {
  const whole = {
    id: '1',
    sender: 'xiaomi',
    body: 'Mi Account verification code: 318204.',
    receivedMs: RECEIVED.getTime(),
    sentMs: 0,
    blocked: false,
    ...message,
  };
  return messageLine({ source: 'inbox', message: whole }, { simSlot, inClear }, new Set(others));
}

test('a message shows its time, sender, source and code', () => {
  assert.equal(line({}), '  03:04:05  xiaomi              inbox          code 318204');
});

test('a message may be shown without its code', () => {
  assert.equal(
    line({}, { inClear: false }),
    '  03:04:05  xiaomi              inbox          a code',
  );
});

test('a message may be shown without the name that the address book has for its sender', () => {
  const body = 'See you at eight';
  assert.match(line({ sender: 'Fang', body }, { inClear: false }), / \(a name\) +inbox /);
  assert.match(line({ sender: '10690', body }, { inClear: false }), / 10690 +inbox /);
});

const WORTHS: [what: string, message: Partial<SmsMessage>, words: string][] = [
  ['of another SIM', { simSlot: 2 }, 'other SIM'],
  ['in the block list', { blocked: true }, 'block list'],
  [
    'with the code of somebody else',
    { sender: 'SHOP', body: 'Your verification code: 318204.' },
    'no code (not from Xiaomi)',
  ],
  ['without a code', { body: 'Have a nice day' }, 'no code'],
];
for (const [what, message, words] of WORTHS) {
  test(`a message ${what}: ${words}`, () => {
    const shown = line(message, { simSlot: 1 });
    assert.ok(shown.endsWith(`  ${words}`), shown);
  });
}

test('a code that another source knows to be for another SIM is not shown as one', () => {
  assert.match(
    line({}, { simSlot: 1, others: ['318204'] }),
    / not counted \(see its other source\)$/,
  );
});

const SENDERS: [sender: string, shown: string][] = [
  ['+8613800138000', '…000'],
  ['+1 (201) 555-0123', '…123'],
  ['13800138000', '…000'],
  ['106910000', '106910000'],
  ['+8610690000', '+8610690000'],
  ['10086', '10086'],
  ['MYBANK', 'MYBANK'],
  ['', '(no sender)'],
  ['a\u001b[2Jb\nc', 'a [2Jb c'],
];
for (const [sender, shown] of SENDERS) {
  test(`the sender ${JSON.stringify(sender)} is shown as ${shown}`, () => {
    assert.equal(line({ sender }).slice(12, 30).trimEnd(), shown);
  });
}

test('a text is never shown', () => {
  const body = 'See you at 18:30, Anna';
  assert.ok(!line({ sender: '+8613800138000', body }).includes('Anna'));
});

const CLOCKS: [offsetMs: number, words: string][] = [
  [300, 'as on this machine (± 12 ms)'],
  [-90_000, '1 min 30 s behind this machine (± 12 ms)'],
  [2500, '2.5 s ahead of this machine (± 12 ms)'],
];
for (const [offsetMs, words] of CLOCKS) {
  test(`a clock that is ${offsetMs} ms away is ${words}`, () => {
    assert.deepEqual(clockLines(new PhoneClock(offsetMs, 12)), [`clock          ${words}`]);
  });
}

test('SIM cards show their slot, name and the end of their number, and which counts', () => {
  const sims = [
    { subId: 1, slot: 1, name: 'T-Mobile', number: '+12015550123' },
    { subId: 2, slot: 2 },
  ];
  assert.deepEqual(simLines(sims, 2), [
    'SIM cards      SIM 1  T-Mobile  …123',
    '               SIM 2',
    '               messages of SIM 2 count',
  ]);
});

test('with one SIM card there is nothing to choose', () => {
  assert.deepEqual(simLines([{ subId: 1, slot: 1 }], undefined), ['SIM cards      SIM 1']);
});

test('a phone that does not tell is said to', () => {
  assert.match(simLines([], undefined).join('\n'), /does not tell\n.*messages of any count/);
});

test('a source is open, or closed with what it answered and what to do', () => {
  const failure = new SmsSourceClosedError('closed', { seen: 'denied', remedy: 'Turn it on.' });
  assert.deepEqual(sourceLines('inbox', undefined), ['inbox          open']);
  assert.deepEqual(sourceLines('notifications', failure), [
    'notifications  closed',
    '               what it answered: denied',
    '               what to do: Turn it on.',
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SmsMessage } from '../../../device/sms/source.ts';
import { codesOfOthers, judge, newestCode } from '../../../device/sms/verdict.ts';

const ANY = { used: new Set<string>() };

const sms = (code: string, rest: Partial<SmsMessage> = {}): SmsMessage => ({
  id: code,
  sender: 'xiaomi',
  body: `Mi Account verification code: ${code}.`,
  receivedMs: 1000,
  sentMs: 0,
  blocked: false,
  ...rest,
});

test('a message with a code is worth that code', () => {
  assert.deepEqual(judge(sms('069382'), ANY), { kind: 'code', code: '069382' });
});

test('a message of somebody else is worth none', () => {
  const bank = sms('', { sender: 'MYBANK', body: '771203 is your MyBank login code.' });
  assert.deepEqual(judge(bank, ANY), { kind: 'no-code' });
});

test('a code that was tried is used', () => {
  assert.deepEqual(judge(sms('069382'), { used: new Set(['069382']) }), { kind: 'used' });
});

test('a message in the block list does not count', () => {
  assert.deepEqual(judge(sms('069382', { blocked: true }), ANY), { kind: 'blocked' });
});

const SLOTS: [got: number | undefined, wanted: number | undefined, kind: string][] = [
  [1, 1, 'code'],
  [2, 1, 'other-sim'],
  [undefined, 1, 'code'],
  [2, undefined, 'code'],
];
for (const [got, wanted, kind] of SLOTS) {
  test(`a message to SIM ${got ?? 'unknown'}, where ${wanted ?? 'any'} counts: ${kind}`, () => {
    assert.equal(judge(sms('069382', { simSlot: got }), { ...ANY, simSlot: wanted }).kind, kind);
  });
}

test('of two codes the one that was sent last is taken, also if it came first', () => {
  const messages = [
    sms('111111', { sentMs: 500, receivedMs: 2000 }),
    sms('222222', { sentMs: 600, receivedMs: 1000 }),
  ];
  assert.equal(newestCode(messages, ANY)?.code, '222222');
});

test('where one does not say when it was sent, the one that came last is taken', () => {
  const messages = [
    sms('111111', { sentMs: 0, receivedMs: 2000 }),
    sms('222222', { sentMs: 3000, receivedMs: 1000 }),
  ];
  assert.equal(newestCode(messages, ANY)?.code, '111111');
});

test('of two that came at the same time the first named is taken', () => {
  assert.equal(newestCode([sms('111111'), sms('222222')], ANY)?.code, '111111');
});

test('messages without an unused code are passed over', () => {
  const messages = [sms('111111', { receivedMs: 3000 }), sms('222222')];
  assert.equal(newestCode(messages, { used: new Set(['111111']) })?.code, '222222');
  assert.equal(newestCode([], ANY), undefined);
});

test('a found code tells the SIM of its message', () => {
  const found = newestCode([sms('111111', { simSlot: 2 })], ANY);
  assert.deepEqual(found, { code: '111111', simSlot: 2 });
});

test('the codes of messages that do not count are known', () => {
  const messages = [
    sms('111111', { simSlot: 2 }),
    sms('222222', { blocked: true }),
    sms('333333', { simSlot: 1 }),
    sms('444444', { simSlot: 2, body: 'Have a nice day' }),
  ];
  assert.deepEqual(codesOfOthers(messages, { ...ANY, simSlot: 1 }), ['111111', '222222']);
});

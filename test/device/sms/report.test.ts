import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SmsNotReceivedError, SmsSourceClosedError } from '../../../device/errors.ts';
import { smsNotReceived, type SourceReport } from '../../../device/sms/report.ts';

const source = (rest: Partial<SourceReport> & Pick<SourceReport, 'name'>): SourceReport => ({
  answered: true,
  failure: undefined,
  counts: {},
  ...rest,
});

test('the error says how long, and what was seen in each source', () => {
  const error = smsNotReceived('emulator-5554', 300_000, {
    sources: [
      source({ name: 'inbox', counts: { 'no-code': 2, used: 1, 'other-sim': 1, blocked: 3 } }),
      source({ name: 'notifications' }),
      source({ name: 'screen' }),
    ],
  });
  assert.ok(error instanceof SmsNotReceivedError);
  assert.match(error.message, /within 05:00.*emulator-5554/s);
  assert.equal(
    error.details.seen,
    'inbox: 2 new SMS without a code, 1 new SMS with a code that was tried, 1 new SMS for the other SIM, 3 new SMS in the block list; notifications: no new SMS; screen: the code was not entered there',
  );
});

test('a closed source is named with what it answered and what to switch on', () => {
  const failure = new SmsSourceClosedError('closed', {
    seen: 'SecurityException',
    remedy: 'Turn it on.',
  });
  const { details } = smsNotReceived('s', 1000, {
    sources: [source({ name: 'inbox', failure, answered: false })],
  });
  assert.equal(details.seen, 'inbox: closed (SecurityException)');
  assert.match(details.remedy, /inbox: Turn it on\.$/);
});

test('a source that never answered is told from one that has nothing', () => {
  const { details } = smsNotReceived('s', 1000, {
    sources: [source({ name: 'inbox', answered: false })],
  });
  assert.equal(details.seen, 'inbox: no answer');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choosePhone } from '../../../config/targets/connected.ts';
import { PhoneNotAvailableError } from '../../../config/targets/target.ts';

const READY = { serial: '8e3f21', state: 'device' };
const OTHER = { serial: 'a7c042', state: 'device' };

function refusal(...args: Parameters<typeof choosePhone>): string {
  try {
    choosePhone(...args);
  } catch (error) {
    assert.ok(error instanceof PhoneNotAvailableError, String(error));
    return error.message;
  }
  assert.fail('a phone was chosen');
}

test('the only phone that is ready is used', () => {
  assert.equal(choosePhone([{ serial: 'x', state: 'offline' }, READY], undefined), READY);
});

test('the phone that was named is used among several', () => {
  assert.equal(choosePhone([READY, OTHER], 'a7c042'), OTHER);
});

test('with several phones none is guessed', () => {
  assert.match(refusal([READY, OTHER], undefined), /8e3f21.*a7c042.*MI_PHONES=/s);
});

test('with no phone the error says how to connect one', () => {
  assert.match(refusal([], undefined), /No phone is connected.*USB debugging/s);
});

test('a named phone that is not there is not replaced by another', () => {
  assert.match(refusal([READY], 'a7c042'), /a7c042 is not connected.*8e3f21/s);
});

const STATES: [state: string, remedy: RegExp][] = [
  ['unauthorized', /Allow USB debugging/],
  ['offline', /reconnect/i],
  ['no permissions (user in plugdev group; are your udev rules wrong?)', /udev/],
  ['host', /adb devices -l/],
];
for (const [state, remedy] of STATES) {
  test(`a phone that is "${state.split(' (')[0]}" gets its own remedy`, () => {
    assert.match(refusal([{ serial: '8e3f21', state }], undefined), remedy);
  });
}

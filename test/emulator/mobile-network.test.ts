import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MobileNetwork, NumberTakenError } from '../../emulator/mobile-network.ts';

const message = { from: 'xiaomi', body: 'hello' };

test('a message goes to the phone that has the number alone', () => {
  const network = new MobileNetwork();
  const got: string[] = [];
  network.register('+12015550123', () => got.push('first'));
  network.register('+12015550124', () => got.push('second'));
  network.deliver('+12015550124', message);
  network.deliver('+12015550199', message);
  assert.deepEqual(got, ['second']);
});

test('a number belongs to one phone, until that signs off', () => {
  const network = new MobileNetwork();
  const signOff = network.register('+12015550123', () => undefined);
  assert.throws(() => network.register('+12015550123', () => undefined), NumberTakenError);
  signOff();
  network.register('+12015550123', () => undefined);
});

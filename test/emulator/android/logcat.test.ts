import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '../../../emulator/android/clock.ts';
import { startLogChatter } from '../../../emulator/android/log-chatter.ts';
import { Logcat } from '../../../emulator/android/logcat.ts';

test('an entry carries the phone’s time', () => {
  const clock = new ManualClock(5);
  const logcat = new Logcat(clock);
  logcat.write('I', 'Tag', 'text');
  assert.equal(logcat.entries()[0]?.timeMs, 5);
});

test('a follower hears until it stops', () => {
  const logcat = new Logcat(new ManualClock());
  const heard: string[] = [];
  const stop = logcat.follow(({ message }) => heard.push(message));
  logcat.write('I', 'Tag', 'one');
  stop();
  logcat.write('I', 'Tag', 'two');
  assert.deepEqual(heard, ['one']);
});

test('the buffer forgets the oldest', () => {
  const logcat = new Logcat(new ManualClock());
  for (let index = 0; index < 20_000; index++) logcat.write('D', 'Tag', String(index));
  assert.ok(logcat.entries().length < 6000);
  assert.equal(logcat.entries().at(-1)?.message, '19999');
});

test('an idle phone logs something every two seconds, and not more than a few lines', () => {
  const clock = new ManualClock();
  const logcat = new Logcat(clock);
  const stop = startLogChatter(logcat, clock);
  const perStep = Array.from({ length: 60 }, () => {
    const before = logcat.entries().length;
    clock.advance(2000);
    return logcat.entries().length - before;
  });
  stop();
  assert.ok(Math.min(...perStep) >= 1 && Math.max(...perStep) <= 6, String(perStep));
});

test('the chatter leaves no timer', () => {
  const clock = new ManualClock();
  const logcat = new Logcat(clock);
  const stop = startLogChatter(logcat, clock);
  stop();
  const before = logcat.entries().length;
  clock.advance(60_000);
  assert.equal(logcat.entries().length, before);
});

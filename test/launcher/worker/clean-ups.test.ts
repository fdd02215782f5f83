import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Masker } from '../../../config/masker.ts';
import type { RunContext } from '../../../config/run-context.ts';
import { InterruptedError } from '../../../launcher/errors.ts';
import { cleanUps, runCleanUps } from '../../../launcher/worker/clean-ups.ts';
import { loadPhoneSettings } from '../../phone-settings.ts';

const done = () => Promise.resolve();

function contextWith(signal: AbortSignal): RunContext {
  return {
    runId: 'run-1',
    settings: loadPhoneSettings({}),
    phone: { serial: 'emulator-5554', model: 'M', system: 'S', environment: 'live' },
    smsSerial: 'emulator-5554',
    progress: { emit: () => undefined },
    masker: new Masker(),
    observer: {
      stepStarted: done,
      screenReady: done,
      waiting: done,
      stepEnded: done,
      attachPicture: done,
    },
    signal,
  };
}

test('what a test did last is undone first, and only once', async () => {
  const log: string[] = [];
  for (const name of ['first', 'second']) cleanUps.add(async () => void log.push(name));
  const context = contextWith(new AbortController().signal);
  await runCleanUps(context);
  await runCleanUps(context);
  assert.deepEqual(log, ['second', 'first']);
});

test('one that fails keeps the others from nothing', async () => {
  const log: string[] = [];
  cleanUps.add(async () => void log.push('other'));
  cleanUps.add(() => Promise.reject(new Error('failed')));
  await runCleanUps(contextWith(new AbortController().signal));
  assert.deepEqual(log, ['other']);
});

test('an interrupted run still leaves the phone as it found it', async () => {
  let aborted: boolean | undefined;
  cleanUps.add(async ({ signal }) => void (aborted = signal.aborted));
  await runCleanUps(contextWith(AbortSignal.abort(new InterruptedError('SIGINT'))));
  assert.equal(aborted, false);
});

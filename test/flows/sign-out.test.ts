import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ManualHarnessClock } from '../../config/clock.ts';
import { LANGUAGES } from '../../config/languages.ts';
import { Masker } from '../../config/masker.ts';
import type { ProgressEvent } from '../../config/progress.ts';
import { Ledger } from '../../device/ledger/ledger.ts';
import {
  PasswordNotEnteredError,
  PasswordRejectedError,
  SignOutFailedError,
  StillSignedInError,
} from '../../flows/errors.ts';
import { SignOut, type SignOutOptions } from '../../flows/sign-out.ts';
import { SyncedDataDialog } from '../../pageobjects/components/synced-data-dialog.ts';
import { loadPhoneSettings } from '../phone-settings.ts';
import { FakeSignedInPhone, type SignedInOptions } from './fake-signed-in-phone.ts';

let stateDir: string;

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'mi-sign-out-'));
});

afterEach(async () => {
  await rm(stateDir, { recursive: true });
});

function setUp(
  phoneOptions: Omit<SignedInOptions, 'clock'> = {},
  { env = {}, ...options }: SignOutOptions & { env?: Record<string, string> } = {},
) {
  const clock = new ManualHarnessClock();
  const phone = new FakeSignedInPhone({ clock, ...phoneOptions });
  const events: ProgressEvent[] = [];
  const done = () => Promise.resolve();
  const signOut = new SignOut(
    phone,
    {
      runId: 'run-1',
      settings: loadPhoneSettings({ MI_STATE_DIR: stateDir, ...env }),
      phone: { serial: phone.serial, model: 'M', system: 'S', environment: 'live' },
      smsSerial: phone.serial,
      progress: { emit: (event) => void events.push(event) },
      masker: new Masker(),
      observer: {
        stepStarted: done,
        screenReady: done,
        waiting: done,
        stepEnded: done,
        attachPicture: done,
      },
      signal: new AbortController().signal,
    },
    options,
    clock,
  );
  return { clock, events, phone, signOut };
}

function steps(events: readonly ProgressEvent[]): string[] {
  return events.flatMap((event) =>
    event.type === 'step-ended' ? [`${event.step} ${event.outcome}`] : [],
  );
}

for (const generation of ['current', 'classic'] as const) {
  for (const language of LANGUAGES) {
    describe(`the ${generation} account app in ${language}`, () => {
      it('signs out, and what was synced stays', async () => {
        const { events, phone, signOut } = setUp({ generation, language });
        assert.equal(await signOut.run(), true);
        assert.deepEqual(phone.log, ['open', 'row', 'sign out', 'keep']);
        assert.deepEqual(steps(events), ['sign-out passed']);
      });

      it('deletes what was synced', async () => {
        const { phone, signOut } = setUp({ generation, language }, { syncedData: 'remove' });
        await signOut.run();
        assert.equal(phone.log.at(-1), 'remove');
      });

      it('is given the password that Find device asks for', async () => {
        const env = { MI_ACCOUNT_PASSWORD: 'secret' };
        const { phone, signOut } = setUp({ generation, language, password: 'secret' }, { env });
        await signOut.run();
        assert.deepEqual(phone.log.slice(-2), ['password secret', 'keep']);
      });

      it('says that the password is wrong, and is not given it again', async () => {
        const env = { MI_ACCOUNT_PASSWORD: 'wrong' };
        const { phone, signOut } = setUp({ generation, language, password: 'secret' }, { env });
        await assert.rejects(signOut.run(), PasswordRejectedError);
        assert.equal(phone.log.filter((entry) => entry === 'password wrong').length, 1);
      });

      it('says that it cannot sign out', async () => {
        const { signOut } = setUp({ generation, language, fails: true });
        await assert.rejects(signOut.run(), SignOutFailedError);
      });
    });
  }
}

it('a phone that nobody is signed in on is not touched', async () => {
  const { events, phone, signOut } = setUp({ account: undefined });
  assert.equal(await signOut.run(), false);
  assert.deepEqual(phone.log, []);
  assert.deepEqual(events, []);
});

it('without a password a person at the phone is asked for it, and waited for', async () => {
  const { events, phone, signOut } = setUp({ password: 'secret', personEntersAfterMs: 60_000 });
  await signOut.run();
  assert.deepEqual(phone.log.slice(-2), ['person', 'keep']);
  const notes = events.flatMap((event) => (event.type === 'note' ? [event.text] : []));
  assert.match(notes.join('\n'), /enter it on the phone/);
  const waits = events.flatMap((event) => (event.type === 'waiting' ? [event.what] : []));
  assert.ok(waits.includes("a person to enter the account's password on the phone"));
});

it('a password that nobody enters is said as that', async () => {
  const { signOut } = setUp({ password: 'secret' }, { env: { MI_STEP_BUDGET_SIGN_OUT: '30s' } });
  await assert.rejects(signOut.run(), PasswordNotEnteredError);
});

it('an account that is there after all is told from one that has left', async () => {
  const { events, signOut } = setUp({ keepsAccount: true });
  await assert.rejects(signOut.run(), StillSignedInError);
  assert.deepEqual(steps(events), ['sign-out failed']);
});

it('an account app that stays open is left', async () => {
  const { phone, signOut } = setUp({ staysOpen: true });
  await signOut.run();
  assert.equal(phone.log.at(-1), 'open');
});

it('a spec may stop anywhere', async () => {
  const { phone, signOut } = setUp();
  await signOut.openSettings();
  await signOut.until(SyncedDataDialog);
  assert.equal(phone.log.at(-1), 'sign out');
});

it('what the row shows is masked, and the sign-out is in the ledger', async () => {
  const { events, signOut } = setUp({ account: 'Li Wei' });
  await signOut.run();
  assert.ok(events.some((event) => event.type === 'secret' && event.value === 'Li Wei'));
  const [entry] = await new Ledger(stateDir).entries();
  assert.equal(entry?.kind, 'signed-out');
  assert.equal(entry.account, 'Li Wei');
});

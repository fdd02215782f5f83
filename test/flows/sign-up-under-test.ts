import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { ManualHarnessClock } from '../../config/clock.ts';
import { Masker } from '../../config/masker.ts';
import type { ProgressEvent } from '../../config/progress.ts';
import type { RunContext } from '../../config/run-context.ts';
import { loadPhoneSettings } from '../phone-settings.ts';
import { Ledger } from '../../device/ledger/ledger.ts';
import { SignUp } from '../../flows/sign-up.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { textIn } from './fake-picture.ts';
import { FakePhone } from './fake-phone.ts';
import type { FakePhoneOptions } from './fake-phone-options.ts';

let stateDir: string;

/**
 * A sign-up on a fake phone, at a clock of its own; `run` walks it from Settings to the account. To be called
 * in a test, which takes its state away.
 */
export function setUp(
  options: Omit<FakePhoneOptions, 'clock'> = {},
  env: Record<string, string> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'mi-flow-'));
  after(() => rmSync(folder, { recursive: true }));
  stateDir = folder;
  const clock = new ManualHarnessClock();
  const phone = new FakePhone({ clock, ...options });
  const events: ProgressEvent[] = [];
  const pictures: string[] = [];
  const attached: string[] = [];
  const context: RunContext = {
    runId: 'run-1',
    settings: loadPhoneSettings({ MI_STATE_DIR: stateDir, ...env }),
    phone: { serial: phone.serial, model: 'M', system: 'S', environment: 'test' },
    smsSerial: phone.serial,
    progress: { emit: (event) => void events.push(event) },
    masker: new Masker(),
    observer: {
      stepStarted: () => Promise.resolve(),
      screenReady: (step) => Promise.resolve(void pictures.push(step.name)),
      waiting: () => Promise.resolve(),
      stepEnded: () => Promise.resolve(),
      attachPicture: (name) => Promise.resolve(void attached.push(name)),
    },
    pictureReader: { read: (picture) => Promise.resolve(textIn(picture)) },
    signal: new AbortController().signal,
  };
  const signUp = new SignUp({ ui: phone, sms: phone }, context, clock);
  const run = async () => {
    await signUp.openSettings();
    await signUp.until(SettingsHome);
    return signUp.account();
  };
  return { phone, clock, events, context, pictures, attached, signUp, run };
}

/** The steps that ended, with their outcome. */
export function steps(events: readonly ProgressEvent[]) {
  return events.flatMap((event) =>
    event.type === 'step-ended' ? [`${event.step} ${event.outcome}`] : [],
  );
}

/** The ledger of the running test. */
export function ledger(): Ledger {
  return new Ledger(stateDir);
}

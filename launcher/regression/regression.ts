import { availableParallelism } from 'node:os';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { loadSettings } from '../../config/settings.ts';
import { isSet, runInChild } from '../child-run.ts';
import { chooseEmulatedPhones, type EmulatedPhones } from './choose-phones.ts';
import { chooseSpecs, specFiles } from './choose-specs.ts';
import type { RegressionOptions } from './options.ts';
import { RegressionOutput } from './output.ts';
import { emulatedProfiles } from './profiles.ts';

/** Most of a test is waiting: for the phone's screen, its service, Appium. */
const PHONES_PER_CORE = 2;
/** A worker process costs 2–3 s of processor time, about as much as one test. */
const SPECS_PER_WORKER = 10;

/** What takes longer on a busy machine is stuck. */
const QUICK_SERVICE = { MI_EMULATOR_LATENCY: '0', MI_STEP_BUDGET: '60s' };

/**
 * Runs the chosen specs on the chosen phones, and shows what came of it.
 * @param nightly settings that go before a person's own.
 * @returns the exit code.
 * @throws {UsageError}, {SettingsError} before any phone is touched.
 */
export async function regression(
  options: RegressionOptions,
  nightly: NodeJS.ProcessEnv = {},
): Promise<number> {
  const settings = loadSettings();
  const specs = chooseSpecs(specFiles(PROJECT_ROOT), options);
  const profiles = settings.target === 'emulated' ? await emulatedProfiles() : [];
  const phones = chooseEmulatedPhones(options, settings, profiles);
  const { summary } = await runInChild(
    {
      specs,
      shard: options.shard,
      settings: { ...usual(options), ...(phones && emulated(phones)), ...nightly },
    },
    (folder) => new RegressionOutput(process, folder),
  );
  return summary.outcome === 'passed' ? 0 : 1;
}

/** What a person has not set otherwise. */
function usual({ atOnce }: RegressionOptions): NodeJS.ProcessEnv {
  return {
    ...(isSet('MI_SPECS_PER_WORKER') ? {} : { MI_SPECS_PER_WORKER: String(SPECS_PER_WORKER) }),
    ...(isSet('MI_AT_ONCE')
      ? {}
      : { MI_AT_ONCE: String(PHONES_PER_CORE * availableParallelism()) }),
    ...(atOnce === undefined ? {} : { MI_AT_ONCE: atOnce }),
  };
}

function emulated({ profiles, languages }: EmulatedPhones): NodeJS.ProcessEnv {
  return {
    MI_EMULATOR_PROFILE: profiles.join(','),
    MI_EMULATOR_LANGUAGE: languages.join(','),
    // One for each profile in each language.
    MI_PHONE_COUNT: '',
    // A person in a spec answers on the operator page, too.
    MI_WATCH: 'yes',
    ...(isSet('MI_EMULATOR_LATENCY') || isSet('MI_STEP_BUDGET') ? {} : QUICK_SERVICE),
  };
}

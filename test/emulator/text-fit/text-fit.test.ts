import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ManualClock } from '../../../emulator/android/clock.ts';
import { AndroidSystem } from '../../../emulator/android/system.ts';
import { systemApps } from '../../../emulator/apps/index.ts';
import { inLanguage, languagesOf, profiles } from '../../../emulator/profiles/index.ts';
import type { Profile } from '../../../emulator/profiles/profile.ts';
import { SCREENS } from './screens.ts';
import { textProblems } from './text-problems.ts';

const FONT_SCALES = ['1.0', '1.3'];

/** Every screen of a phone with its problems, as `screen: view text problem`. */
async function problemsOf(profile: Profile, fontScale: string): Promise<string[]> {
  const clock = new ManualClock();
  const apps = systemApps(profile);
  const system = new AndroidSystem({ profile, clock, apps, phoneNumber: '+12015550123' });
  try {
    system.boot();
    system.settings.put('system', 'font_scale', fontScale);
    return SCREENS.flatMap(({ name, open }) => {
      open(system);
      return textProblems(system.windows).map((problem) => `${name}: ${problem}`);
    });
  } finally {
    await system.stop();
  }
}

describe('texts fit their views', () => {
  for (const profile of profiles) {
    for (const language of languagesOf(profile)) {
      for (const fontScale of FONT_SCALES) {
        it(`on ${profile.name} in ${language} at font scale ${fontScale}`, async () => {
          assert.deepEqual(await problemsOf(inLanguage(profile, language), fontScale), []);
        });
      }
    }
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inLanguage, languagesOf, profiles } from '../../../emulator/profiles/index.ts';
import { scenesOf } from '../gallery/journey.ts';
import { JOURNEYS } from '../gallery/journeys/index.ts';
import { textProblems } from './text-problems.ts';

const FONT_SCALES = ['1.0', '1.3'];

describe('texts fit their views', () => {
  for (const profile of profiles) {
    for (const language of languagesOf(profile)) {
      for (const fontScale of FONT_SCALES) {
        it(`on ${profile.name} in ${language} at font scale ${fontScale}`, async () => {
          const problems: string[] = [];
          const shown = { profile: inLanguage(profile, language), fontScale };
          for await (const { name, phone } of scenesOf(JOURNEYS, shown)) {
            const found = textProblems(phone.system.windows);
            problems.push(...found.map((problem) => `${name}: ${problem}`));
          }
          assert.deepEqual(problems, []);
        });
      }
    }
  }
});

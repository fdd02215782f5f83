import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../../launcher/command-line.ts';
import { chooseEmulatedPhones } from '../../../launcher/regression/choose-phones.ts';
import { loadSettings } from '../../../config/settings.ts';

const KNOWN = [
  { id: 'a', languages: ['en', 'zh-CN', 'ru', 'es'] },
  { id: 'b', languages: ['zh-CN', 'en'] },
];
const NONE = { profiles: undefined, languages: undefined };

function chosen(options: Partial<Record<'profiles' | 'languages', string[]>>, env = {}) {
  return chooseEmulatedPhones({ ...NONE, ...options }, loadSettings(env), KNOWN);
}

describe('phones of the regression', () => {
  it('are all profiles, in the languages of the harness that all of them speak', () => {
    assert.deepEqual(chosen({}), { profiles: ['a', 'b'], languages: ['en', 'zh-CN'] });
  });

  it('are those that the settings name', () => {
    const env = { MI_EMULATOR_PROFILE: 'a', MI_EMULATOR_LANGUAGE: 'ru' };
    assert.deepEqual(chosen({}, env), { profiles: ['a'], languages: ['ru'] });
  });

  it('are those of the command line before those of the settings', () => {
    const env = { MI_EMULATOR_PROFILE: 'a', MI_EMULATOR_LANGUAGE: 'ru' };
    assert.deepEqual(chosen({ profiles: ['all'], languages: ['en'] }, env), {
      profiles: ['a', 'b'],
      languages: ['en'],
    });
  });

  for (const [options, known] of [
    [{ profiles: ['c'] }, 'a, b'],
    [{ profiles: ['a@de'] }, 'en, zh-CN'],
    [{ profiles: ['b'], languages: ['ru'] }, 'en, zh-CN'],
    [{ languages: ['es'] }, 'en, zh-CN'],
  ] as [Parameters<typeof chosen>[0], string][]) {
    it(`are refused with what is known: ${JSON.stringify(options)}`, () => {
      assert.throws(
        () => chosen(options),
        (error) => error instanceof UsageError && error.message.includes(known),
      );
    });
  }

  it('that are connected are not chosen', () => {
    const env = { MI_TARGET: 'devices' };
    assert.equal(chosen({}, env), undefined);
    assert.throws(() => chosen({ languages: ['en'] }, env), /MI_PHONES/);
  });
});

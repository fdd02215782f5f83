import { emulatedKinds } from './emulated-kinds.ts';
import type { SettingsProblem } from './settings-error.ts';
import type { VariableName, Variables } from './variables.ts';

/**
 * What the variables ask of each other.
 * @param wrong names whose value was refused already; nothing is concluded from their defaults.
 */
export function conflicts(
  variables: Variables,
  wrong: ReadonlySet<VariableName>,
): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const { MI_TARGET: target } = variables;
  const usable = (...names: VariableName[]) => names.every((name) => !wrong.has(name));

  if (!usable('MI_TARGET')) return problems;
  if (target === 'emulated') {
    for (const name of ['MI_PHONES', 'MI_APPIUM_URL'] as const) {
      if (!usable(name) || variables[name] === undefined) continue;
      problems.push({
        setting: name,
        found: 'it is set',
        expected: 'no value: the run starts an emulated phone, since MI_TARGET is emulated',
        remedy: `Set MI_TARGET=${name === 'MI_PHONES' ? 'devices' : 'remote'} to use it, or leave ${name} out.`,
      });
    }
    const { MI_EMULATOR_PROFILE: profiles = [], MI_EMULATOR_LANGUAGE: languages = [] } = variables;
    const kinds = emulatedKinds(profiles, languages).length;
    const count = variables.MI_PHONE_COUNT;
    if (
      usable('MI_PHONE_COUNT', 'MI_EMULATOR_PROFILE', 'MI_EMULATOR_LANGUAGE') &&
      count !== undefined &&
      count < kinds
    ) {
      problems.push({
        setting: 'MI_PHONE_COUNT',
        found: `${count}, and MI_EMULATOR_PROFILE and MI_EMULATOR_LANGUAGE name ${kinds} phones`,
        expected: 'at least one phone for each profile in each language',
        remedy: `Set MI_PHONE_COUNT to ${kinds} or more, or name fewer profiles or languages.`,
      });
    }
    return problems;
  }

  if (target === 'remote' && usable('MI_APPIUM_URL') && variables.MI_APPIUM_URL === undefined) {
    problems.push({
      setting: 'MI_APPIUM_URL',
      found: 'it is not set',
      expected: 'the address of the Appium server, since MI_TARGET is remote',
      remedy: 'Set MI_APPIUM_URL, for example to http://192.0.2.7:4723.',
    });
  }
  if (
    usable('MI_ENVIRONMENT', 'MI_PICTURE_CODE') &&
    variables.MI_ENVIRONMENT === 'live' &&
    variables.MI_PICTURE_CODE === 'ocr'
  ) {
    problems.push({
      setting: 'MI_PICTURE_CODE',
      found: '"ocr" on the live service',
      expected:
        'ask: the picture is there to ask a human, so on the live service a person answers it',
      remedy:
        'Set MI_PICTURE_CODE=ask, or MI_ENVIRONMENT=staging if the phone really talks to a test service.',
    });
  }
  return problems;
}

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
  const { MI_TARGET: target, MI_PHONES: phones } = variables;
  const usable = (...names: VariableName[]) => names.every((name) => !wrong.has(name));

  if (!usable('MI_TARGET')) return problems;
  if (target === 'emulated') {
    for (const name of ['MI_PHONES', 'MI_REMOTE_URL'] as const) {
      if (!usable(name) || variables[name] === undefined) continue;
      problems.push({
        setting: name,
        found: 'it is set',
        expected: 'no value: the run starts an emulated phone, since MI_TARGET is emulated',
        remedy: `Set MI_TARGET=${name === 'MI_PHONES' ? 'devices' : 'remote'} to use it, or leave ${name} out.`,
      });
    }
    return problems;
  }

  if (usable('MI_PHONE_NUMBER') && variables.MI_PHONE_NUMBER === undefined) {
    problems.push({
      setting: 'MI_PHONE_NUMBER',
      found: 'it is not set',
      expected: `the number of the SIM that gets the SMS, since MI_TARGET is ${target}`,
      remedy: 'Set MI_PHONE_NUMBER, with + and the country code first (+1 …, +49 …).',
    });
  }
  if (target === 'remote' && usable('MI_REMOTE_URL') && variables.MI_REMOTE_URL === undefined) {
    problems.push({
      setting: 'MI_REMOTE_URL',
      found: 'it is not set',
      expected: 'the address of the Appium server, since MI_TARGET is remote',
      remedy: 'Set MI_REMOTE_URL, for example to http://192.0.2.7:4723.',
    });
  }
  if (phones !== undefined && phones.length > 1) {
    problems.push({
      setting: 'MI_PHONES',
      found: `it names ${phones.length} phones`,
      expected: 'one serial: a run signs up one number on one phone',
      remedy: 'Leave one serial in MI_PHONES.',
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

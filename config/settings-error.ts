import { HarnessError } from './errors.ts';
import { hideDigits, hidePhoneNumbers } from './phone-number.ts';
import { closest } from './suggest.ts';

export interface SettingsProblem {
  setting: string;
  /** What is there, without phone numbers or passwords. */
  found: string;
  expected: string;
  remedy: string;
}

/** The settings cannot be used. Names every problem, so that one correction round is enough. */
export class SettingsError extends HarnessError {
  override readonly category = 'set-up';

  readonly problems: readonly SettingsProblem[];

  constructor(problems: readonly SettingsProblem[]) {
    const count = problems.length === 1 ? 'One setting is' : `${problems.length} settings are`;
    const list = problems.map(
      ({ setting, found, expected, remedy }) =>
        `\n  ${setting}: ${found}; expected ${expected}.\n    → ${remedy}`,
    );
    super(`${count} not usable:${list.join('')}`, {
      remedy: 'Correct the environment or the file .env; .env.example explains every setting.',
    });
    this.problems = problems;
  }
}

export function wrongValue(setting: string, value: string, expected: string): SettingsProblem {
  return {
    setting,
    found: `"${displayable(setting, value)}" was given`,
    expected,
    remedy: `Change ${setting}, or remove it to get its default.`,
  };
}

/** The value is left out: under a mistyped name it may be anything, a phone number too. */
export function unknownSetting(name: string, known: readonly string[]): SettingsProblem {
  const suggestion = closest(name, known);
  return {
    setting: name,
    found: 'there is no setting of this name',
    expected: 'one of the names in .env.example',
    remedy:
      suggestion === undefined
        ? `Remove ${name}.`
        : `Did you mean ${suggestion}? Rename ${name}, or remove it.`,
  };
}

function displayable(setting: string, value: string): string {
  // A cloud's keys, and a chat's tokens, may be anywhere in them.
  if (setting === 'MI_CAPABILITIES' || setting === 'MI_NOTIFY') return '•••';
  const shown = setting === 'MI_PHONE_NUMBER' ? hideDigits(value) : hidePhoneNumbers(value);
  return shown.replace(/\/\/[^/@]*@/, '//•••@');
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hidePhoneNumbers } from './phone-number.ts';
import type { SettingsProblem } from './settings-error.ts';

/** What a file is, for a problem's text. */
export interface JsonFileKind {
  /** What named the file: a setting, or its path in the project. */
  readonly setting: string;
  /** Completes "expected …", such as `an inventory of phones`. */
  readonly what: string;
  /** A file of its kind that is as it should be, in the project. */
  readonly example: string;
}

/**
 * Reads a file that a person writes.
 * @returns its value, or what is wrong with it, without phone numbers.
 */
export function readJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  { setting, what, example }: JsonFileKind,
): { value: z.output<Schema> | undefined; problems: SettingsProblem[] } {
  const refused = (found: string, expected: string) => ({
    value: undefined,
    problems: [{ setting, found, expected, remedy: `Mend ${path}; ${example} shows how.` }],
  });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return refused(hidePhoneNumbers(line), `${what} as JSON in ${path}`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data, problems: [] };
  // Each of them, so that one correction round is enough.
  const flaws = parsed.error.issues.map(
    ({ path: at, message }) => `${at.join('.') || 'the whole'}: ${hidePhoneNumbers(message)}`,
  );
  return refused(flaws.join('; '), `${what} in ${path}`);
}

import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import type { SettingsProblem } from './settings-error.ts';

export interface EnvFile {
  values: Record<string, string>;
  problems: SettingsProblem[];
}

/**
 * Reads a `.env` file; a missing one is an empty one. dotenv skips lines it cannot read without a
 * word, so a setting that was written without `=` is reported here.
 */
export function readEnvFile(path: string): EnvFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { values: {}, problems: [] };
    return {
      values: {},
      problems: [
        {
          setting: path,
          found: `it cannot be read (${(error as Error).message})`,
          expected: 'a text file',
          remedy: 'Make it readable, or remove it.',
        },
      ],
    };
  }
  const values = parse(text);
  const unread = [...text.matchAll(/^\s*(?:export\s+)?(MI_\w+)[^=:\n]*$/gm)]
    .map(([, name]) => name as string)
    .filter((name) => !(name in values));
  return {
    values,
    problems: unread.map((name) => ({
      setting: name,
      found: 'its line in .env has no "="',
      expected: `${name}=value`,
      remedy: 'Write it as name=value, on one line.',
    })),
  };
}

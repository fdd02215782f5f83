import { systemVersion } from './phone-info.ts';
import { languagesOf } from './profiles/index.ts';
import type { Profile } from './profiles/profile.ts';

/** A profile as `xiaomi-phone profiles --json` tells it. */
export interface ProfileEntry {
  /** For `--profile`. */
  readonly id: string;
  /** Marketing name, e.g. `Redmi Note 13 Pro 5G`. */
  readonly model: string;
  /** As `xiaomi-phone start --json` tells it. */
  readonly system: string;
  readonly region: Profile['region'];
  /** Of the account app. */
  readonly generation: Profile['generation'];
  /** For `--language`; it is sold with the first. */
  readonly languages: readonly string[];
}

export function profileEntry(profile: Profile): ProfileEntry {
  return {
    id: profile.id,
    model: profile.name,
    system: systemVersion(profile),
    region: profile.region,
    generation: profile.generation,
    languages: languagesOf(profile),
  };
}

/** The profiles as a table of text, one in a line. */
export function profileTable(entries: readonly ProfileEntry[]): string {
  const head = ['ID', 'MODEL', 'SYSTEM', 'REGION', 'ACCOUNT APP', 'LANGUAGES'];
  const rows = [
    head,
    ...entries.map(({ id, model, system, region, generation, languages }) => [
      ...[id, model, system, region, generation],
      languages.join(', '),
    ]),
  ];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}

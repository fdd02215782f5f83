// What `npm run matrix` runs: a sign-up on every emulated phone in every language, or on the profiles
// named on the command line; two at a time.
import { LANGUAGES } from '../../config/languages.ts';
import { SignUps } from '../../launcher/soak/sign-ups.ts';
import { combinationsOf, emulatedProfiles, MATRIX_SETTINGS, type Combination } from './profiles.ts';

const AT_ONCE = 2;
const EXIT_CODE_USAGE = 2;

process.exitCode = await main(process.argv.slice(2));

async function main(wanted: readonly string[]): Promise<number> {
  const profiles = await emulatedProfiles();
  const unknown = wanted.filter((id) => !profiles.some((profile) => profile.id === id));
  if (unknown.length > 0) {
    const known = profiles.map(({ id }) => id).join(', ');
    console.error(`unknown profile: ${unknown.join(', ')}; known: ${known}`);
    return EXIT_CODE_USAGE;
  }
  const chosen = profiles.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('interrupted')));
  const startMs = performance.now();
  const matrix = await SignUps.start(MATRIX_SETTINGS, stop.signal);
  const table: Record<string, Record<string, string>> = {};
  let failed = 0;
  try {
    const left = combinationsOf(chosen);
    const total = left.length;
    const worker = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const cell = await outcomeOf(matrix, next);
        if (!cell.startsWith('created')) failed += 1;
        (table[next.profile.id] ??= {})[next.language] = cell;
        if (stop.signal.aborted) return;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    console.log(`\n${textTable(table)}\n`);
    console.log(
      `${String(total - left.length - failed)} of ${String(total)} created, ${String(failed)} failed, in ${seconds(startMs)}`,
    );
    return failed === 0 && left.length === 0 ? 0 : 1;
  } finally {
    await matrix.stop();
  }
}

/** @returns what the table shows; a failure is told in full at once. */
async function outcomeOf(matrix: SignUps, combination: Combination): Promise<string> {
  const { profile, language, pictureCode, smsAutofill } = combination;
  const startMs = performance.now();
  const what = `${profile.model} (${profile.system}) in ${language}, picture code ${pictureCode}, SMS autofill ${smsAutofill}`;
  const { error } = await matrix.signUp({ ...combination, profile: profile.id }, 1);
  if (error === undefined) {
    console.log(`created  ${what}: ${seconds(startMs)}`);
    return `created ${seconds(startMs)}`;
  }
  console.error(`failed   ${what}: ${error.type}: ${error.message}`);
  return `failed: ${error.type}`;
}

/** A line for each profile, a column for each language. */
function textTable(cells: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const rows = [
    ['', ...LANGUAGES],
    ...Object.entries(cells).map(([profile, row]) => [
      profile,
      ...LANGUAGES.map((language) => row[language] ?? '–'),
    ]),
  ];
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function seconds(startMs: number): string {
  return `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { tagsIn } from '../../config/test-tags.ts';
import { refuse, UsageError } from '../command-line.ts';
import { suiteTitlesIn, titlesIn } from '../live/spec-titles.ts';
import type { RegressionOptions } from './options.ts';

const COMMAND = 'npm run regression';
const FOLDER = 'specs';
const ENDING = '.spec.ts';

/** A spec file, which holds one test. */
export interface SpecFile {
  /** Relative to the project, with slashes, such as `specs/sms-code/late.spec.ts`. */
  readonly path: string;
  /** Of the test, with that of the suite around it before it. */
  readonly title: string;
}

/** Every spec file of the project. */
export function specFiles(root: string): SpecFile[] {
  return readdirSync(join(root, FOLDER), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .map((name) => {
      const path = join(root, FOLDER, name);
      const source = readFileSync(path, 'utf8');
      return {
        path: relative(root, path).split(sep).join('/'),
        title: [...suiteTitlesIn(source), ...titlesIn(source)].join(' '),
      };
    });
}

/**
 * The files whose tests have one of the tags, lie in one of the places, and have the text in their
 * titles.
 * @returns their paths, at least one.
 * @throws {UsageError} naming what is known.
 */
export function chooseSpecs(
  all: readonly SpecFile[],
  { tags, specs, name }: Pick<RegressionOptions, 'tags' | 'specs' | 'name'>,
): string[] {
  const places = specs.map((place) => placeOf(place, all));
  const wanted = name?.toLowerCase() ?? '';
  const chosen = all.filter(
    ({ path, title }) =>
      tagsIn(title).some((tag) => tags.includes(tag)) &&
      (places.length === 0 || places.some((place) => isIn(path, place))) &&
      title.toLowerCase().includes(wanted),
  );
  if (chosen.length > 0) return chosen.map(({ path }) => path);
  throw new UsageError('No test is chosen.', {
    expected: `a test tagged ${tags.map((tag) => `@${tag}`).join(' or ')}`,
    seen: `none of the ${String(all.length)} spec files has one${specs.length === 0 ? '' : ` in ${specs.join(', ')}`}${name === undefined ? '' : ` with “${name}” in its title`}`,
    remedy: `leave out one of --tags, --specs and --name; \`${COMMAND} -- --help\` says what each is`,
  });
}

/** @returns the file or folder that is meant, which may be named without `specs/`. */
function placeOf(typed: string, all: readonly SpecFile[]): string {
  const path = typed.replace(/^\.\//, '').replace(/\/+$/, '');
  for (const place of [path, `${FOLDER}/${path}`]) {
    if (all.some((file) => isIn(file.path, place))) return place;
  }
  const folders = new Set(all.map((file) => file.path.split('/').slice(0, -1).join('/')));
  return refuse(
    COMMAND,
    '--specs',
    typed,
    `spec files, or folders of them: ${[...folders].join(', ')}`,
  );
}

function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

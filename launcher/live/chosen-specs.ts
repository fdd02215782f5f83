import { readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The part of WebdriverIO's configuration that says which spec files run. */
export interface SpecChoice {
  /** Files or globs; with `--spec` the files that it names, as paths or URLs. */
  readonly specs?: readonly (string | readonly string[])[] | undefined;
  /** What `--spec` was given. */
  readonly spec?: readonly string[] | undefined;
  /** Names that `--suite` was given. */
  readonly suite?: readonly string[] | undefined;
  readonly suites?: Readonly<Record<string, readonly (string | readonly string[])[]>> | undefined;
  /** Files, globs or parts of paths. */
  exclude?: string[] | undefined;
}

/**
 * The spec files that a configuration chooses, as WebdriverIO takes them together: suites replace what
 * `specs` says, and join it when `--spec` is given too.
 * @param root of the project, in which globs are looked up.
 * @returns absolute paths.
 */
export function chosenSpecs(
  { specs = [], spec = [], suite = [], suites = {}, exclude = [] }: SpecChoice,
  root: string,
): string[] {
  const ofSuites = suite.flatMap((name) => (suites[name] ?? []).flat());
  const patterns = suite.length === 0 ? specs.flat() : ofSuites;
  const named = suite.length > 0 && spec.length > 0 ? specs.flat() : [];
  const files = filesOf([...named, ...patterns], root);
  const left = new Set(filesOf(exclude, root));
  return files.filter(
    (file) =>
      !left.has(file) && !exclude.some((part) => !part.includes('*') && file.includes(part)),
  );
}

function filesOf(patterns: readonly string[], root: string): string[] {
  const all = new Set<string>();
  for (const pattern of patterns) {
    const path = pattern.startsWith('file:') ? fileURLToPath(pattern) : resolve(root, pattern);
    if (!path.includes('*')) all.add(path);
    else for (const file of matching(path, root)) all.add(file);
  }
  return [...all];
}

function matching(pattern: string, root: string): string[] {
  const glob = globToRegExp(relative(root, pattern).split(sep).join('/'));
  const top = relative(root, pattern).split(sep)[0] ?? '';
  return readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .map((name) => join(top, name))
    .filter((path) => glob.test(path.split(sep).join('/')))
    .sort()
    .map((path) => join(root, path));
}

/** Of `*` and `**` only: the configuration has no others. */
function globToRegExp(glob: string): RegExp {
  const source = glob
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*/g, (part) => (part === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^${source}$`);
}

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { HarnessError } from '../../config/errors.ts';
import type { PhoneEnvironment } from '../../config/run-context.ts';
import { whyNotOn } from '../../config/test-tags.ts';
import { chosenSpecs, type SpecChoice } from './chosen-specs.ts';
import { titlesIn } from './spec-titles.ts';

/** How many files an error names, before it only counts them. */
const NAMED_FILES = 5;

/** No test that was chosen may run on the phones of this run. */
export class NoTestForPhoneError extends HarnessError {
  override readonly category = 'set-up';
}

/** A test that does not run, since its file has none for the phones of this run. */
export interface ClosedTest {
  readonly title: string;
  /** Of its spec, relative to the project. */
  readonly file: string;
  readonly reason: string;
}

interface Judged {
  /** Absolute. */
  readonly path: string;
  readonly mayRun: boolean;
  readonly closed: readonly ClosedTest[];
}

/**
 * Leaves those spec files out of a run that have no test for its phones, before any phone is touched.
 * Of the files that stay, the workers leave out the single tests.
 * @param config WebdriverIO's own; the files join what it excludes.
 * @param root of the project.
 * @returns the tests that were left out, as far as their titles can be read.
 * @throws {NoTestForPhoneError} when no file stays.
 */
export function closeSpecs(
  config: SpecChoice,
  environment: PhoneEnvironment,
  root: string,
): ClosedTest[] {
  if (environment === 'test') return [];
  const files = chosenSpecs(config, root).map((path) => judge(path, environment, root));
  const refused = files.filter(({ mayRun }) => !mayRun);
  if (refused.length === files.length) throw noTest(refused, environment, root);
  config.exclude = [...(config.exclude ?? []), ...refused.map(({ path }) => path)];
  return refused.flatMap(({ closed }) => closed);
}

/** What a run says of them; one line. */
export function closedTestsText(tests: readonly ClosedTest[]): string {
  const files = new Set(tests.map(({ file }) => file));
  const reasons = new Set(tests.map(({ reason }) => reason));
  return `${tests.length} tests in ${files.size} spec files are skipped: ${[...reasons].join('; ')}.`;
}

function judge(path: string, environment: PhoneEnvironment, root: string): Judged {
  const titles = titlesIn(readFileSync(path, 'utf8'));
  const file = relative(root, path);
  return {
    path,
    mayRun: titles.some((title) => whyNotOn(environment, title) === undefined),
    closed: titles.flatMap((title) => {
      const reason = whyNotOn(environment, title);
      return reason === undefined ? [] : [{ title, file, reason }];
    }),
  };
}

function noTest(
  files: readonly Judged[],
  environment: PhoneEnvironment,
  root: string,
): NoTestForPhoneError {
  const named = files.slice(0, NAMED_FILES).map(({ path }) => relative(root, path));
  const more = files.length - named.length;
  const reasons = new Set(files.flatMap(({ closed }) => closed.map(({ reason }) => reason)));
  return new NoTestForPhoneError(
    `None of the chosen tests may run on a phone of the ${environment} service; nothing was touched.`,
    {
      expected:
        environment === 'live'
          ? 'a spec file with a test that has @live in its title: only those run on the live service'
          : 'a spec file with a test that does not need an emulated phone of its own',
      seen: `${named.join(', ')}${more === 0 ? '' : ` and ${more} more`}: ${[...reasons].join('; ') || 'no test whose title can be read'}`,
      remedy:
        'Run them on an emulated phone (MI_TARGET=emulated), or choose specs/sign-up.spec.ts; `grep -rl @live specs` names the specs for the live service.',
      trouble: 'live-sign-up',
    },
  );
}

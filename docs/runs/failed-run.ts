import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ERROR_CATEGORIES, type ErrorCategory } from '../../config/errors.ts';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { CATEGORY_LABEL } from '../../launcher/errors.ts';
import { readResults } from '../../launcher/report/allure-files.ts';
import { apart } from './apart.ts';

/** In the copy: as deep in it as the spec is here, so that its imports hold. */
const SPEC = join('specs', 'runs', 'failures.spec.ts');
const WDIO = join('node_modules', '@wdio', 'cli', 'bin', 'wdio.js');

/** A run in which a test failed for each reason that a report knows. */
export interface FailedRun {
  readonly reportsDir: string;
  /** The `uuid` of the result for each. */
  readonly failures: ReadonlyMap<ErrorCategory, string>;
}

/**
 * Runs tests that fail, on emulated phones.
 * @throws Error when one of the reasons is missing.
 */
export function withFailedRun(use: (run: FailedRun) => Promise<void>): Promise<void> {
  return apart(async ({ folder, node, reportsDir }) => {
    mkdirSync(dirname(join(folder, SPEC)), { recursive: true });
    cpSync(join(PROJECT_ROOT, 'docs', 'runs', 'failures.spec.ts'), join(folder, SPEC));
    const { output } = await node([WDIO, 'run', 'wdio.conf.ts', '--spec', SPEC], {
      MI_OCR_PICTURES: '3',
    });
    const failures = failuresOf(reportsDir);
    const missing = ERROR_CATEGORIES.filter((category) => !failures.has(category));
    if (missing.length > 0) {
      throw new Error(`No test failed for: ${missing.join(', ')}. The run printed:\n${output}`);
    }
    await use({ reportsDir, failures });
  });
}

function failuresOf(reportsDir: string): Map<ErrorCategory, string> {
  const failures = new Map<ErrorCategory, string>();
  for (const { result } of readResults(join(reportsDir, 'allure-results'))) {
    const { uuid, labels = [] } = result;
    const label = labels.find(({ name }) => name === CATEGORY_LABEL)?.value;
    const category = ERROR_CATEGORIES.find((one) => one === label);
    if (category !== undefined && uuid !== undefined) failures.set(category, uuid);
  }
  return failures;
}

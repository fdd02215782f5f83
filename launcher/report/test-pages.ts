import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FailedTest } from '../phone-results.ts';
import { placeOf, readResults, type AllureResult } from './allure-files.ts';

/** Address of the page of a failed test in a report; `undefined`: it has none of its own. */
export type PageOf = (failure: Pick<FailedTest, 'spec' | 'serial'>) => string | undefined;

/**
 * Finds the pages of failed tests, which Allure 3 calls by the sum of a result's id (`md5` of its `uuid`).
 * @param reportPage path of the HTML report, beside which its results lie.
 */
export function testPages(reportPage: string): PageOf {
  const folder = join(dirname(reportPage), '..', 'allure-results');
  const failed = existsSync(folder)
    ? readResults(folder).flatMap(({ result }) => (hasFailed(result) ? result : []))
    : [];
  const report = pathToFileURL(reportPage).href;
  return ({ spec, serial }) => {
    // One spec file has one test; of its attempts the last one has the page.
    const { uuid } =
      failed
        .filter((result) => placeOf(result).spec === spec && placeOf(result).serial === serial)
        .toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))
        .at(-1) ?? {};
    return uuid === undefined ? undefined : `${report}#${pageName(uuid)}`;
  };
}

/** What Allure 3 calls the page of a result. */
export function pageName(uuid: string): string {
  return createHash('md5').update(uuid).digest('hex');
}

function hasFailed({ status }: AllureResult): boolean {
  return status === 'failed' || status === 'broken';
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { readResults } from '../launcher/report/allure-files.ts';
import { pageName } from '../launcher/report/test-pages.ts';
import { launchBrowser } from '../test/browser.ts';

const WINDOW = { width: 1100, height: 860 };
/** Of a page of a failed test: down to where its step's attachments are listed. */
const FAILURE_HEIGHT_PX = 1740;
const FAILED = new Set<string | undefined>(['failed', 'broken']);
/** A report has all its pictures in one file. */
const PAGE_TIMEOUT_MS = 120_000;
/** GitHub shows a picture at most about so wide. */
const PICTURE_WIDTH_PX = 1000;

/** Where the pictures go; PNG. */
export interface ReportPictures {
  /** The first page. */
  readonly overview: string;
  /** A failed test. */
  readonly failure: string;
}

/**
 * Takes pictures of the pages of a report of a run that failed.
 * @param reportsDir of that run.
 * @returns whether it has a failed test.
 */
export async function takeReportPictures(
  reportsDir: string,
  { overview, failure }: ReportPictures,
): Promise<boolean> {
  const failed = failedTest(reportsDir);
  if (failed === undefined) return false;
  const address = pathToFileURL(join(reportsDir, 'html', 'index.html')).href;
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: WINDOW });
    context.setDefaultTimeout(PAGE_TIMEOUT_MS);
    const page = await context.newPage();
    await page.goto(address);
    await page.getByTestId('tree-content').first().waitFor();
    await keep(page, overview);
    const ofTest = await context.newPage();
    await ofTest.setViewportSize({ ...WINDOW, height: FAILURE_HEIGHT_PX });
    await ofTest.goto(`${address}#${failed}`);
    await ofTest.getByTestId('test-result-error').first().waitFor();
    await keep(ofTest, failure);
  } finally {
    await browser.close();
  }
  return true;
}

/** Its name in the report. */
function failedTest(reportsDir: string): string | undefined {
  const results = readResults(join(reportsDir, 'allure-results'));
  const failed = results.find(({ result: { status } }) => FAILED.has(status));
  const uuid = failed?.result.uuid;
  return uuid === undefined ? undefined : pageName(uuid);
}

async function keep(page: Page, path: string): Promise<void> {
  // The test that is chosen first is scrolled to.
  await page.mouse.move(WINDOW.width / 2, WINDOW.height / 2);
  await page.mouse.wheel(0, -WINDOW.height);
  const png = await page.screenshot();
  await sharp(png)
    .resize({ width: PICTURE_WIDTH_PX })
    .png({ palette: true, quality: 80, effort: 10 })
    .toFile(path);
}

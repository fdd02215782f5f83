import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { pageName } from '../launcher/report/test-pages.ts';
import { launchBrowser } from '../test/browser.ts';
import { withFailedRun, type FailedRun } from './runs/failed-run.ts';

const WINDOW = { width: 1100, height: 860 };
/** Of a page of a failed test: down to its steps. */
const FAILURE_HEIGHT_PX = 1180;
/** The one that stands for them all is shown down to where its step's attachments are listed. */
const WHOLE = { category: 'sms', heightPx: 1740 } as const;
/** A report has all its pictures in one file. */
const PAGE_TIMEOUT_MS = 120_000;
/** GitHub shows a picture at most about so wide. */
const PICTURE_WIDTH_PX = 1000;
const SMALL_WIDTH_PX = 760;

/**
 * Takes pictures of the report of a run on emulated phones in which a test failed for each reason that there
 * is: `report-overview.png`, `report-categories.png`, `report-failure.png`, and `failures/<category>.png`.
 * @param folder where they go.
 */
export async function takeReportPictures(folder: string): Promise<void> {
  await mkdir(join(folder, 'failures'), { recursive: true });
  await withFailedRun((run) => takePictures(run, folder));
}

async function takePictures({ reportsDir, failures }: FailedRun, folder: string): Promise<void> {
  const address = pathToFileURL(join(reportsDir, 'html', 'index.html')).href;
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: WINDOW });
    context.setDefaultTimeout(PAGE_TIMEOUT_MS);
    const page = await context.newPage();
    await page.goto(address);
    await page.getByTestId('tree-content').first().waitFor();
    await keep(page, join(folder, 'report-overview.png'));
    await page
      .getByRole('tab', { name: 'Categories' })
      .or(page.getByText('Categories'))
      .first()
      .click();
    await page.getByText('Phone lost').first().waitFor();
    await keep(page, join(folder, 'report-categories.png'));
    for (const [category, uuid] of failures) {
      const test = `${address}#${pageName(uuid)}`;
      const path = join(folder, 'failures', `${category}.png`);
      await keepTest(context, test, path, FAILURE_HEIGHT_PX, SMALL_WIDTH_PX);
      if (category === WHOLE.category) {
        await keepTest(context, test, join(folder, 'report-failure.png'), WHOLE.heightPx);
      }
    }
  } finally {
    await browser.close();
  }
}

async function keepTest(
  context: BrowserContext,
  address: string,
  path: string,
  height: number,
  width?: number,
): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ ...WINDOW, height });
  await page.goto(address);
  await page.getByTestId('test-result-error').first().waitFor();
  await keep(page, path, width);
  await page.close();
}

async function keep(page: Page, path: string, width = PICTURE_WIDTH_PX): Promise<void> {
  // The test that is chosen first is scrolled to.
  await page.mouse.move(WINDOW.width / 2, WINDOW.height / 2);
  await page.mouse.wheel(0, -WINDOW.height);
  const png = await page.screenshot();
  await sharp(png).resize({ width }).png({ palette: true, quality: 80, effort: 10 }).toFile(path);
}

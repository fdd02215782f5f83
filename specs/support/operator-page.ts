import { chromium, type Page } from 'playwright-core';
import { runContext } from '../../config/run-context.ts';
import { findChromium } from '../../scripts/chromium-install.mjs';

/** Runs what a person does in a browser on the operator page of this run. */
export async function onOperatorPage(does: (page: OperatorPage) => Promise<void>): Promise<void> {
  const { operatorPage, phone } = runContext();
  if (operatorPage === undefined)
    throw new Error('The run has no operator page: set MI_WATCH=yes.');
  const executablePath = findChromium(process.env);
  if (executablePath === undefined) throw new Error('There is no Chromium: npm test installs it.');
  const browser = await chromium.launch({
    executablePath,
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-dev-shm-usage'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(operatorPage);
    await does(new OperatorPage(page, phone.serial));
  } finally {
    await browser.close();
  }
}

/** The operator page as the person sees it who answers for one phone. */
export class OperatorPage {
  readonly #page: Page;
  readonly #serial: string;

  constructor(page: Page, serial: string) {
    this.#page = page;
    this.#serial = serial;
  }

  /** Types what the picture says and sends it, once the page asks for it. */
  async answer(text: string): Promise<void> {
    const question = this.#page.locator('article.question').filter({ hasText: this.#serial });
    await question.getByLabel('Text in the picture').fill(text);
    await question.getByRole('button', { name: 'Send' }).click();
  }
}

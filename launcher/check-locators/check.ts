import { strings, TABLES } from '../../pageobjects/strings/table.ts';
import { checkApk, type ApkResult } from './apk/check-apk.ts';
import type { Inputs } from './inputs.ts';
import { pageClasses } from './locators/page-classes.ts';
import { usedLocators } from './locators/used-locators.ts';
import { wantedOf } from './locators/wanted.ts';
import { checkScreens, type ScreenResult } from './screens/check-screens.ts';

/** What `--json` prints. */
export interface CheckResult {
  readonly screens: readonly ScreenResult[];
  readonly apks: readonly ApkResult[];
  /** Every page object's name, with the files of the screens that are its. */
  readonly pageObjects: Readonly<Record<string, readonly string[]>>;
}

/** Checks all page objects against recorded screens and apps. */
export async function check({ screens, apks }: Inputs): Promise<CheckResult> {
  const classes = await pageClasses();
  const results = await checkScreens(screens, classes);
  const used = [];
  for (const pageClass of classes) used.push(await usedLocators(pageClass));
  const wanted = wantedOf(used, strings);
  return {
    screens: results,
    apks: apks.map((apk) => checkApk(apk, wanted, TABLES)),
    pageObjects: Object.fromEntries(
      classes.map(({ name }) => [
        name,
        results.flatMap(({ file, pages }) =>
          pages.some(({ pageObject }) => pageObject === name) ? [file] : [],
        ),
      ]),
    ),
  };
}

/** Whether every screen is one page object's, and no app lacks what is looked for in it. */
export function isClean({ screens, apks }: CheckResult): boolean {
  return (
    screens.every(({ verdict }) => verdict === 'known') &&
    apks.every(({ ids, texts }) => [...ids, ...texts].every(({ verdict }) => verdict !== 'missing'))
  );
}

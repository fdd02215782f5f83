import type { PageClass } from '../../../pageobjects/page.ts';
import type { ScreenInput } from '../inputs.ts';
import { controlsOn, recognise } from './recognise.ts';

/** What a page object finds on a screen that it takes for its own. */
export interface PageOnScreen {
  readonly pageObject: string;
  /** As errors and the console call it. */
  readonly screen: string;
  /** Its methods whose control is there, and those whose is not, or is out of sight. */
  readonly found: readonly string[];
  readonly notFound: readonly string[];
}

export interface ScreenResult {
  readonly file: string;
  readonly verdict: 'known' | 'ambiguous' | 'unknown';
  readonly pages: readonly PageOnScreen[];
  /** Page objects that take it too, and give way. */
  readonly others: readonly string[];
}

/** Which page object's each screen is, and what that finds there. */
export async function checkScreens(
  inputs: readonly ScreenInput[],
  pageClasses: readonly PageClass[],
): Promise<ScreenResult[]> {
  const results: ScreenResult[] = [];
  for (const input of inputs) results.push(await checkScreen(input, pageClasses));
  return results;
}

const VERDICTS = ['unknown', 'known'] as const;

/** The same of one screen. */
export async function checkScreen(
  { path, screen }: ScreenInput,
  pageClasses: readonly PageClass[],
): Promise<ScreenResult> {
  const { matches, others } = await recognise(screen, pageClasses);
  const pages: PageOnScreen[] = [];
  for (const { pageClass, screen: name } of matches) {
    const controls = await controlsOn(screen, pageClass);
    const methods = (isThere: boolean) =>
      controls.filter((control) => control.isThere === isThere).map(({ method }) => method);
    pages.push({
      pageObject: pageClass.name,
      screen: name,
      found: methods(true),
      notFound: methods(false),
    });
  }
  return {
    file: path,
    verdict: VERDICTS[matches.length] ?? 'ambiguous',
    pages,
    others: others.map(({ pageClass }) => pageClass.name),
  };
}

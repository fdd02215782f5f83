import type { Page, PageClass } from '../../../pageobjects/page.ts';
import { OfflineDriver, type Find } from '../screens/offline-driver.ts';
import type { SourceElement } from '../screens/source-screen.ts';
import { alternativesIn } from './alternatives.ts';
import { exercise } from './exercise.ts';
import { parseLocator, type ParsedSelector } from './ui-selector.ts';

/** A resource id that a page object looks for. */
export interface UsedId {
  /** Full, such as `com.xiaomi.account:id/captcha`; or a pattern that was written by hand. */
  readonly id: string;
  readonly isPattern: boolean;
}

/** Texts that a page object looks for, of which any one will do. */
export interface UsedTexts {
  readonly texts: readonly string[];
  /** The app, where the page object says it. */
  readonly packageName: string | undefined;
}

/** What a page object looks for on a screen. */
export interface UsedLocators {
  readonly pageClass: PageClass;
  /** As errors and the console call it. */
  readonly screen: string;
  readonly ids: readonly UsedId[];
  readonly texts: readonly UsedTexts[];
}

/** Stands for any control, on a screen that has everything. */
const ANY: SourceElement = {
  className: 'android.view.View',
  attributes: { bounds: '[0,0][1,1]' },
  parent: undefined,
  children: [],
};

/** The locators of a page object, by what its methods look for. */
export async function usedLocators(pageClass: PageClass): Promise<UsedLocators> {
  const page = new pageClass(new OfflineDriver(() => []).browser);
  const { selector, ids: signatureIds = [] } = page.signature;
  const locators = [
    ...new Set([...(selector === undefined ? [] : [selector]), ...(await lookedFor(pageClass))]),
  ];
  const selectors = locators.flatMap((locator) => {
    const { element, list } = parseLocator(locator);
    return [element, ...(list === undefined ? [] : [list])].flatMap(withSteps);
  });
  const ids = selectors.flatMap(idsOf);
  for (const id of signatureIds) ids.push({ id, isPattern: false });
  return {
    pageClass,
    screen: page.screen,
    ids: unique(ids, ({ id }) => id),
    texts: unique(
      selectors.flatMap((each) => textsOf(each, page)),
      ({ texts, packageName }) => JSON.stringify([packageName, texts]),
    ),
  };
}

/**
 * Where a control is missing a method may try another way to it, and where it is there go on to the next:
 * so the methods run on a screen that has nothing, on one that has everything, and on each that lacks one
 * thing.
 */
async function lookedFor(pageClass: PageClass): Promise<Set<string>> {
  const seen = new Set<string>();
  const note = async (find: Find) => {
    for (const { locators } of await exercise(pageClass, find)) {
      for (const locator of locators) seen.add(locator);
    }
  };
  await note(() => []);
  await note(() => [ANY]);
  // A set goes on with what is added to it meanwhile.
  for (const missing of seen) await note((locator) => (locator === missing ? [] : [ANY]));
  return seen;
}

function withSteps(selector: ParsedSelector): ParsedSelector[] {
  return [selector, ...selector.steps.flatMap((step) => withSteps(step.selector))];
}

function idsOf({ conditions }: ParsedSelector): UsedId[] {
  return conditions.flatMap(({ name, value }): UsedId[] => {
    if (name === 'resourceId') return [{ id: String(value), isPattern: false }];
    if (name !== 'resourceIdMatches') return [];
    const ids = alternativesIn(String(value));
    return ids === undefined
      ? [{ id: String(value), isPattern: true }]
      : ids.map((id) => ({ id, isPattern: false }));
  });
}

function textsOf({ conditions }: ParsedSelector, { signature }: Page): UsedTexts[] {
  const said = conditions.find(({ name }) => name === 'packageName')?.value;
  const packageName = typeof said === 'string' ? said : signature.packageName;
  return conditions.flatMap(({ name, value }) => {
    if (name !== 'textMatches') return [];
    const texts = alternativesIn(String(value));
    return texts === undefined ? [] : [{ texts, packageName }];
  });
}

function unique<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

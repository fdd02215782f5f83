import { Recogniser } from '../../../flows/recogniser.ts';
import type { PageClass } from '../../../pageobjects/page.ts';
import { exercise } from '../locators/exercise.ts';
import { OfflineDriver } from './offline-driver.ts';
import type { SourceScreen } from './source-screen.ts';

/** A page object that takes a recorded screen for its own. */
export interface Match {
  readonly pageClass: PageClass;
  readonly screen: string;
}

export interface Recognised {
  /** What a flow may take the screen for: none if it is not known. */
  readonly matches: readonly Match[];
  /** Page objects that take it too, and give way to those. */
  readonly others: readonly Match[];
}

/** How well a page object knows its screen: the recogniser asks in this order. */
const RANKS = ['first', 'ordinary', 'by something else', 'last', 'by its app only'] as const;
type Rank = (typeof RANKS)[number];

/**
 * Which page objects take a recorded screen for their own, by the flows' own recogniser. A flow knows only
 * the screens that it can come to: several matches are ambiguous for a flow that knows them all.
 */
export async function recognise(
  source: SourceScreen,
  pageClasses: readonly PageClass[],
): Promise<Recognised> {
  const taking: (Match & { readonly rank: Rank })[] = [];
  for (const pageClass of pageClasses) {
    const rank = await rankOf(source, pageClass);
    if (rank === undefined) continue;
    const { screen } = new pageClass(driverOver(source));
    taking.push({ pageClass, screen, rank });
  }
  const best = RANKS.find((rank) => taking.some((each) => each.rank === rank));
  return {
    matches: taking.filter(({ rank }) => rank === best).map(matchOf),
    others: taking.filter(({ rank }) => rank !== best).map(matchOf),
  };
}

/** A control of a page object, on the screen that it was taken for. */
export interface Control {
  readonly method: string;
  readonly isThere: boolean;
}

/** Which of the page object's methods find what they need on the screen; those that need nothing apart. */
export async function controlsOn(source: SourceScreen, pageClass: PageClass): Promise<Control[]> {
  const runs = await exercise(pageClass, (locator) => source.find(locator));
  const controls = new Map<string, boolean>();
  for (const { method, locators, missing } of runs) {
    if (locators.length === 0) continue;
    const isThere =
      missing === undefined && locators.some((locator) => source.find(locator).length > 0);
    controls.set(method, (controls.get(method) ?? false) || isThere);
  }
  return [...controls].map(([method, isThere]) => ({ method, isThere }));
}

async function rankOf(source: SourceScreen, pageClass: PageClass): Promise<Rank | undefined> {
  const driver = driverOver(source);
  let ids: readonly string[] = [];
  const page = await new Recogniser(driver, [pageClass], (look) => (ids = look.ids)).current();
  if (page === undefined) return undefined;
  const { counts, selector, ids: known = [] } = page.signature;
  if (ids.some((id) => known.includes(id))) return counts ?? 'ordinary';
  const saysItsAppOnly =
    selector !== undefined &&
    /^[^.]*\.packageName\("[^"]*"\)(?:\.className\("[^"]*"\))?$/.test(selector);
  return saysItsAppOnly ? 'by its app only' : 'by something else';
}

function driverOver(source: SourceScreen): WebdriverIO.Browser {
  return new OfflineDriver((locator) => source.find(locator)).browser;
}

function matchOf({ pageClass, screen }: Match): Match {
  return { pageClass, screen };
}

import { Page, type PageClass } from '../../../pageobjects/page.ts';
import { ControlMissingError, OfflineDriver, type Find } from '../screens/offline-driver.ts';
import { argumentsFor } from './arguments.ts';

/** What a method of a page object came to, on a screen that may not have its controls. */
export interface Exercised {
  readonly method: string;
  /** Every locator that it used, once each. */
  readonly locators: readonly string[];
  /** The locator of a control that it could not do without. */
  readonly missing: string | undefined;
}

/**
 * Lets every method of a page object run, so that its locators are those of its code and are written
 * nowhere else.
 * @param find says which elements are there.
 * @throws {Error} naming a method that has to be given something (see `arguments.ts`).
 */
export async function exercise(pageClass: PageClass, find: Find): Promise<Exercised[]> {
  const results: Exercised[] = [];
  for (const { owner, name, parameters } of methodsOf(pageClass)) {
    const calls = argumentsFor(owner, name, parameters);
    if (calls === undefined) {
      throw new Error(`what to call ${pageClass.name}.${name} with is not said in arguments.ts`);
    }
    for (const args of calls) results.push(await run(pageClass, name, args, find));
  }
  return results;
}

async function run(
  pageClass: PageClass,
  method: string,
  args: readonly unknown[],
  find: Find,
): Promise<Exercised> {
  const locators = new Set<string>();
  const driver = new OfflineDriver((locator) => {
    locators.add(locator);
    return find(locator);
  });
  const page = new pageClass(driver.browser) as unknown as Record<
    string,
    (...args: readonly unknown[]) => unknown
  >;
  let missing: string | undefined;
  try {
    await page[method]?.(...args);
  } catch (error) {
    if (!(error instanceof ControlMissingError)) throw error;
    missing = error.locator;
  }
  return { method, locators: [...locators], missing };
}

interface Method {
  /** The class that has it. */
  readonly owner: object;
  readonly name: string;
  /** Those without a default. */
  readonly parameters: number;
}

/** Those of the class and of what it is made of, up to `Page`. */
function methodsOf(pageClass: PageClass): Method[] {
  const methods = new Map<string, Method>();
  for (
    let prototype = pageClass.prototype as object;
    prototype !== Page.prototype;
    prototype = Object.getPrototypeOf(prototype) as object
  ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const value: unknown = descriptor.value;
      if (name === 'constructor' || typeof value !== 'function' || methods.has(name)) continue;
      methods.set(name, { owner: prototype.constructor, name, parameters: value.length });
    }
  }
  return [...methods.values()];
}

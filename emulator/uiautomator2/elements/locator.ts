import { InvalidSelectorError } from '../errors.ts';

const NAMES = {
  id: 'By.id',
  xpath: 'By.xpath',
  'accessibility id': 'By.accessibilityId',
  'class name': 'By.clazz',
  '-android uiautomator': 'By.AndroidUiAutomator',
} as const;

export type Strategy = keyof typeof NAMES;

/** How an element was asked for. */
export interface Locator {
  readonly strategy: Strategy;
  readonly selector: string;
}

function isStrategy(name: string): name is Strategy {
  return Object.hasOwn(NAMES, name);
}

/** @throws InvalidSelectorError for a strategy that the server does not know. */
export function parseLocator(strategy: string, selector: string): Locator {
  if (isStrategy(strategy)) return { strategy, selector };
  throw new InvalidSelectorError(
    `Selector strategy '${strategy}' is not supported. Only the following selector strategies ` +
      `are supported: [${Object.keys(NAMES).join(', ')}]`,
  );
}

/** As error messages name it: `By.id: com.example:id/ok`. */
export function describeLocator(locator: Locator): string {
  return `${NAMES[locator.strategy]}: ${locator.selector}`;
}

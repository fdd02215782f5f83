import type { AccessibilityNode } from '../../android/accessibility.ts';

interface Criteria {
  TEXT: string;
  START_TEXT: string;
  CONTAINS_TEXT: string;
  CLASS: string;
  DESCRIPTION: string;
  START_DESCRIPTION: string;
  CONTAINS_DESCRIPTION: string;
  INDEX: number;
  INSTANCE: number;
  ENABLED: boolean;
  FOCUSED: boolean;
  FOCUSABLE: boolean;
  SCROLLABLE: boolean;
  CLICKABLE: boolean;
  CHECKED: boolean;
  SELECTED: boolean;
  PACKAGE_NAME: string;
  CHILD: UiSelector;
  CONTAINER: UiSelector;
  PATTERN: UiSelector;
  PARENT: UiSelector;
  LONG_CLICKABLE: boolean;
  TEXT_REGEX: JavaPattern;
  CLASS_REGEX: JavaPattern;
  DESCRIPTION_REGEX: JavaPattern;
  PACKAGE_NAME_REGEX: JavaPattern;
  RESOURCE_ID: string;
  CHECKABLE: boolean;
  RESOURCE_ID_REGEX: JavaPattern;
}

export type Criterion = keyof Criteria;

/** A regular expression with its Java source, which error messages show. */
export interface JavaPattern {
  readonly source: string;
  readonly regExp: RegExp;
}

/** In the order in which the real class numbers, and so prints, them. */
const CRITERIA: readonly Criterion[] = [
  'TEXT',
  'START_TEXT',
  'CONTAINS_TEXT',
  'CLASS',
  'DESCRIPTION',
  'START_DESCRIPTION',
  'CONTAINS_DESCRIPTION',
  'INDEX',
  'INSTANCE',
  'ENABLED',
  'FOCUSED',
  'FOCUSABLE',
  'SCROLLABLE',
  'CLICKABLE',
  'CHECKED',
  'SELECTED',
  'PACKAGE_NAME',
  'CHILD',
  'CONTAINER',
  'PATTERN',
  'PARENT',
  'LONG_CLICKABLE',
  'TEXT_REGEX',
  'CLASS_REGEX',
  'DESCRIPTION_REGEX',
  'PACKAGE_NAME_REGEX',
  'RESOURCE_ID',
  'CHECKABLE',
  'RESOURCE_ID_REGEX',
];

/** androidx.test.uiautomator.UiSelector: an immutable description of a node and its relatives. */
export class UiSelector {
  readonly #criteria: Readonly<Partial<Criteria>>;

  constructor(criteria: Readonly<Partial<Criteria>> = {}) {
    this.#criteria = criteria;
  }

  get<K extends Criterion>(criterion: K): Criteria[K] | undefined {
    return this.#criteria[criterion];
  }

  has(criterion: Criterion): boolean {
    return this.#criteria[criterion] !== undefined;
  }

  /**
   * This selector with one criterion more. Child and parent selectors go to the end of the chain
   * of such selectors, everything else to its head.
   */
  with<K extends Criterion>(criterion: K, value: Criteria[K]): UiSelector {
    if (criterion === 'CHILD' || criterion === 'PARENT') {
      const { CHILD: child, PARENT: parent } = this.#criteria;
      if (child) return new UiSelector({ ...this.#criteria, CHILD: child.with(criterion, value) });
      if (parent) {
        return new UiSelector({ ...this.#criteria, PARENT: parent.with(criterion, value) });
      }
    }
    return new UiSelector({ ...this.#criteria, [criterion]: value });
  }

  /** Whether the node itself is as described; relatives and instance are the query's affair. */
  describes(node: AccessibilityNode, index: number): boolean {
    const c = this.#criteria;
    return (
      same(c.INDEX, index) &&
      same(c.TEXT, node.text) &&
      matches(c.TEXT_REGEX, node.text) &&
      startsWith(c.START_TEXT, node.text) &&
      contains(c.CONTAINS_TEXT, node.text) &&
      same(c.CLASS, node.className) &&
      matches(c.CLASS_REGEX, node.className) &&
      same(c.DESCRIPTION, node.contentDescription) &&
      matches(c.DESCRIPTION_REGEX, node.contentDescription) &&
      startsWith(c.START_DESCRIPTION, node.contentDescription) &&
      contains(c.CONTAINS_DESCRIPTION, node.contentDescription) &&
      same(c.RESOURCE_ID, node.resourceId) &&
      matches(c.RESOURCE_ID_REGEX, node.resourceId) &&
      same(c.PACKAGE_NAME, node.packageName) &&
      matches(c.PACKAGE_NAME_REGEX, node.packageName) &&
      same(c.ENABLED, node.enabled) &&
      same(c.FOCUSED, node.focused) &&
      same(c.FOCUSABLE, node.focusable) &&
      same(c.SCROLLABLE, node.scrollable) &&
      same(c.CLICKABLE, node.clickable) &&
      same(c.LONG_CLICKABLE, node.longClickable) &&
      same(c.CHECKABLE, node.checkable) &&
      same(c.CHECKED, node.checked) &&
      same(c.SELECTED, node.selected)
    );
  }

  /** Whether a regular expression is among the criteria, which may take for ever. */
  get hasPattern(): boolean {
    return Object.values(this.#criteria).some((value) =>
      value instanceof UiSelector ? value.hasPattern : isPattern(value),
    );
  }

  /** As Java prints it: `UiSelector[TEXT=OK, CHILD=UiSelector[…]]`. */
  toString(): string {
    const parts = CRITERIA.filter((criterion) => this.has(criterion)).map((criterion) => {
      const value = this.#criteria[criterion];
      return `${criterion}=${isPattern(value) ? value.source : String(value)}`;
    });
    return `UiSelector[${parts.join(', ')}]`;
  }
}

function isPattern(value: Criteria[Criterion] | undefined): value is JavaPattern {
  return typeof value === 'object' && 'regExp' in value;
}

function same<T>(wanted: T | undefined, actual: T | null): boolean {
  return wanted === undefined || wanted === actual;
}

function matches(wanted: JavaPattern | undefined, actual: string | null): boolean {
  return wanted === undefined || (actual !== null && wanted.regExp.test(actual));
}

function startsWith(wanted: string | undefined, actual: string | null): boolean {
  if (wanted === undefined) return true;
  return actual !== null && actual.toLowerCase().startsWith(wanted.toLowerCase());
}

function contains(wanted: string | undefined, actual: string | null): boolean {
  if (wanted === undefined) return true;
  return actual !== null && actual.toLowerCase().includes(wanted.toLowerCase());
}

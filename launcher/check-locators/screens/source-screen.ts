import { screenTrees, type ScreenTree } from '../../../device/screen-source.ts';
import { parseLocator, type Condition, type ParsedSelector } from '../locators/ui-selector.ts';

/** An element of a recorded screen. */
export interface SourceElement {
  readonly className: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: SourceElement | undefined;
  readonly children: readonly SourceElement[];
}

const BOUNDS = /^\[(-?\d+),(-?\d+)\]\[(-?\d+),(-?\d+)\]$/;

/** A recorded page source that takes locators as the UiAutomator2 server takes them of a screen. */
export class SourceScreen {
  readonly #roots: readonly SourceElement[];

  /** @param source of Appium's `getPageSource`, or of `uiautomator dump`. */
  constructor(source: string) {
    this.#roots = screenTrees(source)
      // The outermost tag is no element.
      .flatMap(({ className, children }) => (className === 'hierarchy' ? children : []))
      .map((tree) => elementOf(tree, undefined));
  }

  /** Whether there is anything on it: of a file that is no page source there is not. */
  get isEmpty(): boolean {
    return this.#roots.length === 0;
  }

  /** Every element, in document order. */
  elements(): SourceElement[] {
    return this.#roots.flatMap(withDescendants);
  }

  /**
   * What a locator takes of what is in sight; nothing is scrolled.
   * @throws {Error} for a condition that is not known here.
   */
  find(locator: string): SourceElement[] {
    const { element, list } = parseLocator(locator);
    if (list !== undefined && select(list, this.elements()).length === 0) return [];
    return select(element, this.elements());
  }
}

/** Where an element is, in pixels of the screen. */
export function rectOf({ attributes }: SourceElement) {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (BOUNDS.exec(attributes['bounds'] ?? '') ?? [])
    .slice(1)
    .map(Number);
  return { x: x1, y: y1, width: x2 - x1, height: y2 - y1 };
}

function elementOf(tree: ScreenTree, parent: SourceElement | undefined): SourceElement {
  const children: SourceElement[] = [];
  const element = { className: tree.className, attributes: tree.attributes, parent, children };
  children.push(...tree.children.map((child) => elementOf(child, element)));
  return element;
}

function withDescendants(element: SourceElement): SourceElement[] {
  return [element, ...descendants(element)];
}

function descendants({ children }: SourceElement): SourceElement[] {
  return children.flatMap(withDescendants);
}

function select(
  { conditions, steps }: ParsedSelector,
  among: readonly SourceElement[],
): SourceElement[] {
  const instance = conditions.find(({ name }) => name === 'instance')?.value;
  const matching = among.filter((element) => conditions.every((each) => meets(element, each)));
  let found = typeof instance === 'number' ? matching.slice(instance, instance + 1) : matching;
  for (const { to, selector } of steps) {
    const around = found.flatMap((element) =>
      to === 'childSelector'
        ? descendants(element)
        : element.parent === undefined
          ? []
          : descendants(element.parent),
    );
    found = select(selector, [...new Set(around)]);
  }
  return found;
}

/** Attributes of a page source by the conditions that ask for them. */
const ATTRIBUTE_OF: Readonly<Record<string, string>> = {
  resourceId: 'resource-id',
  text: 'text',
  packageName: 'package',
  description: 'content-desc',
};

function meets(element: SourceElement, { name, value }: Condition): boolean {
  const { attributes, className } = element;
  if (name === 'instance') return true;
  if (name === 'className') return className === value;
  if (typeof value === 'boolean') return (attributes[name] === 'true') === value;
  const attribute = ATTRIBUTE_OF[name.replace(/Matches$/, '')];
  if (attribute === undefined) throw new Error(`no condition of a screen's element: ${name}`);
  const has = attributes[attribute] ?? '';
  if (!name.endsWith('Matches')) return has === value;
  // Java's String.matches; a text of no letters is none, as the server has it.
  return attributes[attribute] !== undefined && new RegExp(`^(?:${value})$`).test(has);
}

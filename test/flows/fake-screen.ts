/**
 * A fake at the wire: the few WebDriver commands that page objects and flows send, answered from a
 * list of views. Knows no screen and no flow.
 */
export interface FakeView {
  readonly id?: string;
  readonly text?: string;
  readonly packageName?: string;
  readonly className?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly picture?: Buffer;
  /** Pixels from the top of the screen; unset: 0. */
  readonly top?: number;
  onClick?(): void;
  onValue?(text: string): void;
}

export interface FakeScreen {
  /** What shows now; asked again for every command. */
  views(): readonly FakeView[];
  onKey(key: string): void;
  onStartActivity(): void;
  onBack(): void;
  /** Any other command of the driver's own, such as `mobile: isLocked`. */
  onCommand?(command: string, args: Readonly<Record<string, unknown>>): unknown;
}

const ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';

export class FakeDriver {
  readonly #screen: FakeScreen;
  readonly #found: FakeView[] = [];

  constructor(screen: FakeScreen) {
    this.#screen = screen;
  }

  findElements(strategy: string, selector: string) {
    return Promise.resolve(
      this.#find(`${strategy === '-android uiautomator' ? 'android=' : ''}${selector}`).map(
        (view) => ({ [ELEMENT_KEY]: String(this.#found.push(view) - 1) }),
      ),
    );
  }

  async findElement(strategy: string, selector: string) {
    const [found] = await this.findElements(strategy, selector);
    return found ?? { error: 'no such element' };
  }

  getElementAttribute(element: string, name: string) {
    const { id, packageName, attributes } = this.#found[Number(element)] ?? {};
    const known = { ...attributes, resourceId: id, package: packageName };
    return Promise.resolve((known as Record<string, string | undefined>)[name] ?? null);
  }

  getPageSource() {
    const nodes = this.#screen
      .views()
      .map(({ className = 'android.view.View', text = '' }) => `<${className} text="${text}" />`);
    return Promise.resolve(`<hierarchy>${nodes.join('')}</hierarchy>`);
  }

  takeElementScreenshot(element: string) {
    return Promise.resolve(this.#found[Number(element)]?.picture?.toString('base64') ?? '');
  }

  /** Everything is at the left edge of the screen. */
  getElementRect(element: string) {
    const view = this.#found[Number(element)];
    const there = view !== undefined;
    const y = view?.top ?? 0;
    return Promise.resolve({ x: 0, y, width: there ? 16 : 0, height: there ? 8 : 0 });
  }

  elementClick(element: string) {
    this.#found[Number(element)]?.onClick?.();
    return Promise.resolve();
  }

  execute(command: string, args: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    if (command !== 'mobile: startActivity') {
      return Promise.resolve(this.#screen.onCommand?.(command, args) ?? null);
    }
    this.#screen.onStartActivity();
    return Promise.resolve();
  }

  getOrientation() {
    return Promise.resolve('PORTRAIT');
  }

  isKeyboardShown() {
    return Promise.resolve(false);
  }

  performActions(sources: { actions: { type: string; value: string }[] }[]) {
    for (const { type, value } of sources.flatMap(({ actions }) => actions)) {
      if (type === 'keyDown') this.#screen.onKey(value);
    }
    return Promise.resolve();
  }

  back() {
    this.#screen.onBack();
    return Promise.resolve();
  }

  $(selector: string) {
    const view = () => {
      const found = this.#find(selector)[0];
      // As WebdriverIO says it, which waits for an element before it acts on it.
      if (!found)
        throw new Error(
          `Can't act on element with selector "${selector}" because element wasn't found`,
        );
      return found;
    };
    return {
      isExisting: () => Promise.resolve(this.#find(selector).length > 0),
      click: async () => view().onClick?.(),
      setValue: async (text: string) => view().onValue?.(text),
      getText: async () => view().text ?? '',
      getAttribute: async (name: string) => view().attributes?.[name] ?? null,
      getTagName: async () => view().className ?? 'android.view.View',
      // One that is not there has no id.
      getElement: async () => {
        const found = this.#find(selector)[0];
        return { selector, elementId: found && String(this.#found.push(found) - 1) };
      },
    };
  }

  $$(selector: string) {
    const found = this.#find(selector);
    return {
      map: <T>(each: (element: { getText(): Promise<string> }) => Promise<T>) =>
        Promise.all(found.map((view) => each({ getText: async () => view.text ?? '' }))),
    };
  }

  #find(selector: string): FakeView[] {
    const views = this.#screen.views();
    const { first, wanted } = parsed(selector);
    // Every view is every other's sibling and child here.
    if (first && !views.some((view) => takes(first, view))) return [];
    return views.filter((view) => takes(wanted, view));
  }
}

type Condition = (view: FakeView) => boolean;

interface Selector {
  /** What another view than the one that is looked for has to meet. */
  readonly first?: readonly Condition[];
  readonly wanted: readonly Condition[];
}

/** A flow asks for the same few again and again. */
const PARSED = new Map<string, Selector>();

function parsed(selector: string): Selector {
  const known = PARSED.get(selector);
  if (known) return known;
  const scroll = /scrollIntoView\((.*)\)$/.exec(selector)?.[1];
  const [, first, sibling] = /^(.*)\.(?:fromParent|childSelector)\((.*)\)$/.exec(selector) ?? [];
  const wanted = conditions(scroll ?? sibling ?? selector);
  const result = first === undefined ? { wanted } : { first: conditions(first), wanted };
  PARSED.set(selector, result);
  return result;
}

function takes(all: readonly Condition[], view: FakeView): boolean {
  return all.every((condition) => condition(view));
}

/** What a UiSelector chain of literal conditions asks of a view. */
function conditions(selector: string): Condition[] {
  const found = [...selector.matchAll(/\.(\w+)\((?:"((?:[^"\\]|\\.)*)"|true)\)/g)];
  return found.map(([, name, literal = '']) => condition(String(name), literal));
}

function condition(name: string, literal: string): Condition {
  const value = literal.replaceAll('\\"', '"');
  const pattern = name.endsWith('Matches') ? new RegExp(`^(?:${value})$`) : undefined;
  const matches = (text: string) => pattern?.test(text) ?? false;
  switch (name) {
    case 'resourceId':
      return ({ id }) => id === value;
    case 'resourceIdMatches':
      return ({ id = '' }) => matches(id);
    case 'text':
      return ({ text }) => text === value;
    case 'textMatches':
      return ({ text = '' }) => matches(text);
    case 'packageName':
      return ({ packageName }) => packageName === value;
    case 'packageNameMatches':
      return ({ packageName }) => packageName !== undefined && matches(packageName);
    case 'className':
      return ({ className }) => className === value;
    case 'checkable':
      return ({ attributes }) => attributes?.['checked'] !== undefined;
    default:
      throw new Error(`unexpected condition ${name}`);
  }
}

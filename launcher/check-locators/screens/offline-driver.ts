import { rectOf, type SourceElement } from './source-screen.ts';

const ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';
const NOTHING = '';

/** A page object used a control that is not on the screen. */
export class ControlMissingError extends Error {
  override readonly name = 'ControlMissingError';
  readonly locator: string;

  constructor(locator: string) {
    super(`no element for ${locator}`);
    this.locator = locator;
  }
}

/** What takes a locator: a recorded screen, or something that notes what it is asked. */
export type Find = (locator: string) => readonly SourceElement[];

/**
 * What page objects and the recogniser use of a WebDriver session, without a phone: elements are found by
 * `find`, and commands that would act on the screen do nothing.
 */
export class OfflineDriver {
  readonly #find: Find;
  readonly #elements: SourceElement[] = [];

  constructor(find: Find) {
    this.#find = find;
  }

  /** As page objects take it. */
  get browser(): WebdriverIO.Browser {
    return this as unknown as WebdriverIO.Browser;
  }

  async findElements(_strategy: string, locator: string) {
    return this.#find(locator).map((element) => this.#reference(element));
  }

  async findElement(_strategy: string, locator: string) {
    const [element] = this.#find(locator);
    return element === undefined ? { error: 'no such element' } : this.#reference(element);
  }

  async getElementAttribute(id: string, name: string): Promise<string | null> {
    return attributeOf(this.#element(id), name);
  }

  async getElementText(id: string): Promise<string> {
    return this.#element(id).attributes['text'] ?? NOTHING;
  }

  async getElementRect(id: string) {
    return rectOf(this.#element(id));
  }

  $(locator: string) {
    const one = (): SourceElement => {
      const [element] = this.#find(locator);
      if (element === undefined) throw new ControlMissingError(locator);
      return element;
    };
    return {
      isExisting: async () => this.#find(locator).length > 0,
      click: async () => void one(),
      setValue: async () => void one(),
      getText: async () => one().attributes['text'] ?? NOTHING,
      getAttribute: async (name: string) => attributeOf(one(), name),
      getElement: async () => ({ elementId: this.#reference(one())[ELEMENT_KEY] }),
    };
  }

  $$(locator: string) {
    const found = this.#find(locator);
    return {
      map: <T>(each: (element: { getText(): Promise<string> }) => Promise<T>) =>
        Promise.all(
          found.map(({ attributes }) =>
            each({ getText: async () => attributes['text'] ?? NOTHING }),
          ),
        ),
    };
  }

  async elementClick(): Promise<void> {}
  async back(): Promise<void> {}
  async performActions(): Promise<void> {}
  async openNotifications(): Promise<void> {}
  async isKeyboardShown(): Promise<boolean> {
    return false;
  }
  async execute(): Promise<unknown> {
    return undefined;
  }
  async takeScreenshot(): Promise<string> {
    return NOTHING;
  }
  async takeElementScreenshot(): Promise<string> {
    return NOTHING;
  }

  #reference(element: SourceElement) {
    return { [ELEMENT_KEY]: String(this.#elements.push(element) - 1) } as const;
  }

  #element(id: string): SourceElement {
    const element = this.#elements[Number(id)];
    if (element === undefined) throw new Error(`no element ${id}`);
    return element;
  }
}

function attributeOf({ attributes }: SourceElement, name: string): string | null {
  return attributes[name === 'resourceId' ? 'resource-id' : name] ?? null;
}

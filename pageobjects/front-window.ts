import { android } from './locators.ts';

interface MaybeFound {
  readonly 'element-6066-11e4-a52e-4f735466cecf'?: string;
}

/** The window that is in front, whichever app's it is. */
export class FrontWindow {
  readonly #driver: WebdriverIO.Browser;

  constructor(driver: WebdriverIO.Browser) {
    this.#driver = driver;
  }

  /** Its app; `undefined` when no window shows, as with the screen off. Two short commands. */
  async packageName(): Promise<string | undefined> {
    try {
      const found = (await this.#driver.findElement(
        '-android uiautomator',
        'new UiSelector().packageNameMatches(".+")',
      )) as unknown as MaybeFound;
      const element = found['element-6066-11e4-a52e-4f735466cecf'];
      if (element === undefined) return undefined;
      return (await this.#driver.getElementAttribute(element, 'package')) ?? undefined;
    } catch (error) {
      // It went away meanwhile.
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  /** The activity that is in front, where the driver may ask for it. */
  async activity(): Promise<string | undefined> {
    try {
      return await this.#driver.execute('mobile: getCurrentActivity');
    } catch {
      return undefined;
    }
  }

  /** Every text in it, in the screen's order. */
  async texts(): Promise<string[]> {
    return this.#driver
      .$$(android('new UiSelector().textMatches(".+")'))
      .map((view) => view.getText());
  }
}

function isGone(error: unknown): boolean {
  return (
    error instanceof Error && ['no such element', 'stale element reference'].includes(error.name)
  );
}

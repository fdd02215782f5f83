import { byText } from './locators.ts';
import { Page, type Found } from './page.ts';

/** So much may stand below the title of a row, at most, before its switch begins. */
const MAX_LINES_BELOW = 2;

/** A row of a title and a switch. */
export interface SwitchRow {
  /** Whichever wording the row has. */
  readonly titles: readonly string[];
  readonly packageName: string;
}

/** A screen with a switch for syncing at all, in a row of its own. */
export abstract class SyncPage extends Page {
  protected abstract readonly syncRow: SwitchRow;

  /** Whether syncing is switched on; `undefined` where the page does not offer it. */
  syncIsOn(): Promise<boolean | undefined> {
    return this.isOn(this.syncRow);
  }

  /** Turns the switch of syncing, if there is one. */
  tapSync(): Promise<void> {
    return this.turn(this.syncRow);
  }

  /** Whether a switch is on; `undefined` where there is none. */
  protected async isOn(row: SwitchRow): Promise<boolean | undefined> {
    const found = await this.#switchOf(row);
    if (found === undefined) return undefined;
    return (await this.driver.getElementAttribute(found.elementId, 'checked')) === 'true';
  }

  /** Turns a switch, if there is one. */
  protected async turn(row: SwitchRow): Promise<void> {
    const found = await this.#switchOf(row);
    if (found !== undefined) await this.driver.elementClick(found.elementId);
  }

  /**
   * How deep rows nest is not known: the switch is the one beside the title, or beside what stands
   * below it in the same row, since a switch is in the middle of a row of any height.
   */
  async #switchOf({ titles, packageName }: SwitchRow): Promise<Found | undefined> {
    const named = await this.allOf(byText(titles, packageName));
    if (named.length === 0) return undefined;
    const switches = await this.allOf(
      `new UiSelector().packageName("${packageName}").checkable(true)`,
    );
    return named
      .flatMap(({ rect: title }) =>
        switches.map((found) => ({ found, linesBelow: linesBelow(title, found.rect) })),
      )
      .filter(({ linesBelow }) => linesBelow <= MAX_LINES_BELOW)
      .sort((one, other) => one.linesBelow - other.linesBelow)[0]?.found;
  }
}

/** How far below a title a switch begins, in heights of the title: none beside it, infinite above. */
function linesBelow(title: Found['rect'], { y, height }: Found['rect']): number {
  if (y + height < title.y + title.height / 2) return Number.POSITIVE_INFINITY;
  return Math.max(0, (y - title.y - title.height) / title.height);
}

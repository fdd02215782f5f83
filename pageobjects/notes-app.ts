import { android, byId } from './locators.ts';
import { openActivity } from './open-activity.ts';
import { Page } from './page.ts';

const PACKAGE = 'com.miui.notes';
const LIST = 'com.miui.notes/.ui.NotesListActivity';
const id = (name: string) => byId(`${PACKAGE}:id/${name}`);

/**
 * Xiaomi's notes: the list, and the page of one note. The ids come from scripts of people who automate the
 * app, but for that of a title in the list, which is inferred.
 */
export class NotesApp extends Page {
  override readonly screen = 'notes';
  override readonly signature = { ids: [`${PACKAGE}:id/content_add`] };

  /** Opens the list, whatever of the app was open before. */
  async open(): Promise<void> {
    await openActivity(this.driver, { component: LIST });
  }

  /** The list shows. */
  async tapAdd(): Promise<void> {
    await this.driver.$(android(id('content_add'))).click();
  }

  /** The page of a note shows. */
  async write({ title, text }: { readonly title: string; readonly text: string }): Promise<void> {
    await this.driver.$(android(id('note_title'))).setValue(title);
    await this.driver.$(android(id('rich_editor'))).setValue(text);
  }

  /** From the page of a note, which keeps it, back to the list. */
  async tapBack(): Promise<void> {
    await this.driver.$(android(id('home'))).click();
  }

  /** Whether the list has a note of that title. */
  async has(title: string): Promise<boolean> {
    return this.driver.$(android(`${id('title')}.text("${title}")`)).isExisting();
  }
}

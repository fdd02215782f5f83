import { android, byId } from './locators.ts';
import { openActivity } from './open-activity.ts';
import { Page } from './page.ts';

const PACKAGE = 'com.android.contacts';
const LIST = 'com.android.contacts/.activities.PeopleActivity';
const ADD = byId(`${PACKAGE}:id/floating_action_button`);
const NAME = byId(`${PACKAGE}:id/cliv_name_textview`);
const SAVE = byId(`${PACKAGE}:id/editor_menu_save_button`, `${PACKAGE}:id/save_menu_item`);
const field = (index: number) =>
  `new UiSelector().packageName("${PACKAGE}").className("android.widget.EditText").instance(${index})`;

/**
 * The address book: the list, and the page of a new contact. Its ids are those of AOSP's app; that Xiaomi's
 * has the same ones, and name and number as its first fields, is inferred.
 */
export class ContactsApp extends Page {
  override readonly screen = 'contacts';
  override readonly signature = { ids: [`${PACKAGE}:id/floating_action_button`] };

  /** Opens the list, whatever of the app was open before. */
  async open(): Promise<void> {
    await openActivity(this.driver, { component: LIST });
  }

  /** The list shows. */
  async tapAdd(): Promise<void> {
    await this.driver.$(android(ADD)).click();
  }

  /** The page of a new contact shows. */
  async fillIn({
    name,
    number,
  }: {
    readonly name: string;
    readonly number: string;
  }): Promise<void> {
    await this.driver.$(android(field(0))).setValue(name);
    await this.driver.$(android(field(1))).setValue(number);
  }

  async tapSave(): Promise<void> {
    await this.driver.$(android(SAVE)).click();
  }

  /** Whether the list has a contact of that name. */
  async has(name: string): Promise<boolean> {
    return this.driver.$(android(`${NAME}.text("${name}")`)).isExisting();
  }
}

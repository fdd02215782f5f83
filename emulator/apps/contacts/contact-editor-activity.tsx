/** @jsxImportSource #ui */
import { Activity, type Intent } from '../../android/activity.ts';
import type { Contact } from '../../android/providers/contacts-provider.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { TextButton } from '../../ui/components/buttons.tsx';
import { InputBox } from '../../ui/components/fields.tsx';
import { AppBar, Page } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { LinearLayout } from '../../ui/widgets.tsx';
import { stringsFor, type Strings } from '../strings/index.ts';
import { CONTACTS_PACKAGE, contactsId } from './ids.ts';

/** A contact that is made; its fields have no ids, as in AOSP's app. Leaving it keeps nothing. */
export class ContactEditorActivity extends Activity {
  readonly #strings: Strings;
  #contact: Contact = { name: '', number: '' };

  constructor(system: AndroidSystem, intent: Intent) {
    super(system, CONTACTS_PACKAGE, intent);
    this.#strings = stringsFor(system);
  }

  override render(): UiNode {
    const { name, number } = this.#contact;
    return (
      <Page style={{ background: COLORS.card }}>
        <AppBar
          title={this.#strings.contacts_add}
          backLabel={this.#strings.passport_back}
          onBack={() => this.finish()}
          end={
            <TextButton
              id={contactsId('editor_menu_save_button')}
              text={this.#strings.contacts_save}
              style={{ maxLines: 1, autoSize: true }}
              onClick={() => this.#save()}
            />
          }
        />
        <LinearLayout style={{ marginHorizontal: theme().textMargin, marginVertical: 16, gap: 16 }}>
          <InputBox
            text={name}
            hint={this.#strings.contacts_name}
            input={{ kind: 'text', action: 'next', autoFocus: true }}
            onTextChange={(changed) => this.#change({ name: changed })}
          />
          <InputBox
            text={number}
            hint={this.#strings.contacts_number}
            input={{ kind: 'phone' }}
            onTextChange={(changed) => this.#change({ number: changed })}
          />
        </LinearLayout>
      </Page>
    );
  }

  #change(part: Partial<Contact>): void {
    this.#contact = { ...this.#contact, ...part };
    this.invalidate();
  }

  /** A contact without a name goes by its number; without either it is none. */
  #save(): void {
    const [name, number] = [this.#contact.name.trim(), this.#contact.number.trim()];
    const shown = name === '' ? number : name;
    if (shown !== '') this.system.contacts.insert({ name: shown, number });
    this.finish();
  }
}

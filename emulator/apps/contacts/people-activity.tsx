/** @jsxImportSource #ui */
import type { Intent } from '../../android/activity.ts';
import { CONTACTS_AUTHORITY, type Contact } from '../../android/providers/contacts-provider.ts';
import type { SyncedRow } from '../../android/providers/synced-table.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { EmptyText } from '../../ui/components/empty-text.tsx';
import { FloatingButton } from '../../ui/components/floating-button.tsx';
import { Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { theme } from '../../ui/themes/theme.ts';
import { ImageView, LinearLayout, RecyclerView, TextView } from '../../ui/widgets.tsx';
import { SyncedDataActivity } from '../synced-data-activity.ts';
import { CONTACT_DETAIL, CONTACT_EDITOR, CONTACTS_PACKAGE, contactsId } from './ids.ts';

/** All contacts by name. */
export class PeopleActivity extends SyncedDataActivity {
  constructor(system: AndroidSystem, intent: Intent) {
    const source = { table: system.contacts, authority: CONTACTS_AUTHORITY };
    super(system, CONTACTS_PACKAGE, intent, source);
  }

  override render(): UiNode {
    const { strings } = this;
    const { contacts, locale } = this.system;
    const { compare } = new Intl.Collator(locale);
    const people = [...contacts.rows].sort((a, b) => compare(a.value.name, b.value.name));
    return (
      <Page>
        <PageHeader title={strings.cloud_item_contacts} />
        {people.length === 0 ? (
          <EmptyText text={strings.contacts_empty} />
        ) : (
          <RecyclerView id="android:id/list">{people.map((one) => this.#person(one))}</RecyclerView>
        )}
        <FloatingButton
          id={contactsId('floating_action_button')}
          icon="plus"
          desc={strings.contacts_add}
          onClick={() => this.startActivity({ component: CONTACT_EDITOR })}
        />
      </Page>
    );
  }

  #person({ id, value }: SyncedRow<Contact>): UiNode {
    const { colors, row } = theme();
    return (
      <LinearLayout
        key={id}
        onClick={() => this.startActivity({ component: CONTACT_DETAIL, extras: { id } })}
        style={{
          direction: 'row',
          align: 'center',
          gap: 14,
          minHeight: row.minHeight,
          paddingHorizontal: theme().textMargin,
          paddingVertical: 8,
        }}
      >
        <ImageView
          icon="account"
          important={false}
          style={{
            width: 40,
            height: 40,
            padding: 8,
            radius: 20,
            background: colors.accentSoft,
            color: colors.accent,
          }}
        />
        <TextView
          id={contactsId('cliv_name_textview')}
          text={value.name}
          style={{ textSize: row.titleSize, shrink: 1, maxLines: 1, ellipsize: 'end' }}
        />
      </LinearLayout>
    );
  }
}

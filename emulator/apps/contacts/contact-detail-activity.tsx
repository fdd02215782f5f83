/** @jsxImportSource #ui */
import type { Intent } from '../../android/activity.ts';
import { CONTACTS_AUTHORITY } from '../../android/providers/contacts-provider.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { ListRow } from '../../ui/components/list-row.tsx';
import { Card, Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { SyncedDataActivity } from '../synced-data-activity.ts';
import { CONTACTS_PACKAGE } from './ids.ts';

/** Name and number of a contact. */
export class ContactDetailActivity extends SyncedDataActivity {
  constructor(system: AndroidSystem, intent: Intent) {
    const source = { table: system.contacts, authority: CONTACTS_AUTHORITY };
    super(system, CONTACTS_PACKAGE, intent, source);
  }

  override render(): UiNode {
    const contact = this.system.contacts.get(Number(this.intent.extras?.['id']))?.value;
    return (
      <Page>
        <PageHeader
          title={contact?.name ?? ''}
          backLabel={this.strings.passport_back}
          onBack={() => this.finish()}
        />
        {contact === undefined || contact.number === '' ? null : (
          <Card>
            <ListRow title={contact.number} summary={this.strings.contacts_number} icon="phone" />
          </Card>
        )}
      </Page>
    );
  }
}

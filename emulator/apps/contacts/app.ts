import type { AppDefinition } from '../../android/activity.ts';
import { stringsFor } from '../strings/index.ts';
import { ContactDetailActivity } from './contact-detail-activity.tsx';
import { ContactEditorActivity } from './contact-editor-activity.tsx';
import { CONTACT_DETAIL, CONTACT_EDITOR, CONTACTS_PACKAGE, PEOPLE } from './ids.ts';
import { PeopleActivity } from './people-activity.tsx';

/** The address book. Its activities and ids are those of AOSP's app, where that has such. */
export const contactsApp: AppDefinition = {
  packageName: CONTACTS_PACKAGE,
  label: 'Contacts',
  shownLabel: (system) => stringsFor(system).cloud_item_contacts,
  versionName: '16.0.1.8',
  versionCode: 160001008,
  uid: 10123,
  permissions: ['android.permission.READ_CONTACTS', 'android.permission.WRITE_CONTACTS'],
  activities: [
    {
      className: PEOPLE.className,
      exported: true,
      launchMode: 'singleTask',
      actions: ['android.intent.action.MAIN'],
      categories: ['android.intent.category.LAUNCHER', 'android.intent.category.APP_CONTACTS'],
      create: (system, intent) => new PeopleActivity(system, intent),
    },
    {
      className: CONTACT_EDITOR.className,
      exported: true,
      create: (system, intent) => new ContactEditorActivity(system, intent),
    },
    {
      className: CONTACT_DETAIL.className,
      exported: false,
      create: (system, intent) => new ContactDetailActivity(system, intent),
    },
  ],
};

/** AOSP's package, which Xiaomi's app has too; on global phones Google's app may be in its place. */
export const CONTACTS_PACKAGE = 'com.android.contacts';

const activity = (name: string) =>
  ({
    packageName: CONTACTS_PACKAGE,
    className: `${CONTACTS_PACKAGE}.activities.${name}`,
  }) as const;

/** The way into the app. */
export const PEOPLE = activity('PeopleActivity');

/** One contact, named by the extra `id`. */
export const CONTACT_DETAIL = activity('ContactDetailActivity');

/** A new contact. */
export const CONTACT_EDITOR = activity('ContactEditorActivity');

/** Full resource name of a view of the contacts app. */
export function contactsId(name: string): string {
  return `${CONTACTS_PACKAGE}:id/${name}`;
}

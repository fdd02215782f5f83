import { CloudAgreementPage } from '../../../pageobjects/cloud-agreement-page.ts';
import { CloudLegalPage } from '../../../pageobjects/cloud-legal-page.ts';
import { PasswordDialog } from '../../../pageobjects/components/password-dialog.ts';
import { ContactsApp } from '../../../pageobjects/contacts-app.ts';
import { CountryListPage } from '../../../pageobjects/country-list-page.ts';
import { NotesApp } from '../../../pageobjects/notes-app.ts';
import type { Page, PageClass } from '../../../pageobjects/page.ts';
import { PasswordPage } from '../../../pageobjects/password-page.ts';
import { PhoneNumberPage } from '../../../pageobjects/phone-number-page.ts';
import { PictureCodePage } from '../../../pageobjects/picture-code-page.ts';
import { SmsCodePage } from '../../../pageobjects/sms-code-page.ts';
import { SyncPage } from '../../../pageobjects/sync-page.ts';
import { UnreadCloudPage } from '../../../pageobjects/unread-cloud-page.ts';

/** For each method that has to be given something, what it is given: once for each locator it may use. */
type CallsOf<P> = {
  readonly [
    Name in keyof P as P[Name] extends (...args: infer Args) => unknown
      ? Args['length'] extends 0
        ? never
        : Name
      : never
  ]: P[Name] extends (...args: infer Args) => unknown ? readonly Args[] : never;
};

type Calls = Readonly<Record<string, readonly (readonly unknown[])[]>>;

const CALLS = new Map<object, Calls>();

function define<P extends Page>(pageClass: PageClass<P>, calls: CallsOf<P>): void {
  CALLS.set(pageClass, calls);
}

define(CloudAgreementPage, {
  placesOfLink: [['privacyPolicy'], ['userAgreement']],
  touch: [[{ x: 0, y: 0 }]],
});
define(CloudLegalPage, { shows: [['privacyPolicy'], ['userAgreement']] });
define(PasswordDialog, { enterPassword: [['a']] });
define(ContactsApp, { fillIn: [[{ name: 'a', number: '1' }]], has: [['a']] });
define(CountryListPage, { search: [['a']], choose: [['+49']] });
define(NotesApp, { write: [[{ title: 'a', text: 'b' }]], has: [['a']] });
define(PasswordPage, { enter: [[{ login: 'a', password: 'b' }]] });
define(PhoneNumberPage, { enterNumber: [['1']], setConsent: [[true], [false]] });
define(PictureCodePage, { enterCode: [['a']] });
define(SmsCodePage, { typeKeys: [['1']], replaceCode: [['1']] });
define(UnreadCloudPage, { placeOfText: [['a']] });
// What only the pages that are made of it use.
CALLS.set(SyncPage, { isOn: [], turn: [] });

/**
 * What to call a method of a page object with, to see its locators.
 * @param owner the class that has it.
 * @returns no argument lists for one that is not called by itself; `undefined` when it has to be given
 *   something that nobody has said.
 */
export function argumentsFor(
  owner: object,
  method: string,
  parameters: number,
): readonly (readonly unknown[])[] | undefined {
  return CALLS.get(owner)?.[method] ?? (parameters === 0 ? [[]] : undefined);
}

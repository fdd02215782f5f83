import { accountIds } from './locators.ts';
import { Page } from './page.ts';

/** A web page of the service's that checks who is there. It is for a person: nothing in it is known. */
export class SecurityCheckPage extends Page {
  override readonly screen = 'security check';
  override readonly signature = { ids: accountIds('verify_webView'), counts: 'first' as const };
}

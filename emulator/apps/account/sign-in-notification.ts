import type { AndroidSystem } from '../../android/system.ts';
import { stringsFor } from '../strings/index.ts';
import { ACCOUNT_PACKAGE, ACCOUNT_SETTINGS } from './ids.ts';
import { xiaomiAccount } from './xiaomi-account.ts';

const ID = 1;

/**
 * Asks in the shade to sign in for as long as nobody is signed in. Only the title is known to be the
 * real app's (`login_notification_title`); when it posts it, and what a tap opens, is inferred: here it
 * is there once the phone has started, quietly, and leads where the account row of Settings does.
 */
export function askToSignIn(system: AndroidSystem): void {
  if (xiaomiAccount(system)) system.notifications.cancel(ACCOUNT_PACKAGE, ID);
  else post(system);
}

function post(system: AndroidSystem): void {
  const { login_notification_title: title, sign_in_notification_text: text } = stringsFor(system);
  system.notifications.post({
    packageName: ACCOUNT_PACKAGE,
    id: ID,
    title,
    text,
    channel: 'account',
    silent: true,
    contentIntent: { component: ACCOUNT_SETTINGS },
  });
}

import type { Masker } from './masker.ts';
import { authorization } from './remote-appium.ts';
import type { NotifyTarget } from './notify-target.ts';
import type { Settings } from './settings.ts';

/** What is shorter would be found in texts that it has nothing to do with. */
const MIN_SECRET_LENGTH = 12;

/** Tells a masker what of the settings may be shown nowhere. */
export function addSecrets(masker: Masker, settings: Settings): void {
  const { phoneNumber, inventory, accountPassword, remote, capabilities, notify } = settings;
  if (phoneNumber !== undefined) masker.addPhoneNumber(phoneNumber);
  for (const { sims, signUpNumber } of inventory.phones) {
    for (const { number } of sims) masker.addPhoneNumber(number);
    if (signUpNumber !== undefined) masker.addPhoneNumber(signUpNumber);
  }
  for (const secret of [accountPassword, remote?.user, remote?.key, ...keysIn(capabilities)]) {
    if (secret === undefined) continue;
    masker.addSecret(secret, 'password');
    // As an address has it.
    masker.addSecret(encodeURIComponent(secret), 'password');
  }
  for (const secret of secretsOf(notify)) masker.addSecret(secret, 'password');
  // As it goes over the wire.
  if (remote !== undefined) {
    for (const value of Object.values(authorization(remote))) {
      masker.addSecret(value.replace(/^Basic /, ''), 'password');
    }
  }
}

/** Chats tell by an address's path and query who may write. A command's words are shown nowhere. */
function secretsOf(notify: NotifyTarget | undefined): readonly string[] {
  if (notify?.kind !== 'address') return [];
  const [path, query] = [notify.url.pathname, notify.url.search].map((part) => part.slice(1));
  return [`${path}?${query}`, path ?? '', query ?? ''].filter(
    (part) => part.length >= MIN_SECRET_LENGTH,
  );
}

/** What clouds call their users and keys, at any depth: `accessKey`, `userName`, `apiToken` … */
const KEY = /user.?name|key$|token|secret|password/i;

function keysIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return KEY.test(name) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, item]) => keysIn(item, inner));
}

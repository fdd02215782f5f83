import type { Masker } from './masker.ts';
import { authorization } from './remote-appium.ts';
import type { Settings } from './settings.ts';

/** Tells a masker what of the settings may be shown nowhere. */
export function addSecrets(masker: Masker, settings: Settings): void {
  const { phoneNumber, inventory, accountPassword, remote, capabilities } = settings;
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
  // As it goes over the wire.
  if (remote !== undefined) {
    for (const value of Object.values(authorization(remote))) {
      masker.addSecret(value.replace(/^Basic /, ''), 'password');
    }
  }
}

/** What clouds call their users and keys, at any depth: `accessKey`, `userName`, `apiToken` … */
const KEY = /user.?name|key$|token|secret|password/i;

function keysIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return KEY.test(name) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, item]) => keysIn(item, inner));
}

import type { Masker } from './masker.ts';
import type { Settings } from './settings.ts';

/** Tells a masker what of the settings may be shown nowhere. */
export function addSecrets(masker: Masker, settings: Settings): void {
  const { phoneNumber, inventory, accountPassword, remote } = settings;
  if (phoneNumber !== undefined) masker.addPhoneNumber(phoneNumber);
  for (const { sims, signUpNumber } of inventory.phones) {
    for (const { number } of sims) masker.addPhoneNumber(number);
    if (signUpNumber !== undefined) masker.addPhoneNumber(signUpNumber);
  }
  for (const secret of [accountPassword, remote?.user, remote?.key]) {
    if (secret !== undefined) masker.addSecret(secret, 'password');
  }
}

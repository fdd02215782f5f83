import type { AndroidSystem } from '../../android/system.ts';
import type { SignIn } from './passport-client.ts';

const ACCOUNT_TYPE = 'com.xiaomi';

/** The Xiaomi account on the phone, as its apps see it. */
export interface XiaomiAccount {
  readonly id: string;
  readonly nickname: string;
  /** E.164 */
  readonly phone: string;
  readonly token: string;
}

/** The account that is signed in, if any. */
export function xiaomiAccount(system: AndroidSystem): XiaomiAccount | undefined {
  const account = system.accounts.list().find(({ type }) => type === ACCOUNT_TYPE);
  if (!account) return undefined;
  const read = (key: string) => system.accounts.userData(account, key) ?? '';
  return {
    id: account.name,
    nickname: read('nickname'),
    phone: read('phone'),
    token: read('token'),
  };
}

export function addXiaomiAccount(system: AndroidSystem, signIn: SignIn): void {
  const { id, nickname, phone } = signIn.account;
  const userData = { nickname, phone, token: signIn.token };
  system.accounts.add({ name: id, type: ACCOUNT_TYPE, userData });
}

export function removeXiaomiAccount(system: AndroidSystem, id: string): void {
  system.accounts.remove({ name: id, type: ACCOUNT_TYPE });
}

import { type Dump, lines } from './dump.ts';

const SHOWN_AT_START = 4;
const SHOWN_AT_END = 3;
const ACCOUNT_PACKAGE = 'com.xiaomi.account';

/** `dumpsys account`, with the names masked as Xiaomi's framework does. */
export const dumpAccount: Dump = ({ system }) => {
  const accounts = system.accounts.list();
  const authenticator = system.packages.get(ACCOUNT_PACKAGE);
  return lines(
    'User UserInfo{0:Owner:13}:',
    `  Accounts: ${accounts.length}`,
    accounts.map(({ name, type }) => `    Account {name=${mask(name)}, type=${type}}`),
    '',
    '  Active Sessions: 0',
    '',
    `  RegisteredServicesCache: ${authenticator ? 1 : 0} services`,
    authenticator
      ? [
          `    ServiceInfo: AuthenticatorDescription {type=com.xiaomi}, ComponentInfo{${ACCOUNT_PACKAGE}/${ACCOUNT_PACKAGE}.accountservice.AuthenticatorService}, uid ${authenticator.uid}`,
        ]
      : [],
  );
};

function mask(name: string): string {
  if (name.length <= SHOWN_AT_START + SHOWN_AT_END) return '***';
  return `${name.slice(0, SHOWN_AT_START)}***${name.slice(-SHOWN_AT_END)}`;
}

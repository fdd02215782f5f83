import { MI_ACCOUNT_TYPE, parseAccounts } from '../../accounts.ts';
import type { PhoneCheck } from '../facts.ts';
import { textOf } from '../facts.ts';
import { menuPath } from '../menus.ts';
import { failed, passed, unknown } from '../result.ts';

export const signedOut: PhoneCheck = {
  id: 'signed-out',
  asks: ['accounts'],
  judge(facts) {
    const accounts = parseAccounts(textOf(facts, 'accounts'));
    const where = menuPath('account', facts.system);
    if (accounts === undefined) {
      return unknown('`dumpsys account` lists no user', `Look whether one is signed in: ${where}.`);
    }
    // Which account is nobody's business here: its id may not be shown.
    const mine = accounts.filter(({ type }) => type === MI_ACCOUNT_TYPE);
    if (mine.length === 0) return passed('nobody is signed in');
    const space = mine.every(({ userId }) => userId !== 0) ? ' (in the second space)' : '';
    const { device, mayBeSignedIn = false } = facts.context;
    return {
      ...failed(
        `a Mi account is signed in${space}`,
        `Sign out: \`npm run signout -- --serial ${device.serial}\`, or ${where}.`,
      ),
      required: !mayBeSignedIn,
    };
  },
};

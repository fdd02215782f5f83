// What `npm run signout` runs: signs out the Mi account of a phone, outside of a test run.
import { loadSettings, type Settings } from '../config/settings.ts';
import { chooseOnePhone } from '../config/targets/choose-phones.ts';
import { listAccounts, MI_ACCOUNT_TYPE } from '../device/accounts.ts';
import { Adb } from '../device/adb.ts';
import { discoverPhones } from '../device/discovery/discover.ts';
import { printLines as print, runCommand } from './command-line.ts';
import { parseSignOutOptions, SIGN_OUT_HELP, type SignOutOptions } from './signout/options.ts';
import { signOutOf } from './signout/sign-out-of.ts';

async function signOut(
  { serial: wanted, syncedData }: SignOutOptions,
  settings: Settings,
  signal: AbortSignal,
): Promise<number> {
  const adbPath = Adb.find();
  const adbs = new Adb({ adbPath });
  const { serial } = chooseOnePhone(await discoverPhones(adbs, { signal }), {
    ...settings,
    ...(wanted !== undefined && { selection: { serials: [wanted], conditions: [] } }),
  });
  const adb = adbs.forPhone(serial);
  const accounts = await listAccounts(adb, { signal });
  if (!accounts.some(({ type }) => type === MI_ACCOUNT_TYPE)) {
    print(`${serial}: nobody is signed in, so nothing was done.`);
    return 0;
  }
  await signOutOf({ serial, adb, adbPath, settings, syncedData, signal });
  print(`${serial}: signed out.`);
  return 0;
}

await runCommand({
  help: SIGN_OUT_HELP,
  parse: parseSignOutOptions,
  run: (options, signal) => signOut(options, loadSettings(undefined, { connected: true }), signal),
});

import { AGREEMENT_VERSION } from '../account/legal.tsx';
import type { PassportActivity } from '../account/passport-activity.tsx';
import type { XiaomiAccount } from '../account/xiaomi-account.ts';
import { storeCloudSwitches, type CloudSwitches } from './cloud-switches.ts';

/** Tells the account service first; only then do the switches hold on the phone. */
export async function applyCloudSwitches(
  activity: PassportActivity,
  account: XiaomiAccount,
  switches: CloudSwitches,
): Promise<void> {
  await activity.busy(activity.strings.passport_dialog_loading, (client) =>
    client.consentToCloud(account.token, { agreement: AGREEMENT_VERSION, ...switches }),
  );
  storeCloudSwitches(activity.system, switches);
  activity.invalidate();
}

/** As {@link applyCloudSwitches}, from a switch: what goes wrong is told to the person. */
export function changeCloudSwitches(
  activity: PassportActivity,
  account: XiaomiAccount,
  switches: CloudSwitches,
): void {
  activity.run(() => applyCloudSwitches(activity, account, switches));
}

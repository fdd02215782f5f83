/** @jsxImportSource #ui */
import { DialogPanel } from '../../ui/components/dialog-panel.tsx';
import { cloudSwitches, forgetCloudSwitches } from '../cloud/cloud-switches.ts';
import { systemDialogIds } from '../system-dialog.ts';
import { PassportError } from './errors.ts';
import type { PassportActivity } from './passport-activity.tsx';
import { askPassword } from './password-dialog.tsx';
import { removeXiaomiAccount, type XiaomiAccount } from './xiaomi-account.ts';

/**
 * Signs out, and finishes the activity: the password first if Find device is on, then what becomes of
 * the synced data. Either question may be dismissed, which ends it.
 */
export function signOut(activity: PassportActivity, account: XiaomiAccount): void {
  activity.run(async () => {
    if (!(await isAllowed(activity, account))) return;
    const synced = await askAboutData(activity);
    if (synced === undefined) return;
    await closeSession(activity, account);
    const { contacts, notes } = activity.system;
    removeXiaomiAccount(activity.system, account.id);
    forgetCloudSwitches(activity.system);
    for (const data of [contacts, notes]) data.leaveAccount(account.id, synced);
    activity.finish();
  });
}

/** An account that was made with a phone number alone has no password that could be asked for. */
async function isAllowed(activity: PassportActivity, account: XiaomiAccount): Promise<boolean> {
  if (!cloudSwitches(activity.system).findDevice) return true;
  const { passport_dialog_loading: waiting } = activity.strings;
  const hasPassword = await unlessGone(async () => {
    const answer = await activity.busy(waiting, (client) => client.account(account.token));
    return answer.hasPassword;
  });
  return hasPassword ? askPassword(activity, account) : true;
}

/** What becomes of the data that was synced; `undefined` if the person has not chosen. */
function askAboutData(activity: PassportActivity): Promise<'keep' | 'remove' | undefined> {
  const { strings } = activity;
  return new Promise((resolve) => {
    const choose = (synced: 'keep' | 'remove') => () => {
      resolve(synced);
      dialog.dismiss();
    };
    const dialog = activity.showDialog({
      onDismiss: () => resolve(undefined),
      render: () => (
        <DialogPanel
          ids={systemDialogIds(activity.packageName)}
          title={strings.sign_out_title}
          message={strings.sign_out_message}
          buttons={[
            {
              id: 'android:id/button2',
              text: strings.sign_out_remove,
              onClick: choose('remove'),
            },
            {
              id: 'android:id/button1',
              text: strings.sign_out_keep,
              primary: true,
              onClick: choose('keep'),
            },
          ]}
        />
      ),
    });
  });
}

async function closeSession(activity: PassportActivity, account: XiaomiAccount): Promise<void> {
  const { strings } = activity;
  try {
    await unlessGone(() =>
      activity.busy(strings.signing_out, (client) => client.signOut(account.token)),
    );
  } catch (error) {
    if (error instanceof PassportError) activity.toast(strings.logout_failed);
    throw error;
  }
}

/** `undefined` if the service has forgotten the session: nothing is left to sign out from. */
async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PassportError && error.code === 'NOT_SIGNED_IN') return undefined;
    throw error;
  }
}

/** @jsxImportSource #ui */
import { DialogPanel, MESSAGE_STYLE } from '../../../../ui/components/dialog-panel.tsx';
import { TextView } from '../../../../ui/widgets.tsx';
import { format } from '../../../strings/index.ts';
import { accountId } from '../../ids.ts';
import type { AccountLoginActivity } from './login-activity.tsx';

/** The number has an account already: asks whether it is the person's own. */
export function askExistingAccount(
  activity: AccountLoginActivity,
  account: { readonly nickname: string },
  shownPhone: string,
): Promise<'mine' | 'other' | 'dismissed'> {
  const { strings } = activity;
  const info = [
    format(strings.passport_dialog_nick_name_prefix, account.nickname),
    format(strings.passport_dialog_phone_number_prefix, shownPhone),
  ].join('\n');
  return new Promise((resolve) => {
    const answer = (choice: 'mine' | 'other') => () => {
      resolve(choice);
      dialog.dismiss();
    };
    const dialog = activity.showDialog({
      onDismiss: () => resolve('dismissed'),
      render: () => (
        <DialogPanel
          ids={{ title: accountId('title') }}
          title={strings.passport_dialog_is_your_mi_account}
          stacked
          buttons={[
            {
              id: accountId('positive'),
              text: strings.passport_dialog_is_my_account,
              primary: true,
              onClick: answer('mine'),
            },
            {
              id: accountId('negative'),
              text: strings.passport_dialog_register_other,
              onClick: answer('other'),
            },
          ]}
        >
          <TextView id={accountId('text_view_user_info')} text={info} style={MESSAGE_STYLE} />
        </DialogPanel>
      ),
    });
  });
}

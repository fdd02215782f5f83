/** @jsxImportSource #ui */
import { DialogPanel, MESSAGE_STYLE } from '../../../../ui/components/dialog-panel.tsx';
import { TextView } from '../../../../ui/widgets.tsx';
import { accountId } from '../../ids.ts';
import { agreementSpans } from '../../legal.tsx';
import type { AccountLoginActivity } from './login-activity.tsx';

/** Asks for the consent that the check box has not given; calls `onAgree` when it is given. */
export function askConsent(activity: AccountLoginActivity, onAgree: () => void): void {
  const { strings } = activity;
  activity.host.hideKeyboard();
  const dialog = activity.showDialog({
    render: () => (
      <DialogPanel
        ids={{ title: accountId('title') }}
        title={strings.consent_dialog_title}
        buttons={[
          {
            id: accountId('negative'),
            text: strings.cancel,
            onClick: () => dialog.dismiss(),
          },
          {
            id: accountId('positive'),
            text: strings.i_agree_continue,
            primary: true,
            onClick: () => {
              dialog.dismiss();
              onAgree();
            },
          },
        ]}
      >
        <TextView
          id={accountId('message')}
          spans={agreementSpans(activity, strings.consent_dialog_message)}
          style={MESSAGE_STYLE}
        />
      </DialogPanel>
    ),
  });
}

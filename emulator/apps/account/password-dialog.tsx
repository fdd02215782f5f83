/** @jsxImportSource #ui */
import type { DialogHandle } from '../../android/activity.ts';
import { DialogPanel } from '../../ui/components/dialog-panel.tsx';
import { InputBox } from '../../ui/components/fields.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { TextView } from '../../ui/widgets.tsx';
import { format } from '../strings/index.ts';
import { systemDialogIds } from '../system-dialog.ts';
import { PassportError } from './errors.ts';
import type { PassportActivity } from './passport-activity.tsx';
import type { XiaomiAccount } from './xiaomi-account.ts';

/**
 * Asks for the account's password until it is right, as signing out wants it while Find device is on.
 * @returns false if the person gave up
 */
export function askPassword(activity: PassportActivity, account: XiaomiAccount): Promise<boolean> {
  return new Promise((resolve) => new PasswordDialog(activity, account, resolve));
}

class PasswordDialog {
  readonly #activity: PassportActivity;
  readonly #account: XiaomiAccount;
  readonly #resolve: (isRight: boolean) => void;
  readonly #dialog: DialogHandle;
  #password = '';
  #error = '';

  constructor(
    activity: PassportActivity,
    account: XiaomiAccount,
    resolve: (isRight: boolean) => void,
  ) {
    this.#activity = activity;
    this.#account = account;
    this.#resolve = resolve;
    this.#dialog = activity.showDialog({
      canceledOnTouchOutside: false,
      render: () => this.#render(),
      onDismiss: () => resolve(false),
    });
  }

  #render(): UiNode {
    const { strings } = this.#activity;
    return (
      <DialogPanel
        ids={systemDialogIds(this.#activity.packageName)}
        title={strings.sign_out_password_title}
        message={format(strings.sign_out_password_message, this.#account.id)}
        buttons={[
          {
            id: 'android:id/button2',
            text: strings.cancel,
            onClick: () => this.#dialog.dismiss(),
          },
          {
            id: 'android:id/button1',
            text: strings.ok,
            primary: true,
            enabled: this.#password !== '',
            onClick: () => this.#check(),
          },
        ]}
      >
        <InputBox
          text={this.#password}
          hint={strings.password_hint}
          input={{ kind: 'password', action: 'done' }}
          onTextChange={(text) => {
            this.#password = text;
            this.#say('');
          }}
        />
        <TextView
          important={this.#error !== ''}
          text={this.#error}
          style={{ textSize: 13, color: COLORS.danger, minHeight: 20, marginVertical: 4 }}
        />
      </DialogPanel>
    );
  }

  #check(): void {
    const activity = this.#activity;
    const { strings } = activity;
    activity.host.hideKeyboard();
    activity.run(
      async () => {
        try {
          await activity.busy(strings.passport_dialog_loading, (client) =>
            client.checkPassword(this.#account.token, this.#password),
          );
        } catch (error) {
          if (!(error instanceof PassportError) || error.code !== 'PASSWORD_WRONG') throw error;
          this.#password = '';
          this.#say(strings.sign_out_password_wrong);
          return;
        }
        this.#resolve(true);
        this.#dialog.dismiss();
      },
      (text) => this.#say(text),
    );
  }

  #say(error: string): void {
    this.#error = error;
    this.#dialog.invalidate();
  }
}

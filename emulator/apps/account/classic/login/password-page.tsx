/** @jsxImportSource #ui */
import { PrimaryButton, TextButton } from '../../../../ui/components/buttons.tsx';
import { InputBox } from '../../../../ui/components/fields.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { LinearLayout, View } from '../../../../ui/widgets.tsx';
import { accountId } from '../../ids.ts';
import { AGREEMENT_VERSION } from '../../legal.tsx';
import type { LoginFlowActivity, LoginPage } from '../../login-flow.tsx';
import { FieldError, LoginFrame } from './login-frame.tsx';
import { PictureField } from './picture-field.tsx';

/** Signs in with an account's name and password. */
export class PasswordPage implements LoginPage {
  readonly #activity: LoginFlowActivity;
  readonly #picture: PictureField;
  #login: string;
  #password = '';
  #error = '';

  /** @param login what is known of the account already */
  constructor(activity: LoginFlowActivity, login = '') {
    this.#activity = activity;
    this.#picture = new PictureField(activity);
    this.#login = login;
  }

  render(): UiNode {
    const activity = this.#activity;
    const { strings } = activity;
    return (
      <LoginFrame activity={activity} title={strings.passport_password_phone_login}>
        <InputBox
          id={accountId('et_account_name')}
          text={this.#login}
          hint={strings.login_id_hint}
          input={{ kind: 'text', action: 'next' }}
          onTextChange={(text) => {
            this.#login = text;
            this.#say('');
          }}
        />
        <View important={false} style={{ height: 12 }} />
        <InputBox
          id={accountId('et_account_password')}
          text={this.#password}
          hint={strings.password_hint}
          input={{ kind: 'password', action: 'done' }}
          onTextChange={(text) => {
            this.#password = text;
            this.#say('');
          }}
        />
        <FieldError text={this.#error} />
        {this.#picture.render()}
        <PrimaryButton
          id={accountId('btn_login')}
          text={strings.passport_password_login_btn}
          enabled={this.#login !== '' && this.#password !== ''}
          onClick={() => this.#submit()}
        />
        <LinearLayout
          important={false}
          style={{ direction: 'row', justify: 'space-between', gap: 16, marginTop: 8 }}
        >
          <TextButton
            id={accountId('entry_to_sms_login')}
            text={strings.passport_to_verify_code_login}
            onClick={() => activity.backTo()}
          />
          <TextButton
            id={accountId('forgot_pwd')}
            text={strings.find_password}
            onClick={() =>
              activity.showMessage(strings.find_password_message, strings.find_password)
            }
            style={{ textAlign: 'end' }}
          />
        </LinearLayout>
      </LoginFrame>
    );
  }

  #submit(): void {
    if (!this.#picture.isFilledIn()) return;
    const activity = this.#activity;
    activity.host.hideKeyboard();
    activity.run(
      async () => {
        const signIn = await activity.busy(activity.strings.passport_dialog_doing_login, (client) =>
          this.#picture.redeem(client, (pictureId) =>
            client.passwordSignIn(this.#login.trim(), this.#password, AGREEMENT_VERSION, pictureId),
          ),
        );
        if (signIn) activity.completeSignIn(signIn);
      },
      (text, code) => this.#say(text, code),
    );
  }

  /** @param code the service's, of what was wrong */
  #say(error: string, code?: string): void {
    this.#error = this.#picture.take(error, code);
    this.#activity.invalidate();
  }
}

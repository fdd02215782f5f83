/** @jsxImportSource #ui */
import { PrimaryButton, TextButton } from '../../../../ui/components/buttons.tsx';
import { InputBox } from '../../../../ui/components/fields.tsx';
import { Page } from '../../../../ui/components/page.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { LinearLayout, ScrollView, TextView } from '../../../../ui/widgets.tsx';
import { accountId } from '../../ids.ts';
import type { AccountLoginActivity } from './login-activity.tsx';
import type { LoginPage } from './login-page.ts';
import { LoginTopBar } from './login-top-bar.tsx';

/** Signs in with an account's name and password. */
export class PasswordPage implements LoginPage {
  readonly #activity: AccountLoginActivity;
  #login = '';
  #password = '';
  #error = '';

  /** @param login what is known of who signs in */
  constructor(activity: AccountLoginActivity, login = '') {
    this.#activity = activity;
    this.#login = login;
  }

  render(): UiNode {
    const activity = this.#activity;
    const { strings } = activity;
    return (
      <Page style={{ background: COLORS.card }}>
        <LoginTopBar activity={activity} help={strings.help_message} />
        <ScrollView style={{ paddingHorizontal: 28, gap: 14 }}>
          <TextView
            text={strings.passport_password_phone_login}
            style={{ textSize: 26, marginTop: 20, marginBottom: 18 }}
          />
          <InputBox
            boxId={accountId('login_id')}
            id={accountId('input')}
            text={this.#login}
            hint={strings.login_id_hint}
            input={{ kind: 'text', action: 'next' }}
            onTextChange={(text) => {
              this.#login = text;
              this.#say('');
            }}
          />
          <InputBox
            boxId={accountId('password')}
            id={accountId('input')}
            text={this.#password}
            hint={strings.password_hint}
            input={{ kind: 'password', action: 'done' }}
            onTextChange={(text) => {
              this.#password = text;
              this.#say('');
            }}
            onEditorAction={() => this.#submit()}
          />
          <TextView
            important={this.#error !== ''}
            text={this.#error}
            style={{ textSize: 13, color: COLORS.danger, minHeight: 20 }}
          />
          <PrimaryButton
            id={accountId('login')}
            text={strings.passport_password_login_btn}
            enabled={this.#isComplete}
            onClick={() => this.#submit()}
          />
          <LinearLayout style={{ direction: 'row', justify: 'space-between', gap: 16 }}>
            <TextButton
              id={accountId('verify_code_login')}
              text={strings.passport_to_verify_code_login}
              onClick={() => activity.startOver()}
            />
            <TextButton
              id={accountId('find_password')}
              text={strings.find_password}
              onClick={() =>
                activity.showMessage(strings.find_password_message, strings.find_password)
              }
            />
          </LinearLayout>
        </ScrollView>
      </Page>
    );
  }

  get #isComplete(): boolean {
    return this.#login.trim() !== '' && this.#password !== '';
  }

  #submit(): void {
    if (!this.#isComplete) return;
    const { strings } = this.#activity;
    this.#activity.host.hideKeyboard();
    this.#activity.run(
      async () => {
        const signIn = await this.#activity.busy(strings.passport_dialog_doing_login, (client) =>
          client.passwordSignIn(this.#login.trim(), this.#password),
        );
        this.#activity.completeSignIn(signIn);
      },
      (text) => this.#say(text),
    );
  }

  #say(error: string): void {
    this.#error = error;
    this.#activity.invalidate();
  }
}

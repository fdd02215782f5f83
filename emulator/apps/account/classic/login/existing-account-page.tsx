/** @jsxImportSource #ui */
import { PrimaryButton, SecondaryButton } from '../../../../ui/components/buttons.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { LinearLayout, TextView } from '../../../../ui/widgets.tsx';
import { format } from '../../../strings/index.ts';
import { accountId } from '../../ids.ts';
import type { LoginFlowActivity, LoginPage } from '../../login-flow.tsx';
import { AccountCard } from './account-card.tsx';
import { LoginFrame } from './login-frame.tsx';

interface ExistingAccount {
  readonly id: string;
  readonly nickname: string;
}

/** Asks whether the account that the number has is the person's, or was its last owner's. */
export class ExistingAccountPage implements LoginPage {
  readonly #activity: LoginFlowActivity;
  readonly #account: ExistingAccount;
  readonly #shownPhone: string;
  readonly #onAnswer: (isMine: boolean) => void;

  /** @param shownPhone the number as the person reads it */
  constructor(
    activity: LoginFlowActivity,
    account: ExistingAccount,
    shownPhone: string,
    onAnswer: (isMine: boolean) => void,
  ) {
    this.#activity = activity;
    this.#account = account;
    this.#shownPhone = shownPhone;
    this.#onAnswer = onAnswer;
  }

  render(): UiNode {
    const { strings } = this.#activity;
    return (
      <LoginFrame activity={this.#activity} title={strings.passport_mi_account_title}>
        <TextView
          id={accountId('recycle_prompt')}
          text={format(strings.classic_recycle_prompt, this.#shownPhone)}
          style={{ textSize: 16 }}
        />
        <AccountCard strings={strings} account={this.#account} />
        <LinearLayout important={false} style={{ gap: 12 }}>
          <PrimaryButton
            id={accountId('btn_login_account')}
            text={strings.classic_yes}
            onClick={() => this.#onAnswer(true)}
          />
          <SecondaryButton
            id={accountId('btn_reg_account')}
            text={strings.classic_nope}
            onClick={() => this.#onAnswer(false)}
          />
        </LinearLayout>
      </LoginFrame>
    );
  }
}

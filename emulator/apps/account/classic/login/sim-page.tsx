/** @jsxImportSource #ui */
import { PrimaryButton, SecondaryButton, TextButton } from '../../../../ui/components/buttons.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { LinearLayout, ProgressBar, TextView } from '../../../../ui/widgets.tsx';
import { PassportError, RequestCancelled } from '../../errors.ts';
import { accountId } from '../../ids.ts';
import { AGREEMENT_VERSION, agreementSpans } from '../../legal.tsx';
import type { LoginFlowActivity, LoginPage } from '../../login-flow.tsx';
import type { PassportClient, PhoneNumber, SignIn, SimAccounts } from '../../passport-client.ts';
import { maskedNationalNumber } from '../../phone-text.ts';
import { AccountCard } from './account-card.tsx';
import { FieldError, LoginFrame } from './login-frame.tsx';
import { PictureField } from './picture-field.tsx';

/** The page is not worth waiting for longer: a number can be typed as well. */
const QUERY_TIMEOUT_MS = 15_000;

/**
 * Offers to sign in by the SIM card's number, for which the operator vouches. It goes away when the
 * service knows nothing of that number.
 */
export class SimPage implements LoginPage {
  readonly #activity: LoginFlowActivity;
  readonly #phone: PhoneNumber;
  readonly #picture: PictureField;
  readonly #removed = new AbortController();
  #offer: SimAccounts | undefined;
  #error = '';

  /** @param phone the SIM card's number */
  constructor(activity: LoginFlowActivity, phone: PhoneNumber) {
    this.#activity = activity;
    this.#phone = phone;
    this.#picture = new PictureField(activity);
    activity.run(() => this.#query());
  }

  onRemoved(): void {
    this.#removed.abort();
  }

  render(): UiNode {
    const { strings } = this.#activity;
    return (
      <LoginFrame activity={this.#activity} title={strings.passport_mi_account_title}>
        {this.#offer ? this.#buttons(this.#offer) : this.#loading()}
      </LoginFrame>
    );
  }

  #loading(): UiNode {
    return (
      <LinearLayout important={false} style={{ align: 'center', marginTop: 80, gap: 16 }}>
        <ProgressBar style={{ width: 32, height: 32 }} />
        <TextView
          id={accountId('loading_notice')}
          text={this.#activity.strings.classic_loading_sim}
          style={{ textSize: 15, color: COLORS.textSecondary, textAlign: 'center' }}
        />
      </LinearLayout>
    );
  }

  #buttons({ accounts: [account] }: SimAccounts): UiNode {
    const { strings } = this.#activity;
    const Register = account ? SecondaryButton : PrimaryButton;
    return (
      <LinearLayout important={false}>
        <TextView text={maskedNationalNumber(this.#phone.number)} style={{ textSize: 22 }} />
        <TextView
          text={account ? strings.classic_sim_account : strings.classic_sim_no_account}
          style={{ textSize: 14, color: COLORS.textSecondary, marginTop: 6, marginBottom: 16 }}
        />
        {account ? <AccountCard strings={strings} account={account} /> : null}
        {this.#picture.render()}
        {this.#error === '' ? null : <FieldError text={this.#error} />}
        <LinearLayout important={false} style={{ gap: 12 }}>
          {account ? (
            <PrimaryButton
              id={accountId('btn_login_account')}
              text={strings.passport_login_by_local_phone_long_text}
              onClick={() => this.#signIn(account.id)}
            />
          ) : null}
          <Register
            id={accountId('btn_register')}
            text={strings.passport_login_register_by_local_phone_long_text}
            onClick={() => this.#signIn(undefined)}
          />
        </LinearLayout>
        <LinearLayout important={false} style={{ align: 'center', marginVertical: 8 }}>
          <TextButton
            id={accountId('login_other_account')}
            text={strings.passport_login_other}
            onClick={() => this.#activity.backTo()}
          />
        </LinearLayout>
        <TextView
          spans={agreementSpans(this.#activity, strings.classic_sim_agreement)}
          style={{ textSize: 13, lineHeight: 19, color: COLORS.textSecondary }}
        />
      </LinearLayout>
    );
  }

  /** Whatever goes wrong, the number can be typed instead: that page is below this one. */
  async #query(): Promise<void> {
    const timeout = new AbortController();
    const { clock } = this.#activity.system;
    const cancelTimeout = clock.after(QUERY_TIMEOUT_MS, () => timeout.abort());
    const client = this.#activity.clientUntil(
      AbortSignal.any([this.#removed.signal, timeout.signal]),
    );
    try {
      this.#offer = await client.simAccounts(this.#phone);
      this.#activity.invalidate();
    } catch (error) {
      const isExpected = error instanceof PassportError || error instanceof RequestCancelled;
      if (!this.#removed.signal.aborted) this.#activity.backTo();
      if (!isExpected) throw error;
    } finally {
      cancelTimeout();
    }
  }

  #signIn(simAccountId: string | undefined): void {
    if (!this.#picture.isFilledIn()) return;
    const activity = this.#activity;
    const { strings } = activity;
    const waiting =
      simAccountId === undefined
        ? strings.passport_dialog_doing_register
        : strings.passport_dialog_doing_login;
    activity.host.hideKeyboard();
    activity.run(
      async () => {
        const signIn = await activity.busy(waiting, (client) => this.#ask(client, simAccountId));
        if (signIn) activity.completeSignIn(signIn);
      },
      (text, code) => this.#say(text, code),
    );
  }

  /** `undefined` if a picture must be read first. */
  async #ask(client: PassportClient, accountId: string | undefined): Promise<SignIn | undefined> {
    if (this.#offer?.pictureRequired && !this.#picture.shown) {
      await this.#picture.load(client);
      return undefined;
    }
    return this.#picture.redeem(client, (pictureId) =>
      client.simSignIn(this.#phone, { agreement: AGREEMENT_VERSION, pictureId, accountId }),
    );
  }

  /** @param code the service's, of what was wrong */
  #say(error: string, code?: string): void {
    this.#error = this.#picture.take(error, code);
    this.#activity.invalidate();
  }
}

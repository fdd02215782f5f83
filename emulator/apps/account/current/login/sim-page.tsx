/** @jsxImportSource #ui */
import { PrimaryButton, TextButton } from '../../../../ui/components/buttons.tsx';
import { ConsentRow } from '../../../../ui/components/fields.tsx';
import { Page } from '../../../../ui/components/page.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { theme } from '../../../../ui/themes/theme.ts';
import {
  FrameLayout,
  ImageView,
  LinearLayout,
  ProgressBar,
  ScrollView,
  TextView,
} from '../../../../ui/widgets.tsx';
import { PassportError } from '../../errors.ts';
import { accountId } from '../../ids.ts';
import { AGREEMENT_VERSION, agreementSpans } from '../../legal.tsx';
import type { PhoneNumber, SimAccounts } from '../../passport-client.ts';
import { maskedNationalNumber } from '../../phone-text.ts';
import { askConsent } from './consent-dialog.tsx';
import type { AccountLoginActivity } from './login-activity.tsx';
import { LoginHeader } from './login-header.tsx';
import type { LoginPage } from './login-page.ts';
import { LoginTopBar } from './login-top-bar.tsx';
import { withPicture } from './with-picture.ts';

/**
 * Signs in by the SIM card's own number, with one tap and no code. The names inside the card are
 * those of com.xiaomi.passport.ui.view.PhoneAccountCard.
 */
export class SimPage implements LoginPage {
  readonly #activity: AccountLoginActivity;
  readonly #number: PhoneNumber;
  readonly #skipped = new AbortController();
  /** `undefined` while the service is asked. */
  #known: SimAccounts | undefined;
  #agreed = false;

  constructor(activity: AccountLoginActivity, number: PhoneNumber) {
    this.#activity = activity;
    this.#number = number;
    activity.run(() => this.#query());
  }

  onRemoved(): void {
    this.#skipped.abort();
  }

  render(): UiNode {
    const activity = this.#activity;
    return (
      <Page style={{ background: COLORS.card }}>
        <LoginTopBar activity={activity} help={activity.strings.help_message} />
        {this.#known ? this.#offer(this.#known) : this.#querying()}
      </Page>
    );
  }

  #querying(): UiNode {
    const { strings } = this.#activity;
    return (
      <LinearLayout
        id={accountId('query_phone_account')}
        style={{ grow: 1, align: 'center', justify: 'center', paddingHorizontal: 28, gap: 16 }}
      >
        <ProgressBar style={{ width: 34, height: 34 }} />
        <TextView
          text={strings.passport_doing_query_account}
          style={{ textSize: 16, textAlign: 'center', color: COLORS.textSecondary }}
        />
        <TextButton
          id={accountId('skip_query')}
          text={strings.passport_skip_query_account}
          onClick={() => this.#activity.replaceByPhonePage()}
        />
      </LinearLayout>
    );
  }

  #offer({ accounts }: SimAccounts): UiNode {
    const activity = this.#activity;
    const { strings } = activity;
    return (
      <ScrollView style={{ paddingHorizontal: 28 }}>
        <LoginHeader title={strings.passport_mi_account_title} />
        <FrameLayout
          id={accountId('phone_account_card')}
          style={{
            direction: 'row',
            align: 'center',
            gap: 16,
            padding: 20,
            radius: 20,
            background: theme().colors.field,
          }}
        >
          <ImageView
            id={accountId('iv_user_avatar')}
            icon={accounts.length > 0 ? 'account' : 'sim'}
            style={{
              width: 48,
              height: 48,
              padding: 10,
              radius: 24,
              background: theme().colors.accentSoft,
              color: theme().colors.accent,
            }}
          />
          <LinearLayout style={{ grow: 1, shrink: 1, gap: 2 }}>
            <TextView
              id={accountId('tv_phone_number')}
              text={maskedNationalNumber(this.#number.number)}
              style={{ textSize: 20, fontWeight: 500 }}
            />
            <TextView
              id={accountId('tv_user_name')}
              text={accounts[0]?.nickname ?? strings.sim_new_account}
              style={{ textSize: 13, color: COLORS.textSecondary }}
            />
          </LinearLayout>
        </FrameLayout>
        <LinearLayout style={{ marginTop: 20, marginBottom: 24 }}>
          <ConsentRow
            checkBoxId={accountId('user_agreement_checkbox')}
            textId={accountId('user_agreement_hint')}
            checked={this.#agreed}
            onToggle={(checked) => this.#agree(checked)}
            spans={agreementSpans(activity, strings.consent_text)}
          />
        </LinearLayout>
        <PrimaryButton
          id={accountId('login_or_register')}
          text={
            accounts.length > 0
              ? strings.passport_login_by_local_phone_long_text
              : strings.passport_login_register_by_local_phone_long_text
          }
          onClick={() => this.#loginOrRegister()}
        />
        <LinearLayout style={{ align: 'center', marginTop: 14 }}>
          <TextButton
            id={accountId('login_other')}
            text={strings.passport_login_other}
            onClick={() => activity.openPhonePage()}
          />
        </LinearLayout>
      </ScrollView>
    );
  }

  async #query(): Promise<void> {
    const client = this.#activity.clientUntil(this.#skipped.signal);
    try {
      this.#known = await client.simAccounts(this.#number);
      this.#activity.invalidate();
    } catch (error) {
      if (!(error instanceof PassportError)) throw error;
      // The one-tap sign-in is an offer: where it fails, for whatever reason, the app goes on without
      // a word about it, and asks for the number.
      this.#activity.replaceByPhonePage();
    }
  }

  #loginOrRegister(): void {
    if (this.#agreed) {
      this.#signIn();
      return;
    }
    askConsent(this.#activity, () => {
      this.#agree(true);
      this.#signIn();
    });
  }

  #signIn(): void {
    const activity = this.#activity;
    const accountId = this.#known?.accounts[0]?.id;
    const { strings } = activity;
    const doing = accountId
      ? strings.passport_dialog_doing_login
      : strings.passport_dialog_doing_register;
    const request = { agreement: AGREEMENT_VERSION, accountId };
    activity.run(() =>
      activity.unlessPasswordWanted(this.#number.number, async () => {
        const signIn = await withPicture(
          activity,
          this.#known?.pictureRequired ?? false,
          (pictureId) =>
            activity.busy(doing, (client) =>
              client.simSignIn(this.#number, { ...request, pictureId }),
            ),
        );
        if (signIn) activity.completeSignIn(signIn);
      }),
    );
  }

  #agree(agreed: boolean): void {
    this.#agreed = agreed;
    this.#activity.invalidate();
  }
}

/** @jsxImportSource #ui */
import { PrimaryButton, TextButton } from '../../../../ui/components/buttons.tsx';
import { ConsentRow, InputBox } from '../../../../ui/components/fields.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { ImageView, LinearLayout, TextView } from '../../../../ui/widgets.tsx';
import { countryOf, type Country } from '../../countries.ts';
import { accountId } from '../../ids.ts';
import { agreementSpans } from '../../legal.tsx';
import type { LoginFlowActivity, LoginPage } from '../../login-flow.tsx';
import type { PassportClient, SentCode } from '../../passport-client.ts';
import { SmsCodeReceiver } from '../../sms-code-receiver.ts';
import { CodePage } from './code-page.tsx';
import { CountryPage } from './country-page.tsx';
import { FieldError, LoginFrame } from './login-frame.tsx';
import { PasswordPage } from './password-page.tsx';
import { PictureField } from './picture-field.tsx';

/** Country code, phone number, the picture if the service wants one, Next. */
export class NumberPage implements LoginPage {
  readonly #activity: LoginFlowActivity;
  readonly #picture: PictureField;
  #country: Country;
  #number = '';
  #agreed = true;
  #error = '';

  constructor(activity: LoginFlowActivity) {
    this.#activity = activity;
    this.#picture = new PictureField(activity);
    this.#country = countryOf(activity.system.profile.defaultCountry);
  }

  /** Shows a picture that must be read before a code is sent. */
  askPicture(client: PassportClient): Promise<void> {
    return this.#picture.load(client);
  }

  render(): UiNode {
    const activity = this.#activity;
    const { strings } = activity;
    return (
      <LoginFrame activity={activity} title={strings.passport_mi_account_title}>
        <TextView
          text={strings.passport_mi_account_first_title}
          style={{ textSize: 14, color: COLORS.textSecondary, marginBottom: 16 }}
        />
        <InputBox
          id={accountId('input_phone_num')}
          text={this.#number}
          hint={strings.passport_phone_num_hint_text}
          input={{ kind: 'phone', maxLength: 20, action: 'done' }}
          onTextChange={(text) => this.#set(() => (this.#number = text))}
          start={this.#region()}
        />
        <FieldError text={this.#error} />
        {this.#picture.render()}
        <PrimaryButton
          id={accountId('btn_login_or_register_next')}
          text={strings.passport_next}
          onClick={() => this.#next()}
        />
        <LinearLayout important={false} style={{ align: 'center', marginVertical: 8 }}>
          <TextButton
            id={accountId('entry_to_account_password_login')}
            text={strings.passport_to_password_login}
            onClick={() => activity.open(new PasswordPage(activity))}
          />
        </LinearLayout>
        <ConsentRow
          checkBoxId={accountId('license')}
          checked={this.#agreed}
          onToggle={(checked) => this.#set(() => (this.#agreed = checked))}
          spans={agreementSpans(activity, strings.consent_text)}
        />
      </LoginFrame>
    );
  }

  #region(): UiNode {
    return (
      <LinearLayout important={false} style={{ direction: 'row', align: 'center', gap: 2 }}>
        <TextView
          id={accountId('phone_region_iso')}
          text={`+${this.#country.callingCode}`}
          clickable
          onClick={() => this.#chooseCountry()}
          style={{ textSize: 16, paddingVertical: 10, shrink: 0 }}
        />
        <ImageView
          important={false}
          icon="chevron-down"
          style={{ width: 18, height: 18, color: COLORS.textHint }}
        />
      </LinearLayout>
    );
  }

  #chooseCountry(): void {
    const page = new CountryPage(this.#activity, (country) => {
      this.#country = country;
      this.#error = '';
      this.#activity.back();
    });
    this.#activity.open(page);
  }

  #next(): void {
    const { strings } = this.#activity;
    if (this.#number.trim() === '') this.#say(strings.passport_error_empty_phone_num);
    else if (!this.#agreed) this.#activity.toast(strings.passport_error_user_agreement_error);
    else if (this.#picture.isFilledIn()) this.#requestCode();
  }

  #requestCode(): void {
    const activity = this.#activity;
    const phone = { callingCode: `+${this.#country.callingCode}`, number: this.#number.trim() };
    activity.host.hideKeyboard();
    activity.run(
      async () => {
        const codes = new SmsCodeReceiver(activity.system);
        let sent: SentCode | undefined;
        try {
          sent = await activity.busy(activity.strings.passport_sending_vcode, (client) =>
            this.#picture.redeem(client, (pictureId) =>
              client.requestSmsCode(phone, { pictureId, webChecks: false }),
            ),
          );
        } finally {
          if (!sent) codes.stop();
        }
        if (!sent) return;
        this.#picture.hide();
        activity.open(
          new CodePage(activity, {
            phone,
            resendAfterSeconds: sent.resendAfterSeconds,
            numberPage: this,
            codes,
          }),
        );
      },
      (text, code) => this.#say(text, code),
    );
  }

  /** @param code the service's, of what was wrong */
  #say(error: string, code?: string): void {
    this.#error = this.#picture.take(error, code);
    this.#activity.invalidate();
  }

  /** Changes something and says `error` at the number, by default nothing. */
  #set(change: () => void, error = ''): void {
    change();
    this.#error = error;
    this.#activity.invalidate();
  }
}

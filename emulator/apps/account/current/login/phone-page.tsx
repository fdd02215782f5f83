/** @jsxImportSource #ui */
import { TextButton, PrimaryButton } from '../../../../ui/components/buttons.tsx';
import { ConsentRow, InputBox } from '../../../../ui/components/fields.tsx';
import { Page } from '../../../../ui/components/page.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { LinearLayout, ScrollView, TextView, View } from '../../../../ui/widgets.tsx';
import { accountId } from '../../ids.ts';
import { agreementSpans } from '../../legal.tsx';
import type { SentCode } from '../../passport-client.ts';
import { SmsCodeReceiver } from '../../sms-code-receiver.ts';
import { askConsent } from './consent-dialog.tsx';
import { countryOf, type Country } from '../../countries.ts';
import { CountryPage } from './country-page.tsx';
import type { AccountLoginActivity } from './login-activity.tsx';
import { LoginHeader } from './login-header.tsx';
import type { LoginPage } from './login-page.ts';
import { LoginTopBar } from './login-top-bar.tsx';
import { requestSmsCode } from './request-sms-code.ts';
import { SmsCodePage } from './sms-code-page.tsx';

/** The first page: country code, phone number, consent, Next. */
export class PhonePage implements LoginPage {
  readonly #activity: AccountLoginActivity;
  #country: Country;
  #number = '';
  #agreed = false;
  #error = '';

  constructor(activity: AccountLoginActivity) {
    this.#activity = activity;
    this.#country = countryOf(activity.system.profile.defaultCountry);
  }

  render(): UiNode {
    const activity = this.#activity;
    const { strings } = activity;
    return (
      <Page style={{ background: COLORS.card }}>
        <LoginTopBar activity={activity} help={strings.help_message} />
        <ScrollView style={{ paddingHorizontal: 28 }}>
          <LoginHeader title={strings.passport_mi_account_title} />
          <InputBox
            boxId={accountId('phone')}
            id={accountId('input')}
            className="android.widget.AutoCompleteTextView"
            text={this.#number}
            hint={strings.passport_input_phone_number_hint}
            input={{ kind: 'phone', maxLength: 20, action: 'done' }}
            onTextChange={(text) => this.#set(() => (this.#number = text))}
            start={this.#countryCode()}
          />
          <TextView
            important={this.#error !== ''}
            text={this.#error}
            style={{ textSize: 13, color: COLORS.danger, minHeight: 20, marginTop: 6 }}
          />
          <LinearLayout style={{ marginTop: 10, marginBottom: 24 }}>
            <ConsentRow
              checkBoxId={accountId('user_agreement_checkbox')}
              textId={accountId('user_agreement_hint')}
              checked={this.#agreed}
              onToggle={(checked) => this.#set(() => (this.#agreed = checked))}
              spans={[
                { text: `${strings.passport_user_agreement_hint_first_login} ` },
                ...agreementSpans(activity, strings.consent_text),
              ]}
            />
          </LinearLayout>
          <PrimaryButton
            id={accountId('get_login_type')}
            text={strings.passport_get_login_type_next}
            onClick={() => this.#next()}
          />
          <LinearLayout style={{ align: 'center', marginTop: 14 }}>
            <TextButton
              id={accountId('password_login')}
              text={strings.passport_to_password_login}
              onClick={() => activity.openPasswordPage()}
            />
          </LinearLayout>
        </ScrollView>
      </Page>
    );
  }

  #countryCode(): UiNode {
    return (
      <LinearLayout style={{ direction: 'row', align: 'center', gap: 10 }}>
        <TextView
          id={accountId('country_code')}
          text={`+${this.#country.callingCode}`}
          clickable
          onClick={() => this.#chooseCountry()}
          style={{ textSize: 17, paddingVertical: 14, shrink: 0 }}
        />
        <View
          important={false}
          style={{ width: 1, height: 20, background: COLORS.textHint, opacity: 0.5 }}
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
    if (this.#number.trim() === '') {
      this.#set(() => undefined, strings.passport_error_empty_phone_num);
      return;
    }
    if (this.#agreed) {
      this.#requestCode();
      return;
    }
    askConsent(this.#activity, () => {
      this.#set(() => (this.#agreed = true));
      this.#requestCode();
    });
  }

  #requestCode(): void {
    const activity = this.#activity;
    const phone = { callingCode: `+${this.#country.callingCode}`, number: this.#number.trim() };
    activity.host.hideKeyboard();
    activity.run(
      () =>
        activity.unlessPasswordWanted(phone.number, async () => {
          const codes = new SmsCodeReceiver(activity.system);
          let sent: SentCode | undefined;
          try {
            sent = await requestSmsCode(activity, phone);
          } finally {
            if (!sent) codes.stop();
          }
          if (sent) activity.open(new SmsCodePage(activity, phone, sent, codes));
        }),
      (text) => this.#set(() => undefined, text),
    );
  }

  /** Changes something and says `error` at the field, by default nothing. */
  #set(change: () => void, error = ''): void {
    change();
    this.#error = error;
    this.#activity.invalidate();
  }
}

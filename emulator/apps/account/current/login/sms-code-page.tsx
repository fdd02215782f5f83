/** @jsxImportSource #ui */
import { TextButton } from '../../../../ui/components/buttons.tsx';
import { CodeCells } from '../../../../ui/components/fields.tsx';
import { Page } from '../../../../ui/components/page.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { LinearLayout, ScrollView, TextView } from '../../../../ui/widgets.tsx';
import { format } from '../../../strings/index.ts';
import { Countdown } from '../../countdown.ts';
import { PassportError } from '../../errors.ts';
import { accountId } from '../../ids.ts';
import { AGREEMENT_VERSION } from '../../legal.tsx';
import type { PhoneNumber, SentCode, SignIn, Verification } from '../../passport-client.ts';
import type { SmsCodeReceiver } from '../../sms-code-receiver.ts';
import { askExistingAccount } from './existing-account-dialog.tsx';
import type { AccountLoginActivity } from './login-activity.tsx';
import type { LoginPage } from './login-page.ts';
import { LoginTopBar } from './login-top-bar.tsx';
import { requestSmsCode } from './request-sms-code.ts';
import { withPicture } from './with-picture.ts';

/** A code that the service took: it takes each once, so it is not sent again. */
interface TakenCode {
  readonly code: string;
  readonly verification: Verification;
}

/** Takes the code from the SMS, which is sent off by itself once it is complete. */
export class SmsCodePage implements LoginPage {
  readonly #activity: AccountLoginActivity;
  readonly #phone: PhoneNumber;
  /** As the person reads it. */
  readonly #shownPhone: string;
  readonly #countdown: Countdown;
  readonly #codes: SmsCodeReceiver;
  #codeLength = 0;
  #code = '';
  #taken: TakenCode | undefined;
  #error = '';
  #submitting = false;

  /** @param codes hears them since before one was asked for; the page stops it */
  constructor(
    activity: AccountLoginActivity,
    phone: PhoneNumber,
    sent: SentCode,
    codes: SmsCodeReceiver,
  ) {
    this.#activity = activity;
    this.#phone = phone;
    this.#shownPhone = `${phone.callingCode} ${phone.number}`;
    this.#countdown = new Countdown(activity.system.clock, () => activity.invalidate());
    this.#codes = codes;
    codes.deliverTo((code) => this.#fillIn(code));
    this.#await(sent);
  }

  onRemoved(): void {
    this.#countdown.stop();
    this.#codes.stop();
  }

  render(): UiNode {
    const { strings } = this.#activity;
    const { seconds } = this.#countdown;
    const waiting = seconds > 0;
    return (
      <Page style={{ background: COLORS.card }}>
        <LoginTopBar activity={this.#activity} help={strings.code_help_message} />
        <ScrollView style={{ paddingHorizontal: 28 }}>
          <TextView
            text={strings.passport_input_verify_code}
            style={{ textSize: 26, marginTop: 20, marginBottom: 8 }}
          />
          <TextView
            id={accountId('send_phone')}
            text={format(strings.passport_send_sms_to, this.#shownPhone)}
            style={{ textSize: 14, color: COLORS.textSecondary, marginBottom: 32 }}
          />
          <CodeCells
            id={accountId('verify_code')}
            length={this.#codeLength}
            text={this.#code}
            error={this.#error !== ''}
            onTextChange={(text) => this.#onCode(text)}
          />
          <TextView
            important={this.#error !== ''}
            text={this.#error}
            style={{ textSize: 13, color: COLORS.danger, minHeight: 20, marginTop: 8 }}
          />
          <LinearLayout
            style={{ direction: 'row', justify: 'space-between', gap: 16, marginTop: 8 }}
          >
            <TextButton
              id={accountId('resend_timer')}
              text={
                waiting
                  ? format(strings.passport_ticket_send_by_second, seconds)
                  : strings.passport_resend_ticket
              }
              enabled={!waiting}
              onClick={() => this.#resend()}
            />
            <TextButton
              id={accountId('can_not_receive_verify_code')}
              text={strings.passport_can_not_recevie_verify_code}
              onClick={() => this.#activity.showMessage(strings.code_help_message)}
            />
          </LinearLayout>
        </ScrollView>
      </Page>
    );
  }

  #onCode(code: string): void {
    this.#code = code;
    this.#say('');
    if (code.length === this.#codeLength) this.#submit(code);
  }

  /** A message came: its code takes the place of what was typed, unless one is being checked. */
  #fillIn(code: string): void {
    if (this.#submitting) return;
    this.#onCode(code.slice(0, this.#codeLength));
  }

  #submit(code: string): void {
    this.#submitting = true;
    this.#run(() => this.#trySignIn(code).finally(() => (this.#submitting = false)));
  }

  async #trySignIn(code: string): Promise<void> {
    const activity = this.#activity;
    await activity.unlessPasswordWanted(this.#phone.number, async () => {
      try {
        const signIn = await this.#signIn(code);
        if (signIn) activity.completeSignIn(signIn);
        else this.#clear();
      } catch (error) {
        this.#clear();
        if (error instanceof PassportError && error.code === 'TICKET_EXPIRED') {
          activity.startOver();
        }
        throw error;
      }
    });
  }

  /** `undefined` if the person gave up on the way. */
  async #signIn(code: string): Promise<SignIn | undefined> {
    const activity = this.#activity;
    const { strings } = activity;
    const verification = await this.#verify(code);
    const accountId = await this.#chooseAccount(verification);
    if (accountId === null) return undefined;
    const { ticket, pictureRequired } = verification;
    const doing =
      accountId === undefined
        ? strings.passport_dialog_doing_register
        : strings.passport_dialog_doing_login;
    return withPicture(activity, pictureRequired, (pictureId) =>
      activity.busy(doing, (client) =>
        client.signIn({ ticket, agreement: AGREEMENT_VERSION, pictureId, accountId }),
      ),
    );
  }

  /** Whoever gave up after the code was taken may enter it again and go on from there. */
  async #verify(code: string): Promise<Verification> {
    if (this.#taken?.code === code) return this.#taken.verification;
    const { strings } = this.#activity;
    const verification = await this.#activity.busy(strings.passport_dialog_doing_login, (client) =>
      client.verify(this.#phone, code),
    );
    this.#taken = { code, verification };
    return verification;
  }

  /** The account to sign in to, `undefined` for a new one, `null` if the person gave up. */
  async #chooseAccount({ existing }: Verification): Promise<string | undefined | null> {
    if (!existing) return undefined;
    const choice = await askExistingAccount(this.#activity, existing, this.#shownPhone);
    if (choice === 'dismissed') return null;
    return choice === 'mine' ? existing.id : undefined;
  }

  #resend(): void {
    const typed = this.#code;
    this.#run(async () => {
      const sent = await requestSmsCode(this.#activity, this.#phone);
      if (!sent) return;
      this.#taken = undefined;
      // Unless the new code is in the field already.
      if (this.#code === typed) this.#clear();
      this.#await(sent);
    });
  }

  /** A code is on its way. */
  #await({ codeLength, resendAfterSeconds }: SentCode): void {
    this.#codeLength = codeLength;
    this.#countdown.start(resendAfterSeconds);
  }

  #run(task: () => Promise<void>): void {
    this.#activity.run(task, (text) => this.#say(text));
  }

  #clear(): void {
    this.#code = '';
    this.#activity.invalidate();
  }

  #say(error: string): void {
    this.#error = error;
    this.#activity.invalidate();
  }
}

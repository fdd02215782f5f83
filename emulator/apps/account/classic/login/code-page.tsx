/** @jsxImportSource #ui */
import { PrimaryButton, TextButton } from '../../../../ui/components/buttons.tsx';
import { InputBox } from '../../../../ui/components/fields.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { LinearLayout, TextView } from '../../../../ui/widgets.tsx';
import { format } from '../../../strings/index.ts';
import { Countdown } from '../../countdown.ts';
import { PassportError } from '../../errors.ts';
import { accountId } from '../../ids.ts';
import { AGREEMENT_VERSION } from '../../legal.tsx';
import type { LoginFlowActivity, LoginPage } from '../../login-flow.tsx';
import type { PhoneNumber, Verification } from '../../passport-client.ts';
import type { SmsCodeReceiver } from '../../sms-code-receiver.ts';
import { ExistingAccountPage } from './existing-account-page.tsx';
import { FieldError, LoginFrame } from './login-frame.tsx';
import type { NumberPage } from './number-page.tsx';
import { PasswordPage } from './password-page.tsx';
import { isOfPicture, PictureField } from './picture-field.tsx';

/** The longest code that an SMS brings. */
const MAX_CODE_LENGTH = 8;

interface SentTo {
  readonly phone: PhoneNumber;
  readonly resendAfterSeconds: number;
  /** Where the number was typed. */
  readonly numberPage: NumberPage;
  /** Hears codes since before one was asked for; the page stops it. */
  readonly codes: SmsCodeReceiver;
}

/** A code that the service took: it takes each once, so it is not sent again. */
interface TakenCode {
  readonly code: string;
  readonly verification: Verification;
}

/** Takes the code from the SMS, and the text of a picture if the service wants one after it. */
export class CodePage implements LoginPage {
  readonly #activity: LoginFlowActivity;
  readonly #sent: SentTo;
  readonly #picture: PictureField;
  readonly #countdown: Countdown;
  #code = '';
  #taken: TakenCode | undefined;
  #error = '';

  constructor(activity: LoginFlowActivity, sent: SentTo) {
    this.#activity = activity;
    this.#sent = sent;
    this.#picture = new PictureField(activity);
    this.#countdown = new Countdown(activity.system.clock, () => activity.invalidate());
    this.#countdown.start(sent.resendAfterSeconds);
    sent.codes.deliverTo((code) => this.#setCode(code));
  }

  onRemoved(): void {
    this.#countdown.stop();
    this.#sent.codes.stop();
  }

  render(): UiNode {
    const { strings } = this.#activity;
    return (
      <LoginFrame activity={this.#activity} title={strings.passport_input_verify_code}>
        <TextView
          id={accountId('send_sms_to_mobile_number')}
          text={format(strings.passport_send_sms_to, this.#shownPhone)}
          style={{ textSize: 14, color: COLORS.textSecondary, marginBottom: 16 }}
        />
        <InputBox
          id={accountId('ev_verify_code')}
          text={this.#code}
          hint={strings.passport_input_vcode_hint}
          input={{ kind: 'number', maxLength: MAX_CODE_LENGTH, action: 'done', autoFocus: true }}
          onTextChange={(text) => this.#setCode(text)}
        />
        <FieldError text={this.#error} />
        {this.#picture.render()}
        <PrimaryButton
          id={accountId('btn_login_or_register')}
          text={strings.passport_next}
          onClick={() => this.#next()}
        />
        <LinearLayout important={false} style={{ align: 'center', marginTop: 8 }}>
          {this.#resendButton()}
        </LinearLayout>
      </LoginFrame>
    );
  }

  /** The number as the person reads it. */
  get #shownPhone(): string {
    const { callingCode, number } = this.#sent.phone;
    return `${callingCode} ${number}`;
  }

  #resendButton(): UiNode {
    const { strings } = this.#activity;
    const { seconds } = this.#countdown;
    return (
      <TextButton
        id={accountId('send_vcode_notice')}
        text={seconds > 0 ? format(strings.classic_resend_in, seconds) : strings.classic_resend}
        enabled={seconds === 0}
        onClick={() => this.#resend()}
      />
    );
  }

  #setCode(code: string): void {
    this.#code = code;
    this.#say('');
  }

  #next(): void {
    const { strings } = this.#activity;
    if (this.#code === '') this.#say(strings.passport_input_verify_code);
    else if (this.#picture.isFilledIn()) this.#run(() => this.#submit());
  }

  async #submit(): Promise<void> {
    const activity = this.#activity;
    const verification = await this.#verify();
    if (verification.pictureRequired && !this.#picture.shown) {
      await this.#loadPicture();
      return;
    }
    const pictureId = this.#picture.shown ? await this.#checkPicture() : undefined;
    const { existing } = verification;
    if (!existing) {
      await this.#signIn(verification, pictureId);
      return;
    }
    const answer = (isMine: boolean) =>
      this.#run(() => this.#signIn(verification, pictureId, isMine ? existing.id : undefined));
    activity.open(new ExistingAccountPage(activity, existing, this.#shownPhone, answer));
  }

  /** A code that was taken is not sent again: whoever came back from a later step goes on there. */
  async #verify(): Promise<Verification> {
    const activity = this.#activity;
    const code = this.#code;
    if (this.#taken?.code === code) return this.#taken.verification;
    try {
      const waiting = activity.strings.passport_dialog_doing_login;
      const verification = await activity.busy(waiting, (client) =>
        client.verify(this.#sent.phone, code),
      );
      this.#taken = { code, verification };
      return verification;
    } catch (error) {
      if (error instanceof PassportError && error.kind === 'refused') this.#setCode('');
      throw error;
    }
  }

  async #signIn(
    { ticket }: Verification,
    pictureId: string | undefined,
    existingId?: string,
  ): Promise<void> {
    const activity = this.#activity;
    const { strings } = activity;
    const waiting =
      existingId === undefined
        ? strings.passport_dialog_doing_register
        : strings.passport_dialog_doing_login;
    try {
      const request = { ticket, agreement: AGREEMENT_VERSION, pictureId, accountId: existingId };
      activity.completeSignIn(await activity.busy(waiting, (client) => client.signIn(request)));
    } catch (error) {
      if (error instanceof PassportError) await this.#goBackAfter(error);
      throw error;
    }
  }

  /** To the page where what was wrong can be put right. */
  async #goBackAfter({ code }: PassportError): Promise<void> {
    const activity = this.#activity;
    if (code === 'TICKET_EXPIRED') activity.backTo(this.#sent.numberPage);
    if (code === 'PASSWORD_REQUIRED') {
      activity.open(new PasswordPage(activity, this.#sent.phone.number));
    }
    if (!isOfPicture(code)) return;
    activity.backTo(this);
    await this.#loadPicture();
  }

  #checkPicture(): Promise<string | undefined> {
    const activity = this.#activity;
    return activity.busy(activity.strings.passport_dialog_doing_login, (client) =>
      this.#picture.redeem(client, (pictureId) => Promise.resolve(pictureId)),
    );
  }

  #loadPicture(): Promise<void> {
    const activity = this.#activity;
    return activity.busy(activity.strings.passport_dialog_loading, (client) =>
      this.#picture.load(client),
    );
  }

  #resend(): void {
    const { phone, numberPage } = this.#sent;
    const activity = this.#activity;
    const typed = this.#code;
    this.#run(async () => {
      const sent = await activity.busy(activity.strings.passport_sending_vcode, async (client) => {
        try {
          return await client.requestSmsCode(phone, { webChecks: false });
        } catch (error) {
          const code = error instanceof PassportError ? error.code : undefined;
          if (code !== 'PICTURE_REQUIRED') throw error;
          await numberPage.askPicture(client);
          return undefined;
        }
      });
      if (!sent) {
        activity.backTo(numberPage);
        return;
      }
      this.#taken = undefined;
      this.#picture.hide();
      // Unless the new code is in the field already.
      if (this.#code === typed) this.#setCode('');
      this.#countdown.start(sent.resendAfterSeconds);
    });
  }

  #run(task: () => Promise<void>): void {
    this.#activity.host.hideKeyboard();
    this.#activity.run(task, (text, code) => this.#say(text, code));
  }

  /** @param code the service's, of what was wrong */
  #say(error: string, code?: string): void {
    this.#error = this.#picture.take(error, code);
    this.#activity.invalidate();
  }
}

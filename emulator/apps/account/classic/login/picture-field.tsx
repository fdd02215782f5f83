/** @jsxImportSource #ui */
import { InputBox } from '../../../../ui/components/fields.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { ImageView, LinearLayout } from '../../../../ui/widgets.tsx';
import { PassportError } from '../../errors.ts';
import { accountId } from '../../ids.ts';
import type { LoginFlowActivity } from '../../login-flow.tsx';
import type { PassportClient } from '../../passport-client.ts';
import { FieldError } from './login-frame.tsx';

interface Picture {
  readonly id: string;
  /** SVG */
  readonly image: Buffer;
}

/** The picture of a page, and the field for its text; not shown until the service wants it. */
export class PictureField {
  readonly #activity: LoginFlowActivity;
  #picture: Picture | undefined;
  #text = '';
  #error = '';

  constructor(activity: LoginFlowActivity) {
    this.#activity = activity;
  }

  get shown(): boolean {
    return this.#picture !== undefined;
  }

  /** Shows a picture, or another one. */
  async load(client: PassportClient): Promise<void> {
    const { id, svg } = await client.newPicture();
    this.#picture = { id, image: Buffer.from(svg) };
    this.#text = '';
    this.#activity.invalidate();
  }

  hide(): void {
    this.#picture = undefined;
    this.#text = '';
    this.#say('');
  }

  /** Whether nothing is left to type; says so if there is. */
  isFilledIn(): boolean {
    if (!this.shown || this.#text.trim() !== '') return true;
    this.#say(this.#activity.strings.passport_error_empty_captcha_code);
    return false;
  }

  /**
   * Has what was typed checked, and lets `send` use the picture. A picture that is refused makes room
   * for the next one.
   * @returns `undefined` if the service wants a picture and none was shown until now
   * @throws PassportError
   */
  async redeem<T>(
    client: PassportClient,
    send: (pictureId: string | undefined) => Promise<T>,
  ): Promise<T | undefined> {
    const picture = this.#picture;
    try {
      if (picture) await client.answerPicture(picture.id, this.#text.trim());
      return await send(picture?.id);
    } catch (error) {
      if (!(error instanceof PassportError) || !isOfPicture(error.code)) throw error;
      await this.load(client);
      if (!picture) return undefined;
      throw error;
    }
  }

  /**
   * Shows what was wrong, if it was the picture.
   * @param code the service's
   * @returns what is left to say at another field
   */
  take(error: string, code?: string): string {
    const isMine = isOfPicture(code);
    this.#say(isMine ? error : '');
    return isMine ? '' : error;
  }

  #say(error: string): void {
    this.#error = error;
    this.#activity.invalidate();
  }

  render(): UiNode {
    const { strings } = this.#activity;
    const picture = this.#picture;
    if (!picture) return null;
    return (
      <LinearLayout important={false}>
        <LinearLayout important={false} style={{ direction: 'row', align: 'center', gap: 16 }}>
          <ImageView
            id={accountId('et_captcha_image')}
            image={picture.image}
            onClick={() => this.#reload()}
            style={{ width: 200, height: 72 }}
          />
          <ImageView
            id={accountId('et_switch')}
            icon="volume"
            desc={strings.classic_voice_code}
            onClick={() => this.#activity.toast(strings.classic_no_voice_code)}
            style={{ width: 44, height: 44, padding: 10, color: COLORS.textSecondary }}
          />
        </LinearLayout>
        <InputBox
          id={accountId('et_captcha_code')}
          text={this.#text}
          hint={strings.passport_input_captcha_hint}
          input={{ kind: 'text', maxLength: 10, action: 'done' }}
          onTextChange={(text) => {
            this.#text = text;
            this.#say('');
          }}
        />
        <FieldError text={this.#error} />
      </LinearLayout>
    );
  }

  #reload(): void {
    const activity = this.#activity;
    activity.run(
      () => activity.busy(activity.strings.passport_dialog_loading, (client) => this.load(client)),
      (text) => this.#say(text),
    );
  }
}

/** Whether an error code of the service is about the picture. */
export function isOfPicture(code: string | undefined): boolean {
  return code?.startsWith('PICTURE_') ?? false;
}

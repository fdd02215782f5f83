/** @jsxImportSource #ui */
import type { DialogHandle } from '../../../../android/activity.ts';
import { DialogPanel } from '../../../../ui/components/dialog-panel.tsx';
import { InputBox } from '../../../../ui/components/fields.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import {
  FrameLayout,
  ImageView,
  LinearLayout,
  ProgressBar,
  TextView,
} from '../../../../ui/widgets.tsx';
import { PassportError } from '../../errors.ts';
import { accountId } from '../../ids.ts';
import type { PassportClient } from '../../passport-client.ts';
import type { AccountLoginActivity } from './login-activity.tsx';

/**
 * Shows pictures with letters until the person has read one.
 * @returns id of the picture that was read, `undefined` if the person gave up
 * @throws PassportError if no picture can be had
 */
export async function askPicture(activity: AccountLoginActivity): Promise<string | undefined> {
  const picture = await activity.busy(activity.strings.passport_dialog_loading, loadPicture);
  return new Promise((resolve) => new PictureDialog(activity, picture, resolve));
}

interface Picture {
  readonly id: string;
  /** SVG */
  readonly image: Buffer;
}

async function loadPicture(client: PassportClient): Promise<Picture> {
  const { id, svg } = await client.newPicture();
  return { id, image: Buffer.from(svg) };
}

class PictureDialog {
  readonly #activity: AccountLoginActivity;
  readonly #dialog: DialogHandle;
  readonly #resolve: (pictureId: string | undefined) => void;
  readonly #client: PassportClient;
  #picture: Picture;
  #text = '';
  #error = '';
  /** The service is asked: until it answers, only giving up is possible. */
  #waiting = false;

  constructor(
    activity: AccountLoginActivity,
    picture: Picture,
    resolve: (pictureId: string | undefined) => void,
  ) {
    this.#activity = activity;
    this.#picture = picture;
    this.#resolve = resolve;
    const dismissed = new AbortController();
    this.#client = activity.clientUntil(dismissed.signal);
    this.#dialog = activity.showDialog({
      canceledOnTouchOutside: false,
      render: () => this.#render(),
      onDismiss: () => {
        dismissed.abort();
        resolve(undefined);
      },
    });
  }

  #render(): UiNode {
    const { strings } = this.#activity;
    return (
      <DialogPanel
        ids={{ title: accountId('title') }}
        title={strings.passport_dialog_captcha_title}
        buttons={[
          {
            id: accountId('negative'),
            text: strings.cancel,
            onClick: () => this.#dialog.dismiss(),
          },
          {
            id: accountId('positive'),
            text: strings.ok,
            primary: true,
            enabled: !this.#waiting,
            onClick: () => this.#submit(),
          },
        ]}
      >
        <LinearLayout id={accountId('captcha')}>
          <FrameLayout
            id={accountId('captcha_image')}
            clickable
            onClick={() => this.#ask(() => this.#reload())}
            style={{ alignSelf: 'center', marginBottom: 16 }}
          >
            <ImageView
              image={this.#picture.image}
              desc={strings.passport_talkback_image_captcha}
              style={{ width: 200, height: 72 }}
            />
          </FrameLayout>
          <InputBox
            id={accountId('input')}
            text={this.#text}
            enabled={!this.#waiting}
            hint={strings.passport_input_captcha_hint}
            input={{ kind: 'text', maxLength: 10, action: 'done' }}
            onTextChange={(text) => {
              this.#text = text;
              this.#say('');
            }}
            onEditorAction={() => this.#submit()}
          />
        </LinearLayout>
        <LinearLayout
          important={false}
          style={{ align: 'center', justify: 'center', minHeight: 24, marginVertical: 4 }}
        >
          {this.#waiting ? <ProgressBar style={{ width: 22, height: 22 }} /> : this.#errorText()}
        </LinearLayout>
      </DialogPanel>
    );
  }

  #errorText(): UiNode {
    return (
      <TextView
        important={this.#error !== ''}
        text={this.#error}
        style={{ alignSelf: 'stretch', textSize: 13, color: COLORS.danger }}
      />
    );
  }

  #submit(): void {
    const { strings } = this.#activity;
    const text = this.#text.trim();
    if (text === '') {
      this.#say(strings.passport_error_empty_captcha_code);
      return;
    }
    this.#activity.host.hideKeyboard();
    const { id } = this.#picture;
    this.#ask(async () => {
      try {
        await this.#client.answerPicture(id, text);
      } catch (error) {
        const isVoid = error instanceof PassportError && error.code?.startsWith('PICTURE_');
        if (isVoid) await this.#reload();
        throw error;
      }
      this.#resolve(id);
      this.#dialog.dismiss();
    });
  }

  async #reload(): Promise<void> {
    this.#picture = await loadPicture(this.#client);
    this.#text = '';
  }

  /** Waits for the service in the dialog; one thing at a time. */
  #ask(task: () => Promise<void>): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#activity.run(
      () =>
        task().finally(() => {
          this.#waiting = false;
          this.#dialog.invalidate();
        }),
      (text) => this.#say(text),
    );
  }

  #say(error: string): void {
    this.#error = error;
    this.#dialog.invalidate();
  }
}

/** @jsxImportSource #ui */
import type { DialogHandle } from '../../../android/activity.ts';
import { DialogPanel } from '../../../ui/components/dialog-panel.tsx';
import { InputBox } from '../../../ui/components/fields.tsx';
import type { UiNode } from '../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../ui/theme.ts';
import { FrameLayout, ImageView, LinearLayout, TextView } from '../../../ui/widgets.tsx';
import { PassportError } from '../errors.ts';
import { accountId } from '../ids.ts';
import type { AccountLoginActivity } from './login-activity.tsx';

/**
 * Shows pictures with letters until the person has read one.
 * @returns id of the picture that was read, `undefined` if the person gave up
 * @throws PassportError if no picture can be had
 */
export async function askPicture(activity: AccountLoginActivity): Promise<string | undefined> {
  const picture = await activity.busy(activity.strings.passport_dialog_loading, () =>
    loadPicture(activity),
  );
  return new Promise((resolve) => new PictureDialog(activity, picture, resolve));
}

interface Picture {
  readonly id: string;
  /** SVG */
  readonly image: Buffer;
}

async function loadPicture({ client }: AccountLoginActivity): Promise<Picture> {
  const { id, svg } = await client.newPicture();
  return { id, image: Buffer.from(svg) };
}

class PictureDialog {
  readonly #activity: AccountLoginActivity;
  readonly #dialog: DialogHandle;
  readonly #resolve: (pictureId: string | undefined) => void;
  #picture: Picture;
  #text = '';
  #error = '';

  constructor(
    activity: AccountLoginActivity,
    picture: Picture,
    resolve: (pictureId: string | undefined) => void,
  ) {
    this.#activity = activity;
    this.#picture = picture;
    this.#resolve = resolve;
    this.#dialog = activity.showDialog({
      render: () => this.#render(),
      onDismiss: () => this.#resolve(undefined),
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
            onClick: () => this.#submit(),
          },
        ]}
      >
        <LinearLayout id={accountId('captcha')}>
          <FrameLayout
            id={accountId('captcha_image')}
            clickable
            onClick={() => this.#run(() => this.#reload())}
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
            hint={strings.passport_input_captcha_hint}
            input={{ kind: 'text', maxLength: 10, action: 'done' }}
            onTextChange={(text) => {
              this.#text = text;
              this.#say('');
            }}
            onEditorAction={() => this.#submit()}
          />
        </LinearLayout>
        <TextView
          important={this.#error !== ''}
          text={this.#error}
          style={{ textSize: 13, color: COLORS.danger, minHeight: 20, marginVertical: 6 }}
        />
      </DialogPanel>
    );
  }

  #submit(): void {
    const { strings, client } = this.#activity;
    const text = this.#text.trim();
    if (text === '') {
      this.#say(strings.passport_error_empty_captcha_code);
      return;
    }
    this.#activity.host.hideKeyboard();
    const { id } = this.#picture;
    this.#run(async () => {
      await this.#activity.busy(strings.passport_dialog_loading, async () => {
        try {
          await client.answerPicture(id, text);
        } catch (error) {
          const isVoid = error instanceof PassportError && error.code?.startsWith('PICTURE_');
          if (isVoid) await this.#reload();
          throw error;
        }
      });
      this.#resolve(id);
      this.#dialog.dismiss();
    });
  }

  async #reload(): Promise<void> {
    this.#picture = await loadPicture(this.#activity);
    this.#text = '';
    this.#say('');
  }

  #run(task: () => Promise<void>): void {
    this.#activity.run(task, (text) => this.#say(text));
  }

  #say(error: string): void {
    this.#error = error;
    this.#dialog.invalidate();
  }
}

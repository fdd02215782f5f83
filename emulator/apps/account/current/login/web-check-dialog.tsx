/** @jsxImportSource #ui */
import type { DialogHandle } from '../../../../android/activity.ts';
import { DialogPanel } from '../../../../ui/components/dialog-panel.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { theme } from '../../../../ui/themes/theme.ts';
import { LinearLayout, ProgressBar, TextView } from '../../../../ui/widgets.tsx';
import { noticeOf, PassportError } from '../../errors.ts';
import { accountId } from '../../ids.ts';
import type { PassportClient, WebCheck } from '../../passport-client.ts';
import type { AccountLoginActivity } from './login-activity.tsx';
import { HoldPage, WEB_PAGE } from './web-check-page.tsx';

/**
 * Shows the service's security check as a web page until the person has passed it.
 * @returns id of the check that was passed, `undefined` if the person gave up
 */
export function askWebCheck(activity: AccountLoginActivity): Promise<string | undefined> {
  activity.host.hideKeyboard();
  return new Promise((resolve) => new WebCheckDialog(activity, resolve));
}

class WebCheckDialog {
  readonly #activity: AccountLoginActivity;
  readonly #dialog: DialogHandle;
  readonly #client: PassportClient;
  readonly #resolve: (checkId: string | undefined) => void;
  /** `undefined` while it is loading, and after that has failed. */
  #page: HoldPage | undefined;
  /** Why there is no page, or what was wrong with the last try. */
  #error = '';

  constructor(activity: AccountLoginActivity, resolve: (checkId: string | undefined) => void) {
    this.#activity = activity;
    this.#resolve = resolve;
    const dismissed = new AbortController();
    this.#client = activity.clientUntil(dismissed.signal);
    this.#dialog = activity.showDialog({
      canceledOnTouchOutside: false,
      render: () => this.#render(),
      onDismiss: () => {
        dismissed.abort();
        this.#page?.stop();
        resolve(undefined);
      },
    });
    this.#load();
  }

  #render(): UiNode {
    const { strings } = this.#activity;
    const hasFailed = this.#page === undefined && this.#error !== '';
    return (
      <DialogPanel
        ids={{ title: accountId('title') }}
        title={strings.passport_check_security}
        buttons={[
          {
            id: accountId('negative'),
            text: strings.cancel,
            onClick: () => this.#dialog.dismiss(),
          },
          ...(hasFailed
            ? [
                {
                  id: accountId('positive'),
                  text: strings.passport_retry,
                  primary: true,
                  onClick: () => this.#load(),
                },
              ]
            : []),
        ]}
      >
        <LinearLayout
          id={accountId('verify_webView')}
          className="android.webkit.WebView"
          accessibilityText={this.#page ? strings.web_check_title : ''}
          focusable
          onTouch={(touch) => this.#page?.touch(touch)}
          style={{
            ...WEB_PAGE,
            alignSelf: 'center',
            marginBottom: 12,
            background: theme().colors.field,
          }}
        >
          {this.#page?.render(strings) ?? this.#blank()}
        </LinearLayout>
        <TextView
          important={this.#error !== ''}
          text={this.#error}
          style={{ textSize: 13, color: COLORS.danger, minHeight: 20, marginBottom: 8 }}
        />
      </DialogPanel>
    );
  }

  #blank(): UiNode {
    return (
      <LinearLayout important={false} style={{ grow: 1, align: 'center', justify: 'center' }}>
        {this.#error === '' ? <ProgressBar important={false} /> : null}
      </LinearLayout>
    );
  }

  #load(): void {
    this.#page?.stop();
    this.#page = undefined;
    this.#say('');
    this.#ask(async () => this.#show(await this.#client.newWebCheck()));
  }

  #show(check: WebCheck): void {
    this.#page = new HoldPage({
      clock: this.#activity.system.clock,
      holdMs: check.holdMs,
      changed: () => this.#dialog.invalidate(),
      onHeld: (heldMs) => this.#ask(() => this.#answer(check, heldMs)),
    });
    this.#dialog.invalidate();
  }

  async #answer(check: WebCheck, heldMs: number): Promise<void> {
    this.#say('');
    await this.#client.answerWebCheck(check.id, heldMs);
    this.#resolve(check.id);
    this.#dialog.dismiss();
  }

  /** What goes wrong is said in the dialog, which stays; a check that is void makes way for a new one. */
  #ask(task: () => Promise<void>): void {
    this.#activity.run(() =>
      task().catch((error: unknown) => {
        if (!(error instanceof PassportError)) throw error;
        const { text } = noticeOf(error, this.#activity.strings);
        if (error.code === 'WEB_CHECK_EXPIRED') {
          this.#load();
          return;
        }
        this.#page?.startOver();
        this.#say(text);
      }),
    );
  }

  #say(error: string): void {
    this.#error = error;
    this.#dialog.invalidate();
  }
}

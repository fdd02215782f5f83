/** @jsxImportSource #ui */
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { SYNC_SETTINGS } from '../cloud/ids.ts';
import { PassportActivity } from './passport-activity.tsx';
import type { SignIn } from './passport-client.ts';
import { addXiaomiAccount } from './xiaomi-account.ts';

/** One page of a login activity. */
export interface LoginPage {
  render(): UiNode;
  /** The page left the activity for good: end its timers. */
  onRemoved?(): void;
}

/** Signs in, or makes an account: pages one over the other. */
export abstract class LoginFlowActivity extends PassportActivity {
  readonly #pages: LoginPage[] = [];

  /** The page that is shown. */
  get front(): LoginPage | undefined {
    return this.#pages.at(-1);
  }

  override render(): UiNode {
    return this.front?.render();
  }

  override onBackPressed(): void {
    this.back();
  }

  override onDestroy(): void {
    for (const page of this.#pages) page.onRemoved?.();
  }

  open(page: LoginPage): void {
    this.#pages.push(page);
    this.#changed();
  }

  /** In place of the page in front. */
  replace(page: LoginPage): void {
    this.#pages.pop()?.onRemoved?.();
    this.open(page);
  }

  /** To the page below; from the first one, out of the activity. */
  back(): void {
    if (this.#pages.length === 1) {
      this.finish();
      return;
    }
    this.#pages.pop()?.onRemoved?.();
    this.#changed();
  }

  /** Back to a page that is under others, or to the first one. */
  backTo(page?: LoginPage): void {
    while (this.#pages.length > 1 && this.front !== page) this.back();
  }

  /** The account is there: on to Xiaomi Cloud, and back to where the person came from. */
  completeSignIn(signIn: SignIn): void {
    addXiaomiAccount(this.system, signIn);
    this.system.logcat.write('I', 'AccountLoginActivity', 'account added');
    this.host.hideKeyboard();
    this.startActivity({ component: SYNC_SETTINGS });
    this.finish();
  }

  #changed(): void {
    this.host.hideKeyboard();
    this.invalidate();
  }
}

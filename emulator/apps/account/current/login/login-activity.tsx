/** @jsxImportSource #ui */
import type { Intent } from '../../../../android/activity.ts';
import type { AndroidSystem } from '../../../../android/system.ts';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { SYNC_SETTINGS } from '../../../cloud/ids.ts';
import { PassportActivity } from '../../passport-activity.tsx';
import type { SignIn } from '../../passport-client.ts';
import { addXiaomiAccount } from '../../xiaomi-account.ts';
import type { LoginPage } from './login-page.ts';
import { PhonePage } from './phone-page.tsx';

/** Signs in, or makes an account: pages one over the other, the phone number first. */
export class AccountLoginActivity extends PassportActivity {
  #pages: LoginPage[];

  constructor(system: AndroidSystem, packageName: string, intent: Intent) {
    super(system, packageName, intent);
    this.#pages = [new PhonePage(this)];
  }

  override render(): UiNode {
    return this.#pages.at(-1)?.render();
  }

  override onBackPressed(): void {
    this.back();
  }

  override onDestroy(): void {
    for (const page of this.#pages) page.onRemoved?.();
  }

  open(page: LoginPage): void {
    this.#pages.push(page);
    this.host.hideKeyboard();
    this.invalidate();
  }

  /** To the page below; from the first one, out of the activity. */
  back(): void {
    if (this.#pages.length === 1) {
      this.finish();
      return;
    }
    this.#pages.pop()?.onRemoved?.();
    this.host.hideKeyboard();
    this.invalidate();
  }

  /** Back to the phone number. */
  startOver(): void {
    while (this.#pages.length > 1) this.back();
  }

  /** The account is there: on to Xiaomi Cloud, and back to where the person came from. */
  completeSignIn(signIn: SignIn): void {
    addXiaomiAccount(this.system, signIn);
    this.system.logcat.write('I', 'AccountLoginActivity', 'account added');
    this.host.hideKeyboard();
    this.startActivity({ component: SYNC_SETTINGS });
    this.finish();
  }
}

import { LoginFlowActivity } from '../../login-flow.tsx';
import { PhonePage } from './phone-page.tsx';

/** Signs in, or makes an account; the phone number comes first. */
export class AccountLoginActivity extends LoginFlowActivity {
  override onCreate(): void {
    this.open(new PhonePage(this));
  }

  /** Back to the phone number. */
  startOver(): void {
    this.backTo();
  }
}

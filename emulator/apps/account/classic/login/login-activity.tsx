import { LoginFlowActivity } from '../../login-flow.tsx';
import { vouchedSimNumber } from '../../sim-number.ts';
import { CLASSIC_NOTICES } from '../notices.ts';
import { NumberPage } from './number-page.tsx';
import { SimPage } from './sim-page.tsx';

/** Signs in, or makes an account: by the SIM card's number if it can, else by one that is typed. */
export class LoginActivity extends LoginFlowActivity {
  protected override readonly notices = CLASSIC_NOTICES;

  override onCreate(): void {
    this.open(new NumberPage(this));
    const simNumber = vouchedSimNumber(this.system);
    if (simNumber) this.open(new SimPage(this, simNumber));
  }
}

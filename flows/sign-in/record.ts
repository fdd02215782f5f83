import { AccountRecord } from '../sign-up/account-record.ts';

/**
 * What becomes of an account that was there before: it uses no number up, so that the ledger, which is
 * kept of sign-ups, hears nothing of it.
 */
export class SignInRecord extends AccountRecord {
  override intent(): Promise<void> {
    return Promise.resolve();
  }

  override codeRequested(): Promise<void> {
    return Promise.resolve();
  }

  override verified(): Promise<void> {
    return Promise.resolve();
  }

  override created(): Promise<void> {
    this.tell('signed-in');
    return Promise.resolve();
  }

  override failed(): Promise<void> {
    return Promise.resolve();
  }
}

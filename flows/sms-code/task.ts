import type { HarnessClock } from '../../config/clock.ts';
import type { RunContext } from '../../config/run-context.ts';
import type { Page } from '../../pageobjects/page.ts';
import type { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import type { Journey } from '../journey.ts';
import type { SmsPhone } from '../phones.ts';
import type { CodeRequests } from './requests.ts';

/** What it takes to get an SMS code onto its page. */
export interface SmsCodeTask {
  readonly page: SmsCodePage;
  /** The screen as it was recognised, if the code's field stands inside another one. */
  readonly shown: Page;
  readonly journey: Journey;
  readonly context: RunContext;
  readonly clock: HarnessClock;
  /** The phone that gets the SMS. */
  readonly phone: SmsPhone;
  readonly requests: CodeRequests;
  /** Told of each request for a code that the service has taken. */
  readonly onRequested: () => Promise<void>;
}

/** What commands on that page wait for, to follow “waiting for”. */
export const CODE_PAGE = 'the page for the SMS code';
export const CODE_ANSWER = 'the server to take the SMS code';

import type { RunContext } from '../../config/run-context.ts';
import type { Page } from '../../pageobjects/page.ts';
import { PhoneControls } from '../../pageobjects/phone-controls.ts';
import { ServerUnreachableError } from '../errors.ts';
import type { Journey } from '../journey.ts';

const POLL_MS = 500;
const AWAITED = 'the phone to leave airplane mode';

/**
 * Waits until the phone is in airplane mode no more, to be called before something is submitted: what
 * fails for that reason cannot be told from what was received, and is never submitted again.
 * @throws ServerUnreachableError when it still is as the step's budget is spent.
 */
export async function outOfAirplaneMode(
  { journey, context }: { journey: Journey; context: Pick<RunContext, 'phone'> },
  page: Page,
): Promise<void> {
  const controls = new PhoneControls(page.driver);
  const isOnline = await journey.recorder.poll(AWAITED, POLL_MS, async () =>
    (await controls.isInAirplaneMode()) ? undefined : true,
  );
  if (isOnline) return;
  throw new ServerUnreachableError("The phone stayed in airplane mode for the step's budget.", {
    phone: context.phone.serial,
    screen: page.screen,
    expected: AWAITED,
    remedy: 'Switch airplane mode off on the phone, then run again: nothing was sent.',
    trouble: 'network',
  });
}

import { HarnessError } from '../config/errors.ts';
import type { Page } from '../pageobjects/page.ts';
import { ControlMissingError } from './errors.ts';
import { isMissingControl } from './missing-control.ts';
import type { Phones } from './phones.ts';

/** A phone that is there answers in a tenth of a second. */
const ALIVE_TIMEOUT_MS = 5_000;

/**
 * What stopped a journey: an error of WebDriver's may only be the echo of a lost phone or an
 * interrupted run.
 * @param page on which the journey acted.
 */
export async function causeOf(
  error: unknown,
  { ui, sms }: Phones,
  signal: AbortSignal,
  page: Page | undefined,
): Promise<unknown> {
  if (signal.aborted) return signal.reason;
  if (error instanceof HarnessError) return error;
  for (const bridge of new Set([ui.bridge, sms.bridge])) {
    try {
      await bridge.assertReachable({ timeoutMs: ALIVE_TIMEOUT_MS, signal });
    } catch (lost) {
      return lost;
    }
  }
  return isMissingControl(error) ? missingControl(error, ui.serial, page) : error;
}

function missingControl(cause: Error, phone: string, page: Page | undefined): ControlMissingError {
  return new ControlMissingError(
    `A control of the screen was not there.`,
    {
      phone,
      screen: page?.screen,
      expected: /selector "(.*)" because/s.exec(cause.message)?.[1] ?? 'an element of the screen',
      seen: 'the screen without it',
      remedy:
        'Look at the screenshot and the page source in the report; on another version of the app, its page object needs the new id or text.',
    },
    { cause },
  );
}

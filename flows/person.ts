import type { HarnessError } from '../config/errors.ts';
import type { Page } from '../pageobjects/page.ts';
import { ServerTooSlowError } from './errors.ts';
import type { Journey } from './journey.ts';
import type { ServerMessage } from './server-messages.ts';

interface PersonsTask {
  readonly page: Page;
  readonly journey: Journey;
  /** What is awaited, to follow “waiting for”: `a person to …`. */
  readonly who: string;
  /** The error for when nobody came within the step's budget. */
  readonly nobody: (cause: ServerTooSlowError) => HarnessError;
  /** Asked again and again while the screen shows; `true` ends the wait. */
  readonly meanwhile?: () => Promise<boolean>;
}

/**
 * Waits, within the step's budget, until the person at the phone has dealt with a screen. What the app
 * says there it says to that person, and the page shows what they are typing: nobody looks at it.
 * @returns the screen that follows, or this one when `meanwhile` ended the wait.
 * @throws HarnessError for what the app says on another screen, once the person is done.
 */
export async function awaitPerson(task: PersonsTask): Promise<Page> {
  const { page, journey, who, nobody, meanwhile } = task;
  journey.screens.leave(page);
  try {
    const heed = (message: ServerMessage, shown: Page) =>
      Promise.reject(journey.errorFor(message, shown));
    return await journey.screens.next(who, heed, { unread: { page, meanwhile } });
  } catch (error) {
    throw error instanceof ServerTooSlowError ? nobody(error) : error;
  }
}

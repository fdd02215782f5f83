import type { RunContext } from '../config/run-context.ts';
import { hasTextsIn, languageName } from '../device/language.ts';
import type { Page } from '../pageobjects/page.ts';
import { TABLES, type StringName } from '../pageobjects/strings/table.ts';
import { isBlackedOut, isScreenshotRefusal } from '../vision/screenshot.ts';
import { AskedQuestion } from './asked-question.ts';
import { TextsMissingError } from './errors.ts';
import type { Journey } from './journey.ts';
import { awaitPerson } from './person.ts';

const SHOWN_TEXTS = 8;

/** A screen that only its texts tell what to do on, in a language of which there are none. */
export interface UnreadScreen {
  readonly page: Page;
  readonly journey: Journey;
  readonly context: RunContext;
  /** The texts that are missing for it. */
  readonly names: readonly StringName[];
  /** What a person is to do there, to follow “a person to”. */
  readonly task: string;
}

/** Whether the harness has texts in the language of the phone. */
export function hasTexts({ phone }: Pick<RunContext, 'phone'>): boolean {
  return hasTextsIn(phone.locale);
}

/**
 * Leaves a screen to the person who is there: MI_PICTURE_CODE is `ask`. They see it in the terminal and
 * on the operator page, and deal with it on the phone.
 * @returns the screen that follows.
 * @throws TextsMissingError when nobody is there, or nobody has dealt with it within the step's budget.
 */
export async function leaveToPerson(unread: UnreadScreen): Promise<Page> {
  const { page, journey, context, task } = unread;
  await journey.recorder.screenReady();
  if (context.settings.pictureCode !== 'ask') throw await textsMissing(unread);
  const question = await ask(unread);
  try {
    const nobody = await textsMissing(unread);
    const next = await awaitPerson({
      page,
      journey,
      who: `a person to ${task}`,
      nobody: () => nobody,
    });
    await question?.withdraw('answered-on-phone');
    return next;
  } catch (error) {
    await question?.withdraw(error instanceof TextsMissingError ? 'out-of-time' : 'run-over');
    throw error;
  }
}

async function ask({ page, journey, context, task }: UnreadScreen) {
  const { operator, phone, signal } = context;
  if (operator === undefined) return undefined;
  const { serial } = phone;
  const { untilMs } = journey.recorder;
  const picture = await screenOf(page);
  return new AskedQuestion(operator, { serial, picture, onPhone: task, untilMs }, signal);
}

/** `undefined` of a page that forbids screenshots (FLAG_SECURE). */
async function screenOf({ driver }: Page): Promise<Buffer | undefined> {
  try {
    const png = Buffer.from(await driver.takeScreenshot(), 'base64');
    return (await isBlackedOut(png)) ? undefined : png;
  } catch (error) {
    if (isScreenshotRefusal(error)) return undefined;
    throw error;
  }
}

/** Names each text that is missing, with what it says in English. */
async function textsMissing({ page, journey, context, names, task }: UnreadScreen) {
  const { serial, locale = '' } = context.phone;
  const missing = names.map((name) => `${name} (English: ${TABLES.en[name].join(', ')})`);
  const shown = await journey.screens.texts();
  return new TextsMissingError(
    `The harness has no texts in ${languageName(locale)} for this screen, and nobody was there to ${task}.`,
    {
      phone: serial,
      screen: page.screen,
      expected: missing.join('; '),
      seen: shown.slice(0, SHOWN_TEXTS).join(' | ') || 'no text at all',
      remedy:
        'Be at the phone when the run asks you (MI_PICTURE_CODE=ask), set the phone to another language (MI_LANGUAGE), or add the missing texts: a table in pageobjects/strings/.',
      trouble: 'texts-missing',
    },
  );
}

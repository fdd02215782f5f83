import type { Operator, PictureAnswer } from '../../config/operator.ts';
import { Page } from '../../pageobjects/page.ts';
import { PictureCodeNotAnsweredError } from '../errors.ts';
import { awaitPerson } from '../person.ts';
import type { CodePicture } from './picture.ts';
import { shownPicture } from './shown-picture.ts';
import { PictureWatch, type PictureChange, type Watching } from './picture-watch.ts';
import { AskedQuestion } from '../asked-question.ts';
import { submitText } from './submit.ts';
import type { PictureCodeTask } from './task.ts';

/** Whose turn it is. */
type Turn =
  /** A person's, wherever they are. @param note why they are asked again. */
  | { readonly kind: 'ask'; readonly note?: string }
  /** The phone's, which is to show another picture than this one. */
  | { readonly kind: 'await-picture'; readonly picture: CodePicture }
  /** The person's at the phone, who is at it. */
  | { readonly kind: 'leave-alone'; readonly picture: CodePicture | undefined };

/** What ends the wait: the screen that follows, or something on that of the picture. */
type Coming = Page | PictureAnswer | PictureChange;

const AWAITED: Record<Turn['kind'], string> = {
  ask: 'a person to say which text is in the picture',
  'await-picture': 'another picture',
  'leave-alone': 'the phone to go on from the picture',
};
/** To look at the picture costs a phone half a second. */
const LOOK_MS = 3_000;
const WATCHED: Record<Turn['kind'], Watching> = {
  // A person at the phone may ask it for another picture.
  ask: { everyMs: LOOK_MS },
  // The tap for another picture may have got lost.
  'await-picture': { everyMs: 500, forMs: 30_000 },
  // It may not have been sent, or refused where no picture is seen to change.
  'leave-alone': { everyMs: LOOK_MS, forMs: 60_000 },
};

/**
 * Has a person answer the picture: the one who is asked, or the one at the phone. Whoever is first
 * counts; nothing is typed once the phone has moved on.
 * @returns the screen that follows.
 * @throws PictureCodeNotAnsweredError when nobody has within the step's budget.
 * @throws HarnessError for what the app says about an answer, other than that it is wrong.
 */
export async function askPerson(task: PictureCodeTask): Promise<Page> {
  const { operator } = task.context;
  if (operator === undefined) {
    await task.journey.recorder.screenReady();
    return awaitPhone(task, 'a person to type the text of the picture on the phone');
  }
  let turn: Turn = { kind: 'ask' };
  for (let first = true; ; first = false) {
    const picture: CodePicture | undefined =
      turn.kind === 'ask' ? await shownPicture(task.page) : turn.picture;
    const question = picture && askAbout(picture, task, operator, turn);
    const came: Coming = await closing(question, async () => {
      // The person sees the picture already while the report gets its own.
      if (first) await task.journey.recorder.screenReady();
      return awaitTurn(task, turn, picture, question);
    });
    const next: Page | Turn = came instanceof Page ? came : await act(task, picture, came);
    if (next instanceof Page) return next;
    turn = next;
  }
}

function askAbout(
  { png: picture }: CodePicture,
  { context, journey }: PictureCodeTask,
  operator: Operator,
  turn: Turn,
): AskedQuestion | undefined {
  if (turn.kind !== 'ask') return undefined;
  const { serial } = context.phone;
  const question = { serial, picture, note: turn.note, untilMs: journey.recorder.untilMs };
  return new AskedQuestion(operator, question, context.signal);
}

async function awaitTurn(
  task: PictureCodeTask,
  turn: Turn,
  picture: CodePicture | undefined,
  question: AskedQuestion | undefined,
): Promise<Coming> {
  const watch = new PictureWatch(task, picture, WATCHED[turn.kind]);
  let came: PictureAnswer | PictureChange | undefined;
  const next = await awaitPhone(task, AWAITED[turn.kind], async () => {
    came = question?.answer ?? (await watch.change());
    return came !== undefined;
  });
  return came ?? next;
}

/** Takes the question back when the wait for its answer has ended in another way. */
async function closing(
  question: AskedQuestion | undefined,
  wait: () => Promise<Coming>,
): Promise<Coming> {
  try {
    const came = await wait();
    await question?.withdraw(came instanceof Page ? 'answered-on-phone' : 'other-picture');
    return came;
  } catch (error) {
    const outOfTime = error instanceof PictureCodeNotAnsweredError;
    await question?.withdraw(outOfTime ? 'out-of-time' : 'run-over');
    throw error;
  }
}

/** @returns the screen that follows, or whose turn it is on that of the picture. */
async function act(
  task: PictureCodeTask,
  picture: CodePicture | undefined,
  came: PictureAnswer | PictureChange,
): Promise<Page | Turn> {
  const { page, journey } = task;
  switch (came.kind) {
    case 'text': {
      const text = came.text.trim();
      if (text === '') return { kind: 'ask', note: 'The answer before was empty.' };
      const next = await submitText(task, text, picture);
      return next === page ? { kind: 'ask', note: 'The answer before was refused.' } : next;
    }
    case 'new-picture':
      await journey.unlessGone(page, () => page.refresh(), 'the page with the picture');
      // Where no picture is seen none can be awaited.
      return picture?.png === undefined ? { kind: 'ask' } : { kind: 'await-picture', picture };
    case 'typed-on-phone':
      return { kind: 'leave-alone', picture };
    case 'other-picture':
      return { kind: 'ask' };
    case 'none-came':
      return {
        kind: 'ask',
        note: `The phone still shows the ${picture?.png === undefined ? 'page with the' : 'same'} picture.`,
      };
  }
}

function awaitPhone(
  { page, journey, context }: PictureCodeTask,
  who: string,
  meanwhile?: () => Promise<boolean>,
): Promise<Page> {
  const nobody = (cause: Error) =>
    new PictureCodeNotAnsweredError(
      'Nobody answered the picture code within the budget.',
      {
        phone: context.phone.serial,
        screen: page.screen,
        expected: who,
        remedy: context.operator
          ? 'Answer in the terminal, on the operator page or on the phone when the run waits for you, or raise MI_STEP_BUDGET_PICTURE_CODE.'
          : 'Be at the phone when the run waits for you, or raise MI_STEP_BUDGET_PICTURE_CODE.',
        trouble: 'picture-not-answered',
      },
      { cause },
    );
  return awaitPerson({ page, journey, who, nobody, ...(meanwhile ? { meanwhile } : {}) });
}

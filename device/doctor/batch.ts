import type { Adb, CallOptions } from '../adb.ts';
import { AdbError } from '../errors.ts';
import { QUESTIONS, type QuestionName } from './questions.ts';

/** What the commands of a question printed, on both streams. */
export type Answers = ReadonlyMap<QuestionName, string>;

/** A phone under load takes seconds for a dump; one that takes longer is not to be waited for. */
const LANE_TIMEOUT_MS = 8000;
const MARK = '@@answer';
const END = /@@answer (\w+)\r?(?:\n|$)/g;

/**
 * Asks all of them in as few round trips as there are lanes.
 * @returns the answers that came: those of a lane that failed are not among them.
 * @throws {PhoneLostError}
 */
export async function ask(
  adb: Adb,
  names: readonly QuestionName[],
  call: CallOptions = {},
): Promise<Answers> {
  const lanes = [...new Set(names.map((name) => QUESTIONS[name].lane))];
  const answers = await Promise.all(
    lanes.map((lane) => {
      const ofLane = names.filter((name) => QUESTIONS[name].lane === lane);
      return askLane(adb, ofLane, call);
    }),
  );
  return new Map(answers.flatMap((lane) => [...lane]));
}

async function askLane(
  adb: Adb,
  names: readonly QuestionName[],
  call: CallOptions,
): Promise<Answers> {
  try {
    const { stdout } = await adb.shell(batchScript(names), { timeoutMs: LANE_TIMEOUT_MS, ...call });
    return parseBatch(stdout);
  } catch (error) {
    if (!(error instanceof AdbError)) throw error;
    return new Map();
  }
}

/** One command line that runs all, and tells where the answer to each ends. */
export function batchScript(names: readonly QuestionName[]): string {
  return names
    .flatMap((name) => [
      ...QUESTIONS[name].commands.map((command) => `${command} 2>&1`),
      `echo "${MARK} ${name}"`,
    ])
    .join('; ');
}

/** Parses what `batchScript` prints: each answer, and then its mark. */
export function parseBatch(output: string): Answers {
  const answers = new Map<QuestionName, string>();
  let start = 0;
  for (const match of output.matchAll(END)) {
    const [mark, name = ''] = match;
    const text = output.slice(start, match.index).replaceAll('\r\n', '\n');
    start = match.index + mark.length;
    if (isQuestion(name)) answers.set(name, text);
  }
  return answers;
}

function isQuestion(name: string): name is QuestionName {
  return Object.hasOwn(QUESTIONS, name);
}

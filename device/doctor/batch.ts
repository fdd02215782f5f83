import type { Adb, CallOptions } from '../adb.ts';
import { AdbError } from '../errors.ts';
import { QUESTIONS, type QuestionName } from './questions.ts';

/** What one command printed, on both streams. */
export interface Answer {
  readonly text: string;
  readonly exitCode: number;
}

export type Answers = ReadonlyMap<QuestionName, Answer>;

/** A phone under load takes seconds for a dump; one that takes longer is not to be waited for. */
const LANE_TIMEOUT_MS = 8000;
const MARK = '@@answer';

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

/** One command line that runs all, and tells what each printed and how it ended. */
export function batchScript(names: readonly QuestionName[]): string {
  return names
    .map((name) => `{ ${QUESTIONS[name].command}; } 2>&1; echo "${MARK} ${name} $?"`)
    .join('; ');
}

/** Parses what `batchScript` prints: each answer, and its mark at the end of its last line. */
export function parseBatch(output: string): Answers {
  const answers = new Map<QuestionName, Answer>();
  let start = 0;
  for (const match of output.matchAll(new RegExp(`${MARK} (\\w+) (\\d+)\\r?(?:\\n|$)`, 'g'))) {
    const [mark, name = '', exitCode] = match;
    const text = output.slice(start, match.index).replaceAll('\r\n', '\n');
    start = match.index + mark.length;
    if (isQuestion(name)) answers.set(name, { text, exitCode: Number(exitCode) });
  }
  return answers;
}

function isQuestion(name: string): name is QuestionName {
  return Object.hasOwn(QUESTIONS, name);
}

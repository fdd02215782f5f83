import type { RoutePoint } from './points.ts';
import type { AnswerState } from './submissions.ts';

/** What is compared of a submission. */
export interface Comparable {
  readonly point: RoutePoint;
  readonly receivedAtMs: number;
  readonly handled: boolean;
  readonly answer: AnswerState;
  readonly status: number | null;
  /** When the answer was sent. */
  readonly answeredAtMs: number | null;
  readonly number: string | null;
  /** All that was submitted, ids in the address included. */
  readonly content: string;
}

/** Where the same once more is the same request once more: each takes what it is sent once only. */
const TAKES_ONCE: readonly RoutePoint[] = ['verifications', 'picture-answers', 'sign-in'];

/**
 * Whether a submission repeats an earlier one: the same SMS code, the same answer to a picture, the same
 * ticket; and a number, unless the service had refused it with an error of its own, or has sent a code
 * for it so long ago that the app may ask for another one.
 * @param earlier what arrived before, oldest first.
 * @param resendAfterMs from a code to when a number may have another one.
 */
export function isDuplicate(
  submission: Pick<Comparable, 'point' | 'receivedAtMs' | 'number' | 'content'>,
  earlier: readonly Comparable[],
  resendAfterMs: number,
): boolean {
  const { point, content } = submission;
  const atPoint = earlier.filter((other) => other.point === point);
  if (TAKES_ONCE.includes(point)) return atPoint.some((other) => other.content === content);
  if (point !== 'sms-codes' || submission.number === null) return false;
  const last = atPoint.findLast((other) => other.number === submission.number);
  if (last === undefined) return false;
  if (last.answer === 'sent' && isRefusal(last.status)) return false;
  if (last.handled && last.answeredAtMs !== null) {
    return submission.receivedAtMs < last.answeredAtMs + resendAfterMs;
  }
  // The service may have acted on it, or may still, whatever the caller saw of its answer.
  return true;
}

function isRefusal(status: number | null): boolean {
  return status !== null && status >= 400 && status < 500;
}

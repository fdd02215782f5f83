import type { HarnessClock } from '../../config/clock.ts';
import { formatClock } from '../../config/duration.ts';
import type { Adb } from '../adb.ts';
import { SmsNotReceivedError } from '../errors.ts';
import { SmsInbox, type SmsMessage } from './inbox.ts';
import { parseSmsCode } from './parse.ts';

const FIRST_POLL_MS = 150;
const SLOWEST_POLL_MS = 1000;
const BACK_OFF = 1.5;

export interface SmsWait {
  /** Of the phone that gets the SMS. */
  adb: Adb;
  /** When the code was asked for, by the phone's clock: older messages do not count. */
  sinceMs: number;
  /** How long the code may take, of which `spentMs` have gone by already. */
  budgetMs: number;
  spentMs?: number;
  clock: HarnessClock;
  signal: AbortSignal;
  /** Called before every poll but the first, to show progress and to keep a session awake. */
  onWaiting: (elapsedMs: number, budgetMs: number) => void | Promise<void>;
  /** Codes that were tried already; the code found is added. */
  used: Set<string>;
}

/**
 * Waits for the SMS with the account service's code.
 * @returns the newest unused code.
 * @throws {SmsNotReceivedError} when the budget is over; the signal's reason when it is aborted.
 */
export async function waitForSmsCode(wait: SmsWait): Promise<string> {
  const { adb, clock, signal, sinceMs, budgetMs, used } = wait;
  const inbox = new SmsInbox(adb);
  const startMs = clock.now() - (wait.spentMs ?? 0);
  let pollMs = FIRST_POLL_MS;
  for (;;) {
    signal.throwIfAborted();
    const messages = await inbox.since(sinceMs, { signal });
    const code = newestCode(messages, used);
    if (code !== undefined) {
      used.add(code);
      return code;
    }
    const elapsedMs = clock.now() - startMs;
    if (elapsedMs >= budgetMs) throw notReceived(adb.serial, budgetMs, messages);
    await clock.sleep(Math.min(pollMs, budgetMs - elapsedMs), signal);
    pollMs = Math.min(pollMs * BACK_OFF, SLOWEST_POLL_MS);
    await wait.onWaiting(clock.now() - startMs, budgetMs);
  }
}

function newestCode(
  messages: readonly SmsMessage[],
  used: ReadonlySet<string>,
): string | undefined {
  return messages
    .map(({ sender, body }) => parseSmsCode({ sender, body }))
    .find((code) => code !== undefined && !used.has(code));
}

function notReceived(
  serial: string | undefined,
  budgetMs: number,
  messages: readonly SmsMessage[],
): SmsNotReceivedError {
  const blocked = messages.filter((message) => message.blocked).length;
  const others = `${messages.length} new SMS without an unused code (${blocked} in the block list)`;
  return new SmsNotReceivedError(
    `The SMS with the code did not arrive within ${formatClock(budgetMs)}.`,
    {
      phone: serial,
      expected: 'an SMS of the account service with a code',
      seen: messages.length === 0 ? 'no new SMS' : others,
      remedy:
        'Check that the number belongs to this phone\'s SIM, that it has reception, and that "MIUI free network SMS" is off in Messages; if the servers are slow, raise MI_STEP_BUDGET_SMS_CODE.',
    },
  );
}

import type { HarnessError } from '../../config/errors.ts';
import { numberEnding } from '../../config/phone-number.ts';
import type { SmsSourceName } from '../../config/sms-sources.ts';
import type { PhoneClock } from '../../device/clock.ts';
import { isFromAccountService } from '../../device/sms/issuer.ts';
import { parseSmsCode } from '../../device/sms/parse.ts';
import type { SimCard } from '../../device/sms/sims.ts';
import type { SmsMessage } from '../../device/sms/source.ts';
import { judge } from '../../device/sms/verdict.ts';
import { formatMs } from '../terminal/format.ts';

/** Clocks that are this near count as the same. */
const SAME_CLOCK_MS = 1000;
const LABEL_COLUMNS = 15;
const SENDER_COLUMNS = 18;

/** `label          value`, and further lines of the value under its first. */
export function labelled(label: string, ...[first = '', ...more]: readonly string[]): string[] {
  const indent = ' '.repeat(LABEL_COLUMNS);
  return [`${label.padEnd(LABEL_COLUMNS)}${first}`, ...more.map((line) => indent + line)];
}

export function clockLines({ offsetMs, uncertaintyMs }: PhoneClock): string[] {
  const about = `± ${uncertaintyMs} ms`;
  if (Math.abs(offsetMs) < SAME_CLOCK_MS) {
    return labelled('clock', `as on this machine (${about})`);
  }
  const way = offsetMs > 0 ? 'ahead of' : 'behind';
  return labelled('clock', `${formatMs(Math.abs(offsetMs))} ${way} this machine (${about})`);
}

/** @param simSlot the slot whose messages count; `undefined`: any. */
export function simLines(sims: readonly SimCard[], simSlot: number | undefined): string[] {
  const rule =
    simSlot === undefined
      ? 'which of them has the number is not known: messages of any count'
      : `messages of SIM ${simSlot} count`;
  if (sims.length === 0) return labelled('SIM cards', 'the phone does not tell', rule);
  const cards = sims.map(({ slot, name, number }) =>
    [`SIM ${slot}`, name, number === undefined ? undefined : shownSender(number)]
      .filter((part) => part !== undefined)
      .join('  '),
  );
  return labelled(
    'SIM cards',
    ...cards,
    ...(sims.length > 1 || simSlot !== undefined ? [rule] : []),
  );
}

/** @param failure why it cannot be looked at. */
export function sourceLines(name: SmsSourceName, failure: HarnessError | undefined): string[] {
  if (failure === undefined) return labelled(name, 'open');
  const { seen = failure.message.split('\n')[0] ?? '', remedy } = failure.details;
  return labelled(name, 'closed', `what it answered: ${seen}`, `what to do: ${remedy}`);
}

export interface ShownMessage {
  readonly source: SmsSourceName;
  readonly message: SmsMessage;
}

/** How messages are shown. */
export interface MessageView {
  /** The SIM whose messages count, from 1; `undefined`: any. */
  readonly simSlot: number | undefined;
  /** Whether codes are shown in clear, and the names of other senders than Xiaomi. */
  readonly inClear: boolean;
}

/**
 * @param others codes that another source knows to be for another SIM, or from the block list.
 * @returns one line: when it came by the phone's clock, from whom, where it shows, what it is worth.
 */
export function messageLine(
  { source, message }: ShownMessage,
  view: MessageView,
  others: ReadonlySet<string>,
): string {
  const { sender, body } = message;
  const isHidden = !view.inClear && NAME.test(sender) && !isFromAccountService(sender, body);
  const columns = [
    timeOfDay(message.receivedMs),
    (isHidden ? '(a name)' : shownSender(sender)).padEnd(SENDER_COLUMNS),
    source.padEnd(LABEL_COLUMNS),
  ];
  return `  ${columns.join('  ')}${worth(message, view, others)}`;
}

function worth(
  message: SmsMessage,
  { simSlot, inClear }: MessageView,
  others: ReadonlySet<string>,
): string {
  const verdict = judge(message, { used: others, simSlot });
  if (verdict.kind === 'code') return inClear ? `code ${verdict.code}` : 'a code';
  if (verdict.kind === 'blocked') return 'block list';
  if (verdict.kind === 'other-sim') return 'other SIM';
  if (verdict.kind === 'used') return 'not counted (see its other source)';
  // The same text from Xiaomi would have been a code.
  const asIfXiaomi = parseSmsCode({ sender: 'xiaomi', body: message.body });
  return asIfXiaomi === undefined ? 'no code' : 'no code (not from Xiaomi)';
}

/** A company's, or a person's, as the phone's address book has it: notifications tell those. */
const NAME = /\p{L}/u;
/** Machines send under names, short numbers, and the numbers that China gives to companies. */
const MACHINE = /^(?:\+?86)?(?:106|95|100)\d/;
const SHORTEST_OWN_NUMBER = 7;

/** A person's number is cut down to its end; control characters are nobody's name. */
function shownSender(sender: string): string {
  const compact = sender.replace(/[\s().-]/g, '');
  const isNumber = /^\+?\d+$/.test(compact) && compact.length >= SHORTEST_OWN_NUMBER;
  if (isNumber && !MACHINE.test(compact)) return numberEnding(compact);
  return sender.replace(/\p{C}/gu, ' ').slice(0, SENDER_COLUMNS) || '(no sender)';
}

function timeOfDay(ms: number): string {
  const at = new Date(ms);
  return [at.getHours(), at.getMinutes(), at.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

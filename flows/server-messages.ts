import type { ErrorDetails, HarnessError } from '../config/errors.ts';
import type { Trouble } from '../config/troubleshooting.ts';
import { screenNodes, type ScreenNode } from '../device/screen-source.ts';
import type { Page } from '../pageobjects/page.ts';
import { PictureCodePage } from '../pageobjects/picture-code-page.ts';
import { strings, type StringName } from '../pageobjects/strings/table.ts';
import {
  CodeRejectedError,
  ConsentMissingError,
  NumberAlreadyRegisteredError,
  NumberRefusedError,
  PhoneRefusedError,
  PasswordRejectedError,
  PictureCodeRejectedError,
  ServerFailedError,
  ServerUnreachableError,
  SignOutFailedError,
  TooManyAttemptsError,
} from './errors.ts';

interface Meaning {
  readonly error: new (summary: string, details: ErrorDetails) => HarnessError;
  readonly summary: string;
  readonly remedy: string;
  readonly trouble?: Trouble;
}

const TRY_LATER = 'Wait, then run again; the service counts attempts per number and per phone.';

/** What each message of the account app means for a sign-up, or a sign-out. */
const MEANINGS = {
  wrongSmsCode: {
    error: CodeRejectedError,
    summary: 'The account app refused the SMS code.',
    remedy: 'Run again; if it happens twice, read the SMS on the phone and compare.',
  },
  codeExpired: {
    error: CodeRejectedError,
    summary: 'The SMS code had expired when it was entered.',
    remedy: 'Run again; a code is valid for about five minutes.',
  },
  wrongCode: {
    error: PictureCodeRejectedError,
    summary: 'The account app refused the text of the picture.',
    remedy: 'Run again, or let a person answer it: MI_PICTURE_CODE=ask.',
    trouble: 'picture-not-readable',
  },
  wrongPassword: {
    error: PasswordRejectedError,
    summary: "The account app refused the account's password.",
    remedy:
      'Set MI_ACCOUNT_PASSWORD to the password of the account on this phone, or sign out on the phone.',
    trouble: 'find-device',
  },
  signOutFailed: {
    error: SignOutFailedError,
    summary: 'The account app could not sign out.',
    remedy: "Check the phone's network, then run again, or sign out on the phone.",
    trouble: 'server-error',
  },
  numberMissing: {
    error: NumberRefusedError,
    summary: 'The account app wants a phone number, and the field is empty.',
    remedy: 'Enter a number on the phone, or run again; check MI_PHONE_NUMBER.',
  },
  consentMissing: {
    error: ConsentMissingError,
    summary: 'The account app goes on only with consent to its terms.',
    remedy: 'Tick the box below the phone number on the phone.',
  },
  badNumber: {
    error: NumberRefusedError,
    summary: 'The account app does not take the phone number.',
    remedy: 'Check MI_PHONE_NUMBER, country code included.',
  },
  numberRegistered: {
    error: NumberAlreadyRegisteredError,
    summary: 'The phone number has a Mi account already.',
    remedy: 'Set MI_PHONE_NUMBER to a number without an account.',
    trouble: 'number-used',
  },
  tooManyAccounts: {
    error: TooManyAttemptsError,
    summary: 'Too many accounts have been made with this phone number.',
    remedy: 'Set MI_PHONE_NUMBER to another number.',
    trouble: 'too-many-attempts',
  },
  smsQuota: {
    error: TooManyAttemptsError,
    summary: 'Too many SMS codes have been sent to this number.',
    remedy: TRY_LATER,
    trouble: 'too-many-attempts',
  },
  tooOften: {
    error: TooManyAttemptsError,
    summary: 'The service asks to slow down.',
    remedy: TRY_LATER,
    trouble: 'too-many-attempts',
  },
  noNetwork: {
    error: ServerUnreachableError,
    summary: "The phone cannot reach Xiaomi's servers.",
    remedy: "Check the phone's network (Wi-Fi, mobile data, VPN), then run again.",
    trouble: 'network',
  },
  serverError: {
    error: ServerFailedError,
    summary: "Xiaomi's server answered with an error.",
    remedy: 'Nothing on this side is wrong as far as the phone tells: run again later.',
    trouble: 'server-error',
  },
  sendFailed: {
    error: ServerFailedError,
    summary: 'The service could not send the SMS code.',
    remedy: 'Check that the number can receive SMS, then run again later.',
    trouble: 'server-error',
  },
  untrustedDevice: {
    error: PhoneRefusedError,
    summary: 'The service takes the phone for rooted or flashed and refuses it.',
    remedy: 'Use a phone with a locked boot loader and its original system.',
    trouble: 'phone-refused',
  },
  accessDenied: {
    error: PhoneRefusedError,
    summary: 'The service denies access to this phone or network.',
    remedy: 'Try another network; if it stays, use another phone.',
    trouble: 'phone-refused',
  },
  unknownError: {
    error: ServerFailedError,
    summary: 'The account app reports an unknown error.',
    remedy: "Look at the screenshot and the phone's log in the report.",
    trouble: 'server-error',
  },
} as const satisfies Partial<Record<StringName, Meaning>>;

export type MessageName = keyof typeof MEANINGS;

const NAMES = Object.keys(MEANINGS) as MessageName[];

export interface ServerMessage {
  readonly name: MessageName;
  readonly text: string;
}

/**
 * Which message a text is, or `undefined` if it is none that the harness knows.
 * @param page that shows it: in Chinese one text stands for a wrong SMS code and a wrong picture code.
 */
export function messageOf(text: string, page?: Page): ServerMessage | undefined {
  const names = NAMES.filter((candidate) =>
    strings[candidate].some((known) => patternOf(known).test(text.trim())),
  );
  const onPicture = page instanceof PictureCodePage;
  const name = onPicture && names.includes('wrongCode') ? 'wrongCode' : names[0];
  return name && { name, text };
}

/**
 * The message the screen shows now, in a toast or on the page. One page source has both, at one
 * moment: a toast found by itself may be gone when it is read.
 */
export async function messageShown(
  driver: WebdriverIO.Browser,
  page: Page,
): Promise<ServerMessage | undefined> {
  return messageIn(screenNodes(await driver.getPageSource()), page);
}

/** As {@link messageShown}, in a page source that was read already. */
export function messageIn(nodes: readonly ScreenNode[], page: Page): ServerMessage | undefined {
  const shown = nodes.filter((node) => !isField(node));
  const toastsFirst = [...shown.filter(isToast), ...shown.filter((node) => !isToast(node))];
  for (const { attributes } of toastsFirst) {
    const message = messageOf(attributes['text'] ?? '', page);
    if (message) return message;
  }
  return undefined;
}

/** An empty field tells its hint as its text, and a hint may read as the message for an empty field. */
function isField({ className }: ScreenNode): boolean {
  return /\.(?:EditText|AutoCompleteTextView)$/.test(className);
}

function isToast({ className }: ScreenNode): boolean {
  return className === 'android.widget.Toast';
}

/** The typed error for a message that ends a flow. */
export function errorFor(
  message: ServerMessage,
  details: Omit<ErrorDetails, 'remedy' | 'seen'>,
): HarnessError {
  const { error: ErrorClass, summary, remedy, trouble }: Meaning = MEANINGS[message.name];
  return new ErrorClass(summary, { ...details, seen: `“${message.text}”`, remedy, trouble });
}

function patternOf(known: string): RegExp {
  const source = known
    .split('%d')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\d+');
  return new RegExp(`^${source}$`);
}

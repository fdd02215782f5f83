import { HarnessError } from '../config/errors.ts';

/** The app refused the SMS code. */
export class CodeRejectedError extends HarnessError {
  override readonly category = 'sms';
}
/** The app refused the text of the picture, as often as the harness may try. */
export class PictureCodeRejectedError extends HarnessError {
  override readonly category = 'picture-code';
}
/** Tesseract was not sure of any of the pictures that it may try. */
export class UnsureReadingError extends HarnessError {
  override readonly category = 'picture-code';
}
/** The number has a Mi account already. */
export class NumberAlreadyRegisteredError extends HarnessError {
  override readonly category = 'set-up';
}
/** The number has no Mi account to sign in to. */
export class NoAccountError extends HarnessError {
  override readonly category = 'set-up';
}
/** The account app refuses the number itself. */
export class NumberRefusedError extends HarnessError {
  override readonly category = 'set-up';
}
/** The app's terms have not been consented to. */
export class ConsentMissingError extends HarnessError {
  override readonly category = 'set-up';
}
/** A quota or rate limit of the service. */
export class TooManyAttemptsError extends HarnessError {
  override readonly category = 'server-error';
}
/** The phone cannot reach Xiaomi's servers. */
export class ServerUnreachableError extends HarnessError {
  override readonly category = 'server-error';
}
/** Xiaomi's servers answered with an error. */
export class ServerFailedError extends HarnessError {
  override readonly category = 'server-error';
}
/** No answer within the step's budget. */
export class ServerTooSlowError extends HarnessError {
  override readonly category = 'server-slow';
}
/** A screen is known by its texts alone, and there are none in the phone's language. */
export class TextsMissingError extends HarnessError {}
/** A screen that the harness does not know. */
export class UnknownScreenError extends HarnessError {}
/** The phone cut a journey off, and going on would send again what may have been received. */
export class InterruptedByPhoneError extends HarnessError {
  override readonly category = 'set-up';
}
/** The service refuses this phone. */
export class PhoneRefusedError extends HarnessError {
  override readonly category = 'set-up';
}
/** The screens ended as a sign-up does, and yet there is no account. */
export class AccountMissingError extends HarnessError {
  override readonly category = 'product';
}
/** The password is not that of the account that is to be signed out. */
export class PasswordRejectedError extends HarnessError {
  override readonly category = 'set-up';
}
/** The account's password is wanted, and nobody entered it within the budget, or has it. */
export class PasswordNotEnteredError extends HarnessError {
  override readonly category = 'set-up';
}
/** The account app could not sign out. */
export class SignOutFailedError extends HarnessError {
  override readonly category = 'server-error';
}
/** The screens ended as a sign-out does, and yet the account is there. */
export class StillSignedInError extends HarnessError {
  override readonly category = 'product';
}
/** Xiaomi Cloud's sync is not as it was switched. */
export class SyncNotSwitchedError extends HarnessError {
  override readonly category = 'product';
}
/** A screen is the one expected, but a control of it is not there. */
export class ControlMissingError extends HarnessError {}
/** The phone refuses a screenshot of the picture code (FLAG_SECURE). */
export class PictureNotReadableError extends HarnessError {
  override readonly category = 'picture-code';
}
/** The person who was to answer the picture code did not, within the budget. */
export class PictureCodeNotAnsweredError extends HarnessError {
  override readonly category = 'picture-code';
}
/** The person who was to pass the service's own check of who is there did not, within the budget. */
export class SecurityCheckNotPassedError extends HarnessError {
  override readonly category = 'picture-code';
}

import { HarnessError } from '../config/errors.ts';

/** The app refused the SMS code. */
export class CodeRejectedError extends HarnessError {}
/** The app refused the text of the picture, as often as the harness may try. */
export class PictureCodeRejectedError extends HarnessError {}
/** The number has a Mi account already. */
export class NumberAlreadyRegisteredError extends HarnessError {}
/** The account app refuses the number itself. */
export class NumberRefusedError extends HarnessError {}
/** A quota or rate limit of the service. */
export class TooManyAttemptsError extends HarnessError {}
/** The phone cannot reach Xiaomi's servers. */
export class ServerUnreachableError extends HarnessError {}
/** Xiaomi's servers answered with an error. */
export class ServerFailedError extends HarnessError {}
/** No answer within the step's budget. */
export class ServerTooSlowError extends HarnessError {}
/** A screen that the harness does not know. */
export class UnknownScreenError extends HarnessError {}
/** The service refuses this phone. */
export class PhoneRefusedError extends HarnessError {}
/** Somebody is signed in where nobody should be. */
export class AlreadySignedInError extends HarnessError {}
/** The screens ended as a sign-up does, and yet there is no account. */
export class AccountMissingError extends HarnessError {}
/** A screen is the one expected, but a control of it is not there. */
export class ControlMissingError extends HarnessError {}
/** The phone refuses a screenshot of the picture code (FLAG_SECURE). */
export class PictureNotReadableError extends HarnessError {}
/** The person who was to answer the picture code did not, within the budget. */
export class PictureCodeNotAnsweredError extends HarnessError {}
/** The person who was to pass the service's own check of who is there did not, within the budget. */
export class SecurityCheckNotPassedError extends HarnessError {}

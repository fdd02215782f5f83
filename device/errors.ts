import { HarnessError } from '../config/errors.ts';

/** There is no `adb` on this machine, or it cannot be run. */
export class AdbMissingError extends HarnessError {
  override readonly category = 'set-up';
}

/** What carries questions to the phone failed or did not answer in time, for a reason that is not the phone's. */
export class BridgeError extends HarnessError {
  override readonly category = 'set-up';
}

/** `adb` itself failed or did not answer in time, for a reason that is not the phone's. */
export class AdbError extends BridgeError {}

/** Appium or its driver failed or did not answer in time, where a phone is asked through them. */
export class DriverError extends BridgeError {}

/** The phone did not say what time it is, so its log cannot be cut to the test. */
export class PhoneTimeError extends HarnessError {
  override readonly category = 'set-up';
}

/** The phone was there and is not any more, or does not let us in. */
export class PhoneLostError extends HarnessError {
  override readonly category = 'phone-lost';
}

/** The code was sent, the phone says, but no SMS with one arrived in time. */
export class SmsNotReceivedError extends HarnessError {
  override readonly category = 'sms';
}

/** The phone does not let anybody look at one of the places where an SMS can be seen. */
export class SmsSourceClosedError extends HarnessError {
  override readonly category = 'sms';
}

/** The phone lets nobody look at any of the places where an SMS can be seen. */
export class SmsSourcesClosedError extends HarnessError {
  override readonly category = 'sms';
}

/** The ledger of sign-ups cannot be read or written; no sign-up may begin. */
export class LedgerError extends HarnessError {
  override readonly category = 'set-up';
}

/** This number was given to a sign-up before. */
export class NumberAlreadyUsedError extends HarnessError {
  override readonly category = 'set-up';
}

/** Somebody is signed in where nobody should be. */
export class AlreadySignedInError extends HarnessError {
  override readonly category = 'set-up';
}

/** The phone cannot be set to the language that a run wants. */
export class LanguageNotSetError extends HarnessError {
  override readonly category = 'set-up';
}

/** Another process keeps the lock of the state folder for longer than anything needs it. */
export class StateLockedError extends HarnessError {
  override readonly category = 'set-up';
}

/** The journal of what a run changes in a phone's settings cannot be read or written. */
export class SettingsJournalError extends HarnessError {
  override readonly category = 'set-up';
}

import { format, type StringName, type Strings } from '../strings/index.ts';

/** Why the account service could not be asked, or what it answered instead of success. */
export type FailureKind =
  /** The phone is offline. */
  | 'offline'
  /** The connection could not be made, or broke. */
  | 'connection'
  | 'timeout'
  /** An answer that is not the service's: an HTTP error of something between, a web page. */
  | 'server'
  /** One of the service's own errors; see `code`. */
  | 'refused';

/** A request of the account app failed. */
export class PassportError extends Error {
  override readonly name = 'PassportError';
  readonly kind: FailureKind;
  /** The service's error code, for `refused`. */
  readonly code: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(kind: FailureKind, message: string, error: Record<string, unknown> = {}) {
    super(message);
    this.kind = kind;
    this.code = typeof error['code'] === 'string' ? error['code'] : undefined;
    this.details = error;
  }
}

/** The person gave up waiting, or the screen that waited is gone: there is nothing to tell. */
export class RequestCancelled extends Error {
  override readonly name = 'RequestCancelled';
}

/** How a failure is told: in a toast, in a dialog, or at the field that was wrong. */
export interface FailureNotice {
  readonly as: 'toast' | 'dialog' | 'inline';
  readonly title?: string;
  readonly text: string;
}

export type NoticePlan = readonly [as: FailureNotice['as'], text: StringName, title?: StringName];

/** By the service's error code. */
export type NoticePlans = Readonly<Record<string, NoticePlan>>;

const BY_KIND: Readonly<Record<Exclude<FailureKind, 'refused'>, NoticePlan>> = {
  offline: ['toast', 'passport_error_network'],
  connection: ['toast', 'passport_network_error'],
  timeout: ['toast', 'passport_error_timeout_network_error'],
  server: ['toast', 'passport_error_server'],
};

const BY_CODE: NoticePlans = {
  PHONE_INVALID: ['inline', 'passport_error_phone'],
  SMS_CODE_WRONG: ['inline', 'passport_error_ticket_invalid'],
  SMS_CODE_EXPIRED: ['inline', 'passport_error_token_expired'],
  PICTURE_WRONG: ['inline', 'passport_wrong_vcode'],
  PICTURE_EXPIRED: ['inline', 'passport_error_token_expired'],
  WEB_CHECK_WRONG: ['inline', 'web_check_wrong'],
  WEB_CHECK_EXPIRED: ['toast', 'passport_identification_expired'],
  TICKET_EXPIRED: ['toast', 'passport_identification_expired'],
  AGREEMENT_REQUIRED: ['toast', 'passport_error_user_agreement_error'],
  PASSWORD_WRONG: ['inline', 'password_wrong'],
  NOT_SIGNED_IN: ['toast', 'passport_identification_expired'],
  PASSWORD_REQUIRED: ['toast', 'passport_input_password_for_login'],
  TOO_FREQUENT: ['toast', 'passport_frequency_try_later'],
  BAD_REQUEST: ['toast', 'passport_unknown_error'],
  SYSTEM_BUSY: ['toast', 'passport_system_error'],
  ACCESS_DENIED: ['toast', 'passport_access_denied'],
  DEVICE_INSECURE: ['dialog', 'passport_tz_invalid'],
  SMS_LIMIT: ['dialog', 'passport_error_sms_limit', 'passport_send_vcode_failed'],
  SMS_QUOTA: ['dialog', 'passport_send_too_many_code', 'passport_send_vcode_failed'],
  REGISTER_RESTRICTED: [
    'dialog',
    'passport_register_restricted',
    'passport_register_restricted_title',
  ],
};

/**
 * What to tell the person about a failure; an error code not known here is a server error.
 * @param otherwise what a generation of the app tells in another way
 */
export function noticeOf(
  error: PassportError,
  strings: Strings,
  otherwise: NoticePlans = {},
): FailureNotice {
  const code = error.code ?? '';
  const plan =
    error.kind === 'refused'
      ? (otherwise[code] ?? BY_CODE[code] ?? BY_KIND.server)
      : BY_KIND[error.kind];
  const [as, text, title] = plan;
  // Less than an hour is still one to wait.
  const hours = Math.max(1, Number(error.details['hours'] ?? 1));
  return {
    as,
    text: format(strings[text], hours),
    ...(title === undefined ? {} : { title: strings[title] }),
  };
}

/** Everything the account service can answer instead of success, with its HTTP status. */
export const ERROR_STATUS = {
  BAD_REQUEST: 400,
  PHONE_INVALID: 400,
  SMS_CODE_WRONG: 400,
  SMS_CODE_EXPIRED: 400,
  PICTURE_REQUIRED: 403,
  PICTURE_WRONG: 400,
  PICTURE_EXPIRED: 400,
  WEB_CHECK_REQUIRED: 403,
  WEB_CHECK_WRONG: 400,
  WEB_CHECK_EXPIRED: 400,
  TICKET_EXPIRED: 403,
  AGREEMENT_REQUIRED: 403,
  REGISTER_RESTRICTED: 403,
  PASSWORD_REQUIRED: 403,
  PASSWORD_WRONG: 401,
  NOT_SIGNED_IN: 401,
  ACCESS_DENIED: 403,
  DEVICE_INSECURE: 403,
  NOT_FOUND: 404,
  TOO_FREQUENT: 429,
  SMS_LIMIT: 429,
  SMS_QUOTA: 429,
  SYSTEM_BUSY: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** What an error says beside its code where its cause, a fault, gives nothing. */
const DEFAULT_DETAILS: Partial<Record<ErrorCode, Readonly<Record<string, unknown>>>> = {
  SMS_QUOTA: { hours: 24 },
};

/** Thrown by a handler; answered as `{"error": {"code", "message", …details}}`. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details?: Record<string, unknown>) {
    super(message);
    this.code = code;
    this.details = details ?? DEFAULT_DETAILS[code] ?? {};
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_STATUS, value);
}

import type { NoticePlans } from '../errors.ts';

/**
 * What the classic app tells in another way than the current one: in toasts, and of the picture on
 * the page itself.
 */
export const CLASSIC_NOTICES: NoticePlans = {
  PICTURE_REQUIRED: ['inline', 'passport_error_empty_captcha_code'],
  SMS_LIMIT: ['toast', 'passport_error_sms_limit'],
  SMS_QUOTA: ['toast', 'passport_send_too_many_code'],
  DEVICE_INSECURE: ['toast', 'passport_tz_invalid'],
};

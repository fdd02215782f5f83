import {
  optionalString,
  readBody,
  requireString,
  type ServiceApp,
  type ServiceContext,
} from '../context.ts';
import { toE164 } from '../phone-number.ts';
import { RESEND_AFTER_MS } from '../sms-codes.ts';
import { weather } from '../weather.ts';

/**
 * `POST /v1/sms-codes {callingCode, number, pictureId?}`: sends a code to that number.
 * Answers `{phone, resendAfterSeconds}`.
 */
export function smsCodeRoutes(app: ServiceApp, context: ServiceContext): void {
  app.post('/v1/sms-codes', weather(context, 'sms-codes'), async (c) => {
    const body = await readBody(c);
    const phone = toE164(requireString(body, 'callingCode'), requireString(body, 'number'));
    const pictureId = optionalString(body, 'pictureId');
    context.smsCodes.check(phone);
    if (context.pictureOrder === 'before') context.pictureCodes.redeem(pictureId);
    const code = context.smsCodes.issue(phone);
    context.deliverSms(phone, `Mi Account verification code: ${code}. It expires in 5 minutes.`);
    return c.json({ phone, resendAfterSeconds: RESEND_AFTER_MS / 1000 });
  });
}

import {
  optionalBoolean,
  optionalString,
  readBody,
  requireString,
  type ServiceApp,
  type ServiceContext,
} from '../context.ts';
import { toE164 } from '../phone-number.ts';
import { chooseTemplate } from '../sms-templates.ts';
import { weather } from '../weather.ts';

/**
 * `POST /v1/sms-codes {callingCode, number, pictureId?, webCheckId?, webChecks?}`: sends a code to that
 * number, in the language of `Accept-Language`; `webChecks` is false from an app that has no page for
 * them. Answers `{phone, resendAfterSeconds, codeLength}`.
 */
export function smsCodeRoutes(app: ServiceApp, context: ServiceContext): void {
  app.post('/v1/sms-codes', weather(context, 'sms-codes'), async (c) => {
    const body = await readBody(c);
    const phone = toE164(requireString(body, 'callingCode'), requireString(body, 'number'));
    const pictureId = optionalString(body, 'pictureId');
    const webCheckId = optionalString(body, 'webCheckId');
    const webChecks = optionalBoolean(body, 'webChecks') ?? true;
    const { webCheck, pictureCode, sms } = context.settings;
    const receivedAtMs = c.get('receivedAtMs');
    context.smsCodes.check(phone, sms);
    // Used up only with the request that sends: the app may be sent back for a picture in between.
    if (webCheck && webChecks) context.webChecks.requirePassed(webCheckId, receivedAtMs);
    const isPictureInstead = webCheck && !webChecks;
    if (pictureCode === 'before' || isPictureInstead) {
      context.pictureCodes.redeem(pictureId, receivedAtMs);
    }
    context.webChecks.useUp(webCheckId);
    const code = context.smsCodes.issue(phone, sms);
    const template = chooseTemplate(sms.template, c.req.header('accept-language'));
    context.smsDelivery.send({ to: phone, from: template.sender, text: template.text(code) });
    return c.json({
      phone,
      resendAfterSeconds: sms.resendAfterSeconds,
      codeLength: sms.digits,
    });
  });
}

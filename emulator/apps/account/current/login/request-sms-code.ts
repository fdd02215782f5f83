import { PassportError } from '../../errors.ts';
import type { PhoneNumber, SentCode } from '../../passport-client.ts';
import type { AccountLoginActivity } from './login-activity.tsx';
import { askWebCheck } from './web-check-dialog.tsx';
import { withPicture } from './with-picture.ts';

/**
 * Has a code sent; first the person passes a web check, reads a picture, or both, as the service
 * wants.
 * @returns `undefined` if the person gave up
 * @throws PassportError
 */
export async function requestSmsCode(
  activity: AccountLoginActivity,
  phone: PhoneNumber,
): Promise<SentCode | undefined> {
  let webCheckId: string | undefined;
  for (;;) {
    try {
      return await withPicture(activity, false, (pictureId) =>
        activity.busy(activity.strings.passport_sending_vcode, (client) =>
          client.requestSmsCode(phone, { pictureId, webCheckId }),
        ),
      );
    } catch (error) {
      if (!(error instanceof PassportError) || error.code !== 'WEB_CHECK_REQUIRED') throw error;
    }
    webCheckId = await askWebCheck(activity);
    if (webCheckId === undefined) return undefined;
  }
}

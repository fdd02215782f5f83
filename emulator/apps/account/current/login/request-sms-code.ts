import { PassportError } from '../../errors.ts';
import type { PhoneNumber } from '../../passport-client.ts';
import type { AccountLoginActivity } from './login-activity.tsx';
import { askPicture } from './picture-dialog.tsx';

/**
 * Has a code sent, reading a picture first where the service wants that.
 * @returns `undefined` if the person gave up on the picture
 * @throws PassportError
 */
export async function requestSmsCode(
  activity: AccountLoginActivity,
  phone: PhoneNumber,
): Promise<{ resendAfterSeconds: number } | undefined> {
  const send = (pictureId?: string) =>
    activity.busy(activity.strings.passport_sending_vcode, (client) =>
      client.requestSmsCode(phone, pictureId),
    );
  try {
    return await send();
  } catch (error) {
    const wantsPicture = error instanceof PassportError && error.code === 'PICTURE_REQUIRED';
    if (!wantsPicture) throw error;
  }
  const pictureId = await askPicture(activity);
  return pictureId === undefined ? undefined : send(pictureId);
}

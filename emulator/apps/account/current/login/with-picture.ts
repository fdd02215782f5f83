import { PassportError } from '../../errors.ts';
import type { AccountLoginActivity } from './login-activity.tsx';
import { askPicture } from './picture-dialog.tsx';

/**
 * Sends a request for which the service may want a picture read, and reads one when it does.
 * @param required whether the service has said so beforehand
 * @param send sends the request, with the id of the picture that was read
 * @returns `undefined` if the person gave up on a picture
 * @throws PassportError
 */
export async function withPicture<T>(
  activity: AccountLoginActivity,
  required: boolean,
  send: (pictureId?: string) => Promise<T>,
): Promise<T | undefined> {
  for (let wanted = required; ; wanted = true) {
    const pictureId = wanted ? await askPicture(activity) : undefined;
    if (wanted && pictureId === undefined) return undefined;
    try {
      return await send(pictureId);
    } catch (error) {
      if (!(error instanceof PassportError) || error.code !== 'PICTURE_REQUIRED') throw error;
    }
  }
}

import type { SmsSettings } from './sms-settings.ts';

/**
 * When the person has to read a picture: before the SMS code is sent, after it was typed, or
 * not at all.
 */
export const PICTURE_ORDERS = ['before', 'after', 'never'] as const;
export type PictureOrder = (typeof PICTURE_ORDERS)[number];

/** How hard a picture is to read for a program. */
export const PICTURE_DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export type PictureDifficulty = (typeof PICTURE_DIFFICULTIES)[number];

/** What may be changed while the service runs. */
export interface ServiceSettings {
  pictureCode: PictureOrder;
  pictureDifficulty: PictureDifficulty;
  sms: SmsSettings;
  /** Whether a web check comes before the first code. */
  webCheck: boolean;
}

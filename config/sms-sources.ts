/**
 * Where an SMS code can be seen. `inbox`: the SMS provider, over adb. `notifications`: what the phone
 * has posted, over adb. `screen`: the app has filled the code in by itself, or somebody typed it.
 */
export const SMS_SOURCES = ['inbox', 'notifications', 'screen'] as const;

export type SmsSourceName = (typeof SMS_SOURCES)[number];

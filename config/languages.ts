/** Languages (BCP 47) whose texts the page objects know; see `pageobjects/strings/`. */
export const LANGUAGES = ['en', 'zh-CN', 'zh-TW', 'ru'] as const;

export type Language = (typeof LANGUAGES)[number];

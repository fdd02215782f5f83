import { accountIds } from './locators.ts';

/** Ids of screens that only one generation of the account app has. */
const IDS = {
  current: accountIds(
    ...['get_login_type', 'verify_code', 'text_view_user_info', 'find_password'],
    ...['skip_query', 'login_other', 'pref_account_avatar'],
  ),
  'SDK of 2019': accountIds('ph_sign_in_btn', 'ticket'),
  classic: accountIds(
    ...['input_phone_num', 'ev_verify_code', 'et_captcha_image', 'recycle_prompt'],
    ...['forgot_pwd', 'login_other_account'],
  ),
};

/**
 * Which account app it is: `current` came with MIUI 13, `classic` is that of MIUI 10, and between the two
 * there was one on an SDK of 2019.
 */
export type AccountAppGeneration = keyof typeof IDS;

/**
 * The generation of the account app that shows these resource ids.
 * @returns `undefined` where they are those of other apps, or of several generations.
 */
export function generationShowing(ids: readonly string[]): AccountAppGeneration | undefined {
  const names = Object.keys(IDS) as AccountAppGeneration[];
  return names.find((name) => ids.some((id) => IDS[name].includes(id)));
}

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { TEXTS, type StringName } from '../../../emulator/apps/strings/index.ts';
import { textOf } from '../../../emulator/apps/strings/table.ts';
import { ERROR_STATUS, type ErrorCode } from '../../../emulator/service/errors.ts';
import { parseFault } from '../../../emulator/service/faults.ts';
import { account, CODE, PhoneUnderTest } from './phone-under-test.ts';

type Way = 'toast' | 'dialog' | 'inline';

/** Where each of the service's errors is met, and how the current generation tells of it. */
const MESSAGES: readonly (readonly [ErrorCode, point: Point, Way, StringName])[] = [
  ['BAD_REQUEST', 'sms-codes', 'toast', 'passport_unknown_error'],
  ['NOT_FOUND', 'sms-codes', 'toast', 'passport_error_server'],
  ['PHONE_INVALID', 'sms-codes', 'inline', 'passport_error_phone'],
  ['TOO_FREQUENT', 'sms-codes', 'toast', 'passport_frequency_try_later'],
  ['SYSTEM_BUSY', 'sms-codes', 'toast', 'passport_system_error'],
  ['ACCESS_DENIED', 'sms-codes', 'toast', 'passport_access_denied'],
  ['DEVICE_INSECURE', 'sms-codes', 'dialog', 'passport_tz_invalid'],
  ['SMS_LIMIT', 'sms-codes', 'dialog', 'passport_error_sms_limit'],
  ['SMS_QUOTA', 'sms-codes', 'dialog', 'passport_send_too_many_code'],
  ['PASSWORD_REQUIRED', 'sms-codes', 'toast', 'passport_input_password_for_login'],
  ['SMS_CODE_WRONG', 'verifications', 'inline', 'passport_error_ticket_invalid'],
  ['SMS_CODE_EXPIRED', 'verifications', 'inline', 'passport_error_token_expired'],
  ['PICTURE_WRONG', 'picture-answers', 'inline', 'passport_wrong_vcode'],
  ['PICTURE_EXPIRED', 'picture-answers', 'inline', 'passport_error_token_expired'],
  ['TICKET_EXPIRED', 'sign-in', 'toast', 'passport_identification_expired'],
  ['AGREEMENT_REQUIRED', 'sign-in', 'toast', 'passport_error_user_agreement_error'],
  ['REGISTER_RESTRICTED', 'sign-in', 'dialog', 'passport_register_restricted'],
  ['NOT_SIGNED_IN', 'cloud', 'toast', 'passport_identification_expired'],
  ['WEB_CHECK_WRONG', 'web-checks', 'inline', 'web_check_wrong'],
  ['PASSWORD_WRONG', 'password-sign-in', 'inline', 'password_wrong'],
];
/** Not told, but answered: a picture or a check is shown, or a new check in place of one too old. */
const NOT_TOLD: readonly ErrorCode[] = [
  'PICTURE_REQUIRED',
  'WEB_CHECK_REQUIRED',
  'WEB_CHECK_EXPIRED',
];

type Point =
  | 'sms-codes'
  | 'verifications'
  | 'picture-answers'
  | 'sign-in'
  | 'cloud'
  | 'web-checks'
  | 'password-sign-in';

describe('every error of the account service', () => {
  let phone: PhoneUnderTest;

  afterEach(() => phone.stop());

  /** Does what a person does until that point of the service is asked. */
  const reach: Readonly<Record<Point, () => Promise<void>>> = {
    'sms-codes': async () => {
      await phone.toPhonePage();
      await phone.submitPhone();
    },
    verifications: async () => {
      await phone.toCodePage();
      await phone.typeCode(CODE);
    },
    'picture-answers': async () => {
      await reach.verifications();
      await phone.answerPicture();
    },
    'sign-in': () => reach['picture-answers'](),
    cloud: async () => {
      await phone.toCloudPage();
      await phone.click({ text: 'Agree' });
    },
    'web-checks': () => reach['sms-codes'](),
    'password-sign-in': async () => {
      await phone.toPhonePage();
      await phone.click(account('password_login'));
      for (const field of await phone.waitForAll(account('input'), 2)) {
        phone.perform(field, { kind: 'setText', text: 'secret' });
      }
      await phone.click(account('login'));
    },
  };
  /** In the phone's language, with what it says to wait. */
  const english = (name: StringName) => textOf(TEXTS[name][0]).replace('%d', '24');

  for (const [code, point, way, name] of MESSAGES) {
    it(`is told: ${code} at ${point}, as ${way}`, async () => {
      phone = new PhoneUnderTest({
        faults: [parseFault(`${point}=error:${code}`)],
        webCheck: point === 'web-checks',
      });
      await phone.start();
      await reach[point]();
      const text = english(name);
      if (way === 'toast') {
        await phone.until(() => phone.toasts.length > 0, 'a toast');
        assert.deepEqual(phone.toasts, [text]);
        return;
      }
      const { resourceId } = await phone.waitFor({ text });
      assert.equal(resourceId === 'com.xiaomi.account:id/message', way === 'dialog');
      assert.deepEqual(phone.toasts, []);
    });
  }

  it('is in the list above, or not told', () => {
    phone = new PhoneUnderTest();
    const known = [...MESSAGES.map(([code]) => code), ...NOT_TOLD];
    assert.deepEqual(known.toSorted(), Object.keys(ERROR_STATUS).toSorted());
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../config/languages.ts';
import {
  CodeRejectedError,
  NumberAlreadyRegisteredError,
  TooManyAttemptsError,
} from '../../flows/errors.ts';
import { errorFor, messageOf, messageShown } from '../../flows/server-messages.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { TABLES, type StringName } from '../../pageobjects/strings/table.ts';

const KNOWN: [text: string, name: string][] = [
  ['This code is incorrect', 'wrongSmsCode'],
  ['Code expired. Try again.', 'codeExpired'],
  ['The code you entered is incorrect', 'wrongCode'],
  ['Invalid phone number', 'badNumber'],
  ['Enter phone number', 'numberMissing'],
  ['Agree to the terms and conditions first', 'consentMissing'],
  ['Is this your Xiaomi Account?', 'numberRegistered'],
  [
    'Too many verification codes have been sent to this number. Wait 12 hours and try again.',
    'smsQuota',
  ],
  ['Too many attempts. Wait a minute or two and try again.', 'tooOften'],
  ["Can't connect to network", 'noNetwork'],
  ['Server error', 'serverError'],
];

for (const language of LANGUAGES) {
  test(`every message in ${language} is known by its own name`, () => {
    const table = TABLES[language];
    for (const [, name] of KNOWN) {
      const known = table[name as StringName].map((text) => text.replace('%d', '12'));
      const page =
        name === 'wrongCode' ? new PictureCodePage({} as WebdriverIO.Browser) : undefined;
      assert.deepEqual(
        known.map((text) => messageOf(text, page)?.name),
        known.map(() => name),
      );
    }
  });
}

test('one text of Chinese stands for two codes: the screen tells which', () => {
  const driver = {} as WebdriverIO.Browser;
  assert.equal(messageOf('验证码错误', new PictureCodePage(driver))?.name, 'wrongCode');
  assert.equal(messageOf('验证码错误', new SmsCodePage(driver))?.name, 'wrongSmsCode');
});

for (const [text, name] of KNOWN) {
  test(`“${text}” is ${name}`, () => {
    assert.equal(messageOf(text)?.name, name);
  });
}

test('what an empty field says is its hint, and no message', async () => {
  const shown = (className: string) => {
    const source = `<hierarchy><node class="${className}" text="Enter phone number" /></hierarchy>`;
    const driver = { getPageSource: () => Promise.resolve(source) } as WebdriverIO.Browser;
    return messageShown(driver, new PhoneNumberPage(driver));
  };
  assert.equal(await shown('android.widget.EditText'), undefined);
  assert.equal(await shown('android.widget.AutoCompleteTextView'), undefined);
  assert.equal((await shown('android.widget.TextView'))?.name, 'numberMissing');
});

test('an unknown text is no message', () => {
  assert.equal(messageOf('Have a nice day'), undefined);
});

test('messages become errors of their own class that quote the app', () => {
  const cases = [
    ['This code is incorrect', CodeRejectedError],
    ['Is this your Xiaomi Account?', NumberAlreadyRegisteredError],
    ['Too many attempts. Wait a minute or two and try again.', TooManyAttemptsError],
  ] as const;
  for (const [text, errorClass] of cases) {
    const message = messageOf(text);
    assert.ok(message);
    const error = errorFor(message, { phone: 'emulator-5554', screen: 'SMS code' });
    assert.ok(error instanceof errorClass);
    assert.match(error.message, new RegExp(text.replace(/[.?]/g, '\\$&')));
    assert.match(error.message, /emulator-5554/);
  }
});

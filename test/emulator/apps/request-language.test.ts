import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PassportClient } from '../../../emulator/apps/account/passport-client.ts';
import { PhoneUnderTest } from './phone-under-test.ts';

test("the account app asks in the phone's language", async (t) => {
  const texts: string[] = [];
  const phone = new PhoneUnderTest({ sendSms: (_to, text) => texts.push(text) });
  await phone.start();
  t.after(() => phone.stop());
  phone.system.settings.put('system', 'system_locales', 'ru-RU,en-US');
  const client = new PassportClient(phone.system, new AbortController().signal);
  await client.requestSmsCode({ callingCode: '+1', number: '2015550123' }, undefined);
  phone.clock.advance(0);
  assert.match(texts[0] ?? '', /^Код подтверждения/);
});

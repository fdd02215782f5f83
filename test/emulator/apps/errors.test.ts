import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeOf, PassportError } from '../../../emulator/apps/account/errors.ts';
import { stringsFor } from '../../../emulator/apps/strings/index.ts';

for (const hours of [0, 1, undefined]) {
  test(`nobody is told to wait less than an hour: ${hours}`, () => {
    const error = new PassportError('refused', 'too many', { code: 'SMS_QUOTA', hours });
    assert.match(
      noticeOf(error, stringsFor({ locale: 'en-US', profile: { spelling: 'xiaomi' } })).text,
      /Wait 1 hours/,
    );
  });
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SessionError } from '../../launcher/session-error.ts';

describe('a session that could not be opened', () => {
  for (const [seen, setting] of [
    ["Error executing adbExec: 'Failure [INSTALL_FAILED_USER_RESTRICTED: …]'", /Install via USB/],
    ['java.lang.SecurityException: … WRITE_SECURE_SETTINGS', /Security settings/],
    ['connect ECONNREFUSED 127.0.0.1:4723', /MI_APPIUM_URL/],
    ['Unable to connect to "http://192.0.2.7:4723/", make sure …', /MI_APPIUM_URL/],
    ['something new', /appium\.log/],
  ] as const) {
    it(`says what to do about: ${seen}`, () => {
      assert.match(new SessionError(seen).details.remedy, setting);
    });
  }
});

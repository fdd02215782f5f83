import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseResumedActivity } from '../../../launcher/record/phone-screen.ts';

const RECORD = 'ActivityRecord{5c1f0a2 u0 com.xiaomi.account/.ui.LoginActivity t42}';

for (const [android, line] of [
  ['9', `    mResumedActivity: ${RECORD}`],
  ['10', `  ResumedActivity: ${RECORD}`],
  ['13', `  topResumedActivity=${RECORD}`],
] as const) {
  test(`the activity in front is told as by Android ${android}`, () => {
    assert.equal(
      parseResumedActivity(`ACTIVITY MANAGER ACTIVITIES\n${line}\n`),
      'com.xiaomi.account/.ui.LoginActivity',
    );
  });
}

test('no activity is in front of a lock screen', () => {
  assert.equal(parseResumedActivity('  mResumedActivity: null\n'), undefined);
});

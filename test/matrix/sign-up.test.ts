import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Matrix } from './matrix.ts';
import { combinationsOf, emulatedProfiles } from './profiles.ts';

const profiles = await emulatedProfiles();

describe('the whole sign-up, through stock adb and Appium', { concurrency: 2 }, () => {
  let matrix: Matrix;
  const stop = new AbortController();

  before(async () => {
    matrix = await Matrix.start(stop.signal);
  });

  after(async () => {
    stop.abort();
    await matrix.stop();
  });

  for (const combination of combinationsOf(profiles)) {
    const { profile, language, pictureCode, smsAutofill } = combination;
    const picture = pictureCode === 'never' ? 'no picture code' : `picture code ${pictureCode}`;
    const code = smsAutofill === 'on' ? 'SMS code filled in by the app' : 'SMS code typed';
    it(`on ${profile.model}, ${profile.system}, in ${language}, ${picture}, ${code}`, async () => {
      const { shown, listed } = await matrix.signUp(combination);
      assert.notEqual(shown, '');
      assert.equal(listed?.type, 'com.xiaomi');
    });
  }
});

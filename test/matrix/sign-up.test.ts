import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SignUps } from '../../launcher/soak/sign-ups.ts';
import { combinationsOf, emulatedProfiles, MATRIX_SETTINGS } from './profiles.ts';

const profiles = await emulatedProfiles();

describe('the whole sign-up, through stock adb and Appium', { concurrency: 2 }, () => {
  let matrix: SignUps;
  const stop = new AbortController();

  before(async () => {
    matrix = await SignUps.start(MATRIX_SETTINGS, stop.signal);
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
      const { error } = await matrix.signUp({ ...combination, profile: profile.id }, 1);
      assert.equal(error, undefined);
    });
  }
});

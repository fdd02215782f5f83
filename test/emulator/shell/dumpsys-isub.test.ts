import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Profile } from '../../../emulator/profiles/profile.ts';
import { redmi7a } from '../../../emulator/profiles/redmi-7a.ts';
import { redmiNote13Pro5g } from '../../../emulator/profiles/redmi-note-13-pro-5g.ts';
import { redmiNote82021 } from '../../../emulator/profiles/redmi-note-8-2021.ts';
import { ShellPhone } from './phone.ts';

async function isub(profile: Profile, secondNumber?: string): Promise<string> {
  const phone = new ShellPhone(profile, secondNumber);
  try {
    return await phone.stdout('dumpsys isub');
  } finally {
    await phone.stop();
  }
}

describe('dumpsys isub', () => {
  it('lists both cards by slot and subscription on Android 9', async () => {
    assert.match(
      await isub(redmi7a, '+12015550130'),
      /^ ActiveSubInfoList:\n {2}\{id=1, iccId=898600001\[\*{4}\] simSlotIndex=0 .*\n {2}\{id=2, iccId=\S+ simSlotIndex=1 /m,
    );
  });

  it('lists both cards on Android 12', async () => {
    assert.match(
      await isub(redmiNote82021, '+12015550130'),
      /^ {2}\{id=1 iccId=\S+ simSlotIndex=0 .*\n {2}\{id=2 iccId=\S+ simSlotIndex=1 /m,
    );
  });

  it('lists both cards on Android 16', async () => {
    assert.match(
      await isub(redmiNote13Pro5g, '+12015550130'),
      /^ {2}Active subscriptions:\n {4}\[SubscriptionInfoInternal: id=1 .* simSlotIndex=0 .*\n {4}\[SubscriptionInfoInternal: id=2 .* simSlotIndex=1 /m,
    );
  });

  it('tells of a slot without a card', async () => {
    assert.match(await isub(redmiNote13Pro5g), /^ {2}mSimState\[1\]=ABSENT$/m);
  });

  for (const profile of [redmi7a, redmiNote82021, redmiNote13Pro5g]) {
    it(`tells nobody a number on Android ${profile.androidVersion}`, async () => {
      assert.doesNotMatch(await isub(profile, '+12015550130'), /201555/);
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Profile } from '../../../emulator/profiles/profile.ts';
import { redmi7a } from '../../../emulator/profiles/redmi-7a.ts';
import { redmiNote13Pro5g } from '../../../emulator/profiles/redmi-note-13-pro-5g.ts';
import { redmiNote82021 } from '../../../emulator/profiles/redmi-note-8-2021.ts';
import { xiaomi13 } from '../../../emulator/profiles/xiaomi-13.ts';
import { ShellPhone } from './phone.ts';

async function dump(profile: Profile, commandLine: string, bodies = ['code 123456']) {
  const phone = new ShellPhone(profile);
  try {
    // What the account app says by itself is not the matter here.
    phone.system.notifications.cancelAll('com.xiaomi.account');
    for (const body of bodies) phone.system.telephony.receiveSms({ from: 'Xiaomi', body });
    return await phone.stdout(commandLine);
  } finally {
    await phone.stop();
  }
}

const all = [redmi7a, redmiNote82021, xiaomi13, redmiNote13Pro5g];

describe('dumpsys notification', () => {
  for (const profile of all) {
    it(`shows sender and text with --noredact on Android ${profile.androidVersion}`, async () => {
      assert.match(
        await dump(profile, 'dumpsys notification --noredact'),
        /^ +android\.title=String \(Xiaomi\)\n[^]*^ +android\.text=String \(code 123456\)$/m,
      );
    });

    it(`hides the text otherwise on Android ${profile.androidVersion}`, async () => {
      assert.ok(!(await dump(profile, 'dumpsys notification')).includes('123456'));
    });
  }

  it('tells how long a hidden text is from Android 13 on', async () => {
    assert.match(
      await dump(xiaomi13, 'dumpsys notification'),
      /^ +android\.text=String \[length=11\]$/m,
    );
  });

  it('tells nothing of a hidden text before that', async () => {
    assert.match(await dump(redmiNote82021, 'dumpsys notification'), /^ +android\.text=String$/m);
  });

  it('lists the messages of a conversation, the newest as its text', async () => {
    const text = await dump(redmiNote13Pro5g, 'dumpsys notification --noredact', ['one', 'two']);
    assert.match(text, /android\.text=String \(two\)\n/);
    assert.match(
      text,
      /android\.messages=Parcelable\[\] \(2\)\n {18}\[0\] Bundle\[\{.*text=one.*\}\]\n {18}\[1\] Bundle\[\{.*text=two/,
    );
  });

  it('has what a lock screen shows in a block of its own', async () => {
    assert.match(
      await dump(redmiNote13Pro5g, 'dumpsys notification --noredact'),
      /^ {6}publicNotification=\n[^]*android\.text=String \(1 new messages\)/m,
    );
  });

  it('has no list where there is nothing to list', async () => {
    assert.doesNotMatch(await dump(xiaomi13, 'dumpsys notification', []), /Notification List/);
  });
});

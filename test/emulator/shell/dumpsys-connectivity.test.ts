import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import type { Profile } from '../../../emulator/profiles/profile.ts';
import { redmi7a } from '../../../emulator/profiles/redmi-7a.ts';
import { redmiNote13Pro5g } from '../../../emulator/profiles/redmi-note-13-pro-5g.ts';
import { redmiNote82021 } from '../../../emulator/profiles/redmi-note-8-2021.ts';
import { ShellPhone } from './phone.ts';

describe('shell: dumpsys connectivity', () => {
  let phone: ShellPhone;
  afterEach(() => phone.stop());

  const agent = async () =>
    /^ {2}(NetworkAgentInfo.*)$/m.exec(await phone.stdout('dumpsys connectivity'))?.[1] ?? '';
  const active = async () =>
    /^Active default network: (.*)$/m.exec(await phone.stdout('dumpsys connectivity'))?.[1];

  const described: readonly [profile: Profile, form: RegExp][] = [
    [
      redmi7a,
      /^NetworkAgentInfo\{ ni\{\[type: WIFI\[\], state: CONNECTED\/CONNECTED, .*network\{101\} {2}nethandle\{437197393933\}.* nc\{\[ Transports: WIFI Capabilities: NOT_METERED&INTERNET&.*&VALIDATED&.*Score\{60\} {2}everValidated\{true\}/,
    ],
    [
      redmiNote82021,
      /^NetworkAgentInfo\{network\{101\} {2}handle\{437197393933\} {2}ni\{WIFI CONNECTED extra: \} Score\(60 ; KeepConnected : 0 ; Policies : \S+\) {2}everValidated lastValidated created/,
    ],
    [
      redmiNote13Pro5g,
      /^NetworkAgentInfo\{network\{101\} .* created=2026-01-01T12:00:00\.000Z Score\(Policies : \S+&IS_VALIDATED ; KeepConnected : 0\) {2}created 15311 firstValidated 15462/,
    ],
  ];
  for (const [profile, form] of described) {
    test(`Android ${profile.androidVersion} describes Wi-Fi in its own way`, async () => {
      phone = new ShellPhone(profile);
      assert.match(await agent(), form);
    });
  }

  test('without Wi-Fi it is mobile data', async () => {
    phone = new ShellPhone();
    await phone.run('svc wifi disable');
    assert.match(
      await agent(),
      /ni\{MOBILE\[NR\] CONNECTED .*Transports: CELLULAR Capabilities: MMS&SUPL&INTERNET/,
    );
  });

  test('without both there is none', async () => {
    phone = new ShellPhone();
    await phone.run('svc wifi disable; svc data disable');
    assert.deepEqual([await active(), await agent()], ['none', '']);
  });

  test('mobile data needs a SIM card', async () => {
    phone = new ShellPhone();
    phone.system.gates.set('sim', 'absent');
    await phone.run('svc wifi disable');
    assert.equal(await active(), 'none');
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it, test } from 'node:test';
import { quickCheck } from '../../device/doctor/quick.ts';
import { PHONE_CHECK_IDS, type PhoneCheckId } from '../../config/troubleshooting.ts';
import { carryOut, repairPhone } from '../../device/doctor/repair.ts';
import { GATE_DEFAULTS, type GateValues } from '../../emulator/android/gates/table.ts';
import { checkOf, DoctorPhones, type ExaminedPhone, type PhoneName } from './phones.ts';

/** How a check comes to fail on a phone, and what makes it pass again. */
interface Case {
  /** By default the good one. */
  readonly phone?: PhoneName;
  /** Settings of the run that it is checked for. */
  readonly env?: NodeJS.ProcessEnv;
  /** Left out where the phone is like that from its start. */
  readonly breaks?: (phone: ExaminedPhone) => Promise<unknown>;
  /** What the doctor does over adb, else what a person does; another phone where neither can. */
  readonly fix: 'adb' | 'another phone' | ((phone: ExaminedPhone) => Promise<unknown>);
}

const gates = (values: Partial<GateValues>) => (phone: ExaminedPhone) => phone.gates(values);
const shell = (commandLine: string) => (phone: ExaminedPhone) => phone.shell(commandLine);
const online = (isOnline: boolean) => (phone: ExaminedPhone) =>
  phone.admin('PUT', '/network', { online: isOnline });

/** Every check of a phone, with nothing left out: the compiler sees to that. */
const CASES: Readonly<Record<PhoneCheckId, Case>> = {
  connected: {
    phone: 'offline',
    fix: async (phone) => {
      await phone.gates({ 'adb-auth': 'authorized' });
      await phone.until('the phone', async () => (await phone.state()) === 'device');
    },
  },
  authorized: {
    phone: 'unauthorized',
    fix: async (phone) => {
      await phone.tap('Allow');
      await phone.until('the phone', async () => (await phone.state()) === 'device');
    },
  },
  'android-version': { phone: 'old', fix: 'another phone' },
  awake: {
    breaks: (phone) => phone.admin('POST', '/key', { name: 'POWER' }),
    fix: 'adb',
  },
  unlocked: { breaks: gates({ 'lock-screen': 'swipe' }), fix: 'adb' },
  'usb-debugging-security': {
    breaks: gates({ 'adb-input': 'off' }),
    fix: gates({ 'adb-input': 'on' }),
  },
  'install-via-usb': {
    breaks: gates({ 'usb-install': 'deny' }),
    fix: gates({ 'usb-install': 'allow' }),
  },
  helpers: { breaks: shell('pm uninstall io.appium.uiautomator2.server'), fix: 'adb' },
  'helpers-battery': { fix: 'adb' },
  'helpers-autostart': { breaks: gates({ autostart: 'denied' }), fix: 'adb' },
  language: {
    phone: 'german',
    fix: async (phone) => {
      await phone.shell('am start -a android.settings.LOCALE_SETTINGS');
      await phone.tap('English (United States)');
    },
  },
  sim: { breaks: gates({ sim: 'absent' }), fix: gates({ sim: 'ready' }) },
  'sms-readable': {
    // Notifications can always be read over adb; not every lab wants that.
    env: { MI_SMS_SOURCES: 'inbox' },
    breaks: gates({ 'sms-provider': 'denied' }),
    fix: gates({ 'sms-provider': 'ok' }),
  },
  'free-network-sms': { breaks: gates({ 'free-sms': 'on' }), fix: gates({ 'free-sms': 'off' }) },
  'signed-out': { breaks: (phone) => phone.signUp(), fix: (phone) => phone.signOut() },
  network: { breaks: online(false), fix: online(true) },
  clock: { breaks: gates({ clock: '-180s' }), fix: 'adb' },
  battery: {
    breaks: async (phone) => {
      await phone.adb('emu', 'power', 'ac', 'off');
      await phone.adb('emu', 'power', 'capacity', '7');
    },
    fix: (phone) => phone.adb('emu', 'power', 'ac', 'on'),
  },
  'power-saver': { breaks: shell('settings put global low_power 1'), fix: 'adb' },
  storage: {
    breaks: gates({ 'free-storage': '100MB' }),
    fix: gates({ 'free-storage': '2GB' }),
  },
  'stay-awake': { breaks: shell('settings put system screen_off_timeout 30000'), fix: 'adb' },
  animations: { fix: 'adb' },
};

let phones: DoctorPhones;
before(async () => {
  phones = await DoctorPhones.start(
    ...(['good', 'worn', 'closed', 'unauthorized', 'offline', 'old', 'german'] as const),
  );
  await phones.get('good').installHelpers();
});
after(() => phones.stop());

test('a gate-closed, an unauthorized and an offline phone are told from a good one', async () => {
  const found = await Promise.all(
    (['good', 'closed', 'unauthorized', 'offline'] as const).map(async (name) => {
      const phone = phones.get(name);
      const { ready, missing } = await quickCheck(phone.device, await phone.context());
      return [name, ready, missing?.id];
    }),
  );
  assert.deepEqual(found, [
    ['good', true, undefined],
    ['closed', false, 'usb-debugging-security'],
    ['unauthorized', false, 'authorized'],
    ['offline', false, 'connected'],
  ]);
});

describe('each check fails, and passes after what the doctor says', () => {
  for (const id of PHONE_CHECK_IDS) {
    const { phone: name = 'good', env, breaks, fix } = CASES[id];
    it(id, async () => {
      const phone = phones.get(name);
      await breaks?.(phone);
      const { result, facts } = await phone.examine(id, env);
      assert.equal(result.ok, false, result.message);
      assert.ok(result.fix, 'it says nothing to do');
      if (fix === 'adb') {
        assert.ok(facts);
        const plan = checkOf(id)?.repair?.(facts);
        assert.ok(plan, 'adb does nothing about it');
        assert.equal(await carryOut(phone.device, plan, {}), plan.did);
      } else if (fix !== 'another phone') await fix(phone);
      const fixed = phones.get(fix === 'another phone' ? 'good' : name);
      const again = await fixed.examine(id, env);
      assert.equal(again.result.ok, true, again.result.message);
    });
  }
});

describe('--fix on a phone with everything wrong that adb may change', () => {
  const repairable = PHONE_CHECK_IDS.filter((id) => CASES[id].fix === 'adb');

  it('mends all of it at once', async () => {
    const phone = phones.get('worn');
    await phone.gates(GATE_DEFAULTS);
    for (const id of repairable) await CASES[id].breaks?.(phone);
    const { results, repairs } = await repairPhone(phone.device, await phone.context());
    assert.deepEqual(
      repairs.map(({ id }) => id),
      repairable,
    );
    assert.deepEqual(
      results.filter(({ ok }) => !ok),
      [],
    );
  });

  it('changes nothing while the security switch is off', async () => {
    const phone = phones.get('closed');
    const { repairs } = await repairPhone(phone.device, await phone.context());
    const animations = repairs.find(({ id }) => id === 'animations');
    assert.match(animations?.told ?? '', /^the phone refused `settings put global/);
  });
});

import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { loadSettings } from '../../config/settings.ts';
import { MACHINE_CHECKS } from '../../device/doctor/ids.ts';
import type { MachineCheckId } from '../../config/troubleshooting.ts';
import type { CheckResult } from '../../device/doctor/result.ts';
import { PhoneFleet } from '../../emulator/fleet.ts';
import { redmi7a } from '../../emulator/profiles/redmi-7a.ts';
import { NO_OTHER_PHONES, StockAdb } from '../emulator/adbd/stock-adb.ts';
import { freePorts } from '../emulator/free-ports.ts';
import { FakeMachine, Stranger } from './fake-machine.ts';

/** A file system that never has room: the kernel's own. */
const FULL_FOLDER = process.platform === 'linux' ? '/proc' : '/dev';

let machine: FakeMachine;
let stranger: Stranger;
let adb: StockAdb;
before(async () => {
  [machine, stranger, adb] = await Promise.all([
    FakeMachine.make(),
    Stranger.listen(),
    StockAdb.start(NO_OTHER_PHONES),
  ]);
});
after(async () => {
  await Promise.all([machine.remove(), stranger.leave(), adb.stop()]);
});

/** How a check comes to fail, and what makes it pass again. */
interface Case {
  readonly breaks: () => unknown;
  /** What `--fix` does, else what a person does. */
  readonly fix: '--fix' | (() => unknown);
}

const variables: Record<string, string> = {};
const set = (name: string, value: () => string) => () => (variables[name] = value());
const unset = (name: string) => () => delete variables[name];

/** Every check of this machine but the list of phones, which is no matter of the machine alone. */
const CASES: Readonly<Record<Exclude<MachineCheckId, 'phones'>, Case>> = {
  'node-version': {
    breaks: () => machine.wantNode('>=99'),
    fix: () => machine.wantNode('>=20'),
  },
  'android-home': { breaks: () => machine.takeAdbAway(), fix: () => machine.putAdb() },
  'adb-program': { breaks: () => machine.takeAdbAway(), fix: () => machine.putAdb() },
  'adb-server': {
    breaks: set('ANDROID_ADB_SERVER_PORT', () => String(stranger.port)),
    fix: set('ANDROID_ADB_SERVER_PORT', () => String(adb.serverPort)),
  },
  appium: {
    breaks: () => machine.replace('appium', '2.19.0'),
    fix: () => machine.reinstall('appium'),
  },
  'appium-driver': {
    breaks: () => machine.replace('appium-uiautomator2-driver', '4.2.9'),
    fix: () => machine.reinstall('appium-uiautomator2-driver'),
  },
  ports: {
    breaks: set('MI_APPIUM_PORT', () => String(stranger.port)),
    fix: unset('MI_APPIUM_PORT'),
  },
  'disk-space': {
    breaks: () => (process.env['TMPDIR'] = FULL_FOLDER),
    fix: () => delete process.env['TMPDIR'],
  },
  'state-dir': { breaks: () => chmodSync(machine.stateDir, 0o755), fix: '--fix' },
  'picture-reading': {
    breaks: () => machine.uninstallTesseractData(),
    fix: () => machine.installTesseractData(),
  },
};

describe('each check of a machine fails, and passes after what the doctor says', () => {
  for (const id of Object.keys(CASES) as (keyof typeof CASES)[]) {
    const { breaks, fix } = CASES[id];
    it(id, async () => {
      const doctor = await machine.doctor();
      const context = () => {
        const env = {
          ANDROID_HOME: machine.androidHome,
          ANDROID_ADB_SERVER_PORT: String(adb.serverPort),
          MI_STATE_DIR: machine.stateDir,
          ...variables,
        };
        return { env, settings: loadSettings(env), signal: new AbortController().signal };
      };
      const found = (results: readonly CheckResult[]) =>
        results.find((candidate) => candidate.id === id);
      breaks();
      let results = await doctor.checkMachine(context());
      assert.equal(found(results)?.ok, false, found(results)?.message);
      assert.ok(found(results)?.fix, 'it says nothing to do');
      if (fix === '--fix') ({ results } = await doctor.repairMachine(results, context()));
      else {
        fix();
        results = await doctor.checkMachine(context());
      }
      assert.equal(found(results)?.ok, true, found(results)?.message);
    });
  }
});

describe('the doctor’s program', () => {
  const look = async (...args: readonly string[]) => {
    const printed = await machine.run(['--json', ...args], {
      ...adb.env,
      ANDROID_HOME: machine.androidHome,
      MI_STATE_DIR: machine.stateDir,
      MI_TARGET: 'devices',
    });
    return JSON.parse(printed) as readonly CheckResult[];
  };
  let fleet: PhoneFleet;
  before(() => {
    fleet = new PhoneFleet({ service: {}, adbServerPort: adb.serverPort, log: () => undefined });
  });
  after(() => fleet.stop());

  it('phones: it misses a phone, and finds the one that is connected', async () => {
    const missing = (await look()).find(({ id }) => id === 'phones');
    assert.deepEqual([missing?.ok, missing?.required], [false, true]);
    const { info } = await fleet.start({
      profile: redmi7a,
      phoneNumber: '+12015550123',
      consolePort: await freePorts(2),
    });
    const results = await look('--serial', info.serial, '--fix');
    assert.deepEqual(
      results.filter(({ ok }) => !ok),
      [],
    );
    assert.deepEqual([...new Set(results.map(({ scope }) => scope))], ['machine', info.serial]);
  });

  it('tells of every check of the machine', async () => {
    const ids = (await look()).filter(({ scope }) => scope === 'machine').map(({ id }) => id);
    assert.deepEqual(ids, Object.keys(MACHINE_CHECKS));
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { ManualClock } from '../../../emulator/android/clock.ts';
import { AndroidSystem } from '../../../emulator/android/system.ts';
import { systemApps } from '../../../emulator/apps/index.ts';
import { redmiNote13Pro5g } from '../../../emulator/profiles/redmi-note-13-pro-5g.ts';

describe('the system', () => {
  let clock: ManualClock;
  let system: AndroidSystem;

  beforeEach(() => {
    clock = new ManualClock();
    const profile = redmiNote13Pro5g;
    system = new AndroidSystem({ profile, clock, apps: systemApps(profile) });
    system.boot();
  });
  afterEach(() => system.stop());

  const bootState = () =>
    ['sys.boot_completed', 'dev.bootcomplete', 'init.svc.bootanim'].map((name) =>
      system.properties.get(name),
    );

  test('has booted', () => {
    assert.deepEqual(bootState(), ['1', '1', 'stopped']);
  });

  test('has not booted again after a restart until it is told so', async () => {
    await system.restart();
    const restarted = bootState();
    system.completeBoot();
    assert.deepEqual(
      [restarted, bootState()],
      [
        ['', '', 'running'],
        ['1', '1', 'stopped'],
      ],
    );
  });

  test('keeps no log over a restart', async () => {
    system.logcat.write('I', 'before', 'restart');
    await system.restart();
    assert.deepEqual(
      system.logcat.entries().filter(({ tag }) => tag === 'before'),
      [],
    );
  });

  test('runs the processes of its image again after a restart, from then on', async () => {
    clock.advance(60_000);
    await system.restart();
    assert.equal(system.processes.find('com.android.systemui')?.startedAtMs, clock.now());
  });

  test('has a package for every app process that runs from boot', () => {
    const apps = system.processes.list().filter(({ name }) => name.startsWith('com.android.'));
    assert.deepEqual(
      apps.map(({ name, uid }) => [name, uid]),
      apps.map(({ name }) => [name, system.packages.get(name)?.uid]),
    );
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repairPhone } from '../../../device/doctor/repair.ts';
import { AskedPhone, contextOf } from './asked-phone.ts';

const ANIMATED = { globalSettings: 'stay_on_while_plugged_in=7\n' };
const STILL = {
  globalSettings:
    'stay_on_while_plugged_in=7\nwindow_animation_scale=0\ntransition_animation_scale=0\nanimator_duration_scale=0\n',
};

test('what adb may do is done, told, and looked at again', async () => {
  const adb = new AskedPhone(ANIMATED, (command) => {
    if (!command.startsWith('settings put global')) return undefined;
    adb.change(STILL);
    return {};
  });
  const { results, repairs } = await repairPhone(adb, contextOf());
  assert.deepEqual(repairs, [{ id: 'animations', told: 'turned off the animations' }]);
  assert.equal(results.find(({ id }) => id === 'animations')?.ok, true);
});

test('a refusal is told in the words of the phone, and the check goes on failing', async () => {
  const adb = new AskedPhone(ANIMATED, (command) =>
    command.startsWith('settings put global')
      ? {
          stdout:
            "Exception occurred while executing 'put':\njava.lang.SecurityException: Permission denial: writing to settings\n",
        }
      : undefined,
  );
  const { results, repairs } = await repairPhone(adb, contextOf());
  assert.equal(
    repairs[0]?.told,
    'the phone refused `settings put global window_animation_scale 0`: java.lang.SecurityException: Permission denial: writing to settings',
  );
  assert.equal(results.find(({ id }) => id === 'animations')?.ok, false);
});

test('nothing is done on a phone on which nothing is wrong', async () => {
  const adb = new AskedPhone();
  const { repairs } = await repairPhone(adb, contextOf());
  assert.deepEqual(repairs, []);
  assert.deepEqual(
    adb.commands.filter((command) => /put|whitelist \+|appops set|keyevent/.test(command)),
    [],
  );
});

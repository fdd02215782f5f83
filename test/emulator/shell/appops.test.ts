import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { redmiNote82021 } from '../../../emulator/profiles/redmi-note-8-2021.ts';
import { APKS, ShellPhone } from './phone.ts';

const HELPER = 'io.appium.settings';

describe('shell: appops', () => {
  let phone: ShellPhone;
  beforeEach(async () => {
    phone = new ShellPhone();
    await phone.install(APKS.settings);
  });
  afterEach(() => phone.stop());

  const failure = async (commandLine: string) => {
    const { stderr, exitCode } = await phone.run(commandLine);
    return { stderr, exitCode };
  };

  test('an installed app has MIUI’s operations, by their numbers', async () => {
    assert.equal(
      await phone.stdout(`appops get ${HELPER}`),
      'MIUIOP(10008): allow\nMIUIOP(10018): allow\nMIUIOP(10020): ignore\nMIUIOP(10021): allow\nMIUIOP(10053): allow\n',
    );
  });

  test('a person who moves the switch has the last word', async () => {
    await phone.run(`appops set ${HELPER} 10008 allow`);
    phone.system.gates.set('autostart', 'denied');
    assert.equal(await phone.stdout(`appops get ${HELPER} 10008`), 'MIUIOP(10008): ignore\n');
  });

  test('one of Android’s that nobody changed has a default', async () => {
    assert.equal(
      await phone.stdout(`appops get ${HELPER} MOCK_LOCATION`),
      'No operations.\nDefault mode: deny\n',
    );
  });

  test('one that is given by its number has its name', async () => {
    await phone.run(`appops set ${HELPER} 14 ignore`);
    assert.equal(await phone.stdout(`cmd appops get ${HELPER} 14`), 'READ_SMS: ignore\n');
  });

  test('reset brings back what was before', async () => {
    await phone.run(`appops set ${HELPER} READ_SMS ignore`);
    assert.equal(
      await phone.stdout(`appops reset ${HELPER}; appops get ${HELPER} READ_SMS`),
      `Reset all modes for: user 0, package ${HELPER}\nNo operations.\nDefault mode: allow\n`,
    );
  });

  test('MIUI’s have no names', async () => {
    assert.deepEqual(await failure(`appops get ${HELPER} AUTO_START`), {
      stderr: 'Error: Unknown operation string: AUTO_START\n',
      exitCode: 255,
    });
  });

  test('an operation of a later Android is unknown', async () => {
    await phone.stop();
    phone = new ShellPhone(redmiNote82021);
    await phone.install(APKS.settings);
    const name = 'RECEIVE_SENSITIVE_NOTIFICATIONS';
    assert.equal(
      (await failure(`appops set ${HELPER} ${name} allow`)).stderr,
      `Error: Unknown operation string: ${name}\n`,
    );
  });

  test('a mode that there is none of is refused', async () => {
    assert.equal(
      (await failure(`appops set ${HELPER} READ_SMS maybe`)).stderr,
      'Error: Mode maybe is not valid\n',
    );
  });

  test('a package that is not installed has no uid', async () => {
    assert.equal(
      (await failure('appops get no.such 10008')).stderr,
      'Error: No UID for no.such in user 0\n',
    );
  });
});

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { promisify } from 'node:util';
import { LanguageNotSetError, SettingsJournalError } from '../../../device/errors.ts';
import { thisProcess } from '../../../device/process-identity.ts';
import { preparePhone } from '../../../device/settings-journal/prepare.ts';
import { replayJournals } from '../../../device/settings-journal/replay.ts';
import { FakeSettingsPhone } from './fake-settings-phone.ts';

const SERIAL = 'emulator-5554';

let stateDir: string;
let phone: FakeSettingsPhone;
let notes: string[];

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'mi-journal-'));
  phone = new FakeSettingsPhone();
  notes = [];
});

afterEach(async () => {
  await rm(stateDir, { recursive: true });
});

function prepare(language?: string) {
  return preparePhone(phone.adb, { stateDir, runId: 'run-1', language, note });
}

function replay() {
  return replayJournals(phone.adb, [SERIAL], { stateDir, note });
}

function note(text: string): void {
  notes.push(text);
}

async function journals(): Promise<string[]> {
  const folder = join(stateDir, 'settings-journal');
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
}

/** As if the process that prepared the phone had been killed. */
async function killOwner(): Promise<void> {
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  for (const path of await journals()) {
    const journal = JSON.parse(await readFile(path, 'utf8')) as object;
    const owner = { ...(await thisProcess()), pid: gone.pid };
    await writeFile(path, JSON.stringify({ ...journal, owner }));
  }
}

/** What a session of Appium's leaves behind when it is not ended. */
function appiumSession(): void {
  phone.settings.set('global hidden_api_policy', '1');
  phone.exempt.add('io.appium.settings');
  phone.listeners.add('io.appium.settings/.NLService');
}

test('a prepared phone stays awake and has no animations', async () => {
  await prepare();
  assert.equal(phone.settings.get('global stay_on_while_plugged_in'), '7');
  assert.equal(phone.settings.get('global animator_duration_scale'), '0');
});

test('restoring leaves every value as it was, and deletes what was unset', async () => {
  const before = phone.state;
  const prepared = await prepare();
  appiumSession();
  await prepared.restore();
  assert.deepEqual(phone.state, before);
  assert.deepEqual(await journals(), []);
  assert.deepEqual(notes, []);
});

test('a value that Appium deletes at the end comes back', async () => {
  phone.settings.set('global hidden_api_policy', '2');
  const prepared = await prepare();
  phone.settings.delete('global hidden_api_policy');
  await prepared.restore();
  assert.equal(phone.settings.get('global hidden_api_policy'), '2');
});

test('what somebody else has changed meanwhile stays, and is told', async () => {
  const prepared = await prepare();
  phone.settings.set('global window_animation_scale', '2.0');
  await prepared.restore();
  assert.equal(phone.settings.get('global window_animation_scale'), '2.0');
  assert.match(notes.join(), /global\/window_animation_scale changed during the run/);
});

test('a value that suits already is not touched', async () => {
  phone.settings.set('global stay_on_while_plugged_in', '15');
  phone.settings.set('system screen_off_timeout', '2147483647');
  const { changed } = await prepare();
  assert.deepEqual(
    changed.filter((name) => !name.includes('scale')),
    [],
  );
});

test('the journal is on the disk before the first change, for this user alone', async () => {
  let written: string[] | undefined;
  const shell = phone.adb.shell.bind(phone.adb);
  phone.adb.shell = async (command, call) => {
    if (command.startsWith('settings put')) written ??= await journals();
    return shell(command, call);
  };
  await prepare();
  assert.equal(written?.length, 1);
  assert.equal((await stat(String(written[0]))).mode & 0o777, 0o600);
});

test('a journal that cannot be written keeps the phone from being changed', async () => {
  const before = phone.state;
  await writeFile(join(stateDir, 'settings-journal'), 'no folder');
  await assert.rejects(prepare(), SettingsJournalError);
  assert.deepEqual(phone.state, before);
});

test('what a killed run left changed is put back at the next start', async () => {
  const before = phone.state;
  await prepare();
  appiumSession();
  await killOwner();
  assert.deepEqual(await replay(), [SERIAL]);
  assert.deepEqual(phone.state, before);
  assert.deepEqual(await journals(), []);
});

test('preparing begins with what a killed run left', async () => {
  const before = phone.state;
  await prepare();
  await killOwner();
  const prepared = await prepare();
  await prepared.restore();
  assert.deepEqual(phone.state, before);
});

test('what was changed is put back when the rest cannot be changed', async () => {
  const before = phone.state;
  const shell = phone.adb.shell.bind(phone.adb);
  const interrupted = new Error('interrupted');
  phone.adb.shell = async (command, call) => {
    const answer = await shell(command, call);
    if (command.startsWith('settings put')) {
      phone.adb.shell = shell;
      throw interrupted;
    }
    return answer;
  };
  await assert.rejects(prepare(), interrupted);
  assert.deepEqual(phone.state, before);
  assert.deepEqual(await journals(), []);
});

test('the journal of a run that is alive is left alone', async () => {
  await prepare();
  assert.deepEqual(await replay(), []);
  assert.equal(phone.settings.get('global stay_on_while_plugged_in'), '7');
});

test('the journal of a phone that is not connected waits for it', async () => {
  await prepare();
  await killOwner();
  phone.adb.state = 'offline';
  assert.deepEqual(await replay(), []);
  assert.equal((await journals()).length, 1);
});

test('another phone with that serial is not changed', async () => {
  await prepare();
  await killOwner();
  phone.hardwareSerial = 'd4e5f6';
  assert.deepEqual(await replay(), []);
  assert.equal(phone.settings.get('global stay_on_while_plugged_in'), '7');
  assert.equal((await journals()).length, 1);
});

test('the language that a run wants is set, and the one before comes back', async () => {
  const prepared = await prepare('zh-TW');
  assert.equal(phone.locale, 'zh-TW');
  await prepared.restore();
  assert.equal(phone.locale, 'en-US');
});

test('a language without its country is set as it is spoken where most people speak it', async () => {
  await prepare('ru');
  assert.equal(phone.locale, 'ru-RU');
});

test('the language of a killed run is put back at the next start', async () => {
  await prepare('ru');
  await killOwner();
  await replay();
  assert.equal(phone.locale, 'en-US');
});

test('a phone that has the language already stays as it is', async () => {
  const prepared = await prepare('en');
  assert.ok(!prepared.changed.includes('language'));
});

test('a phone that does not take the language is refused, and nothing stays changed', async () => {
  phone.refuses = true;
  const before = phone.state;
  await assert.rejects(prepare('ru'), LanguageNotSetError);
  assert.deepEqual(phone.state, before);
  assert.deepEqual(await journals(), []);
});

test('a phone that refuses changes is used as it is, and the person is told', async () => {
  phone.refuses = true;
  const before = phone.state;
  const prepared = await prepare();
  assert.deepEqual(prepared.changed, []);
  assert.match(notes.join(), /USB debugging \(Security settings\)/);
  await prepared.restore();
  assert.deepEqual(phone.state, before);
  assert.deepEqual(await journals(), []);
});

test('a phone that refuses to be set back keeps its journal', async () => {
  const prepared = await prepare();
  phone.refuses = true;
  await prepared.restore();
  assert.match(notes.join(), /refuses to be set back/);
  assert.equal((await journals()).length, 1);
});

test('a phone that does not say how it is keeps its journal', async () => {
  const prepared = await prepare();
  phone.isMute = true;
  await prepared.restore();
  assert.match(notes.join(), /refuses to be set back: global\/stay_on_while_plugged_in/);
  assert.equal((await journals()).length, 1);
});

test('a phone that is gone at the end keeps its journal, and ends nothing', async () => {
  const prepared = await prepare();
  phone.isGone = true;
  await prepared.restore();
  assert.match(notes.join(), /could not be set back/);
  assert.equal((await journals()).length, 1);
});

test('of many processes that find a journal one puts it back', async () => {
  await prepare();
  await killOwner();
  const told = await Promise.all([replay(), replay(), replay()]);
  assert.deepEqual(told.flat(), [SERIAL]);
});

test('the journal of a process that was killed is known for that', async () => {
  const script = `
    const { SettingsJournals } = await import(${JSON.stringify(new URL('../../../device/settings-journal/journal.ts', import.meta.url).href)});
    await new SettingsJournals(${JSON.stringify(stateDir)}).write({
      version: 1, serial: '${SERIAL}', hardwareSerial: '', runId: 'killed', at: new Date().toISOString(),
      changes: [{ kind: 'setting', name: 'global/stay_on_while_plugged_in', before: '0', ours: ['7'] }],
    });
    process.kill(process.pid, 'SIGKILL');`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  await assert.rejects(promisify(execFile)(process.execPath, args), { signal: 'SIGKILL' });
  phone.settings.set('global stay_on_while_plugged_in', '7');
  await replay();
  assert.equal(phone.settings.get('global stay_on_while_plugged_in'), '0');
});

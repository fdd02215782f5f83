import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSettings } from '../../../config/settings.ts';
import type { CodeSource } from '../../../device/sms/source.ts';
import { codeSources, withScreen } from '../../../device/sms/sources.ts';
import { FakeAdb } from '../fake-adb.ts';

const TWO_SIMS = [
  'Row: 0 _id=1, sim_id=0, number=+12015550142, display_name=A',
  'Row: 1 _id=2, sim_id=1, number=+12015550123, display_name=B',
  '',
].join('\n');

const screen: CodeSource = {
  name: 'screen',
  look: () => Promise.resolve({ kind: 'messages', messages: [] }),
};

/** What is read of a phone with two SIM cards, of which the second has the number. */
function readingOf(env: Record<string, string>) {
  const adb = new FakeAdb(() => ({ stdout: TWO_SIMS }));
  return codeSources({ adb, settings: settingsOf(env) });
}

function settingsOf(env: Record<string, string>) {
  return loadSettings({ MI_PHONE_NUMBER: '+12015550123', ...env });
}

test('the settings name the sources, in their order', async () => {
  const env = { MI_SMS_SOURCES: 'screen,notifications' };
  const { sources } = await readingOf(env);
  assert.deepEqual(
    withScreen(sources, screen, settingsOf(env)).map(({ name }) => name),
    ['screen', 'notifications'],
  );
});

test('of a phone alone there is no screen', async () => {
  const { sources } = await readingOf({});
  assert.deepEqual(
    sources.map(({ name }) => name),
    ['inbox', 'notifications'],
  );
});

test('the SIM with the number counts', async () => {
  assert.equal((await readingOf({})).simSlot, 2);
});

test('the settings know better than the phone which SIM counts', async () => {
  assert.equal((await readingOf({ MI_SIM_SLOT: '1' })).simSlot, 1);
});

test('when no SIM is known to have the number any counts', async () => {
  assert.equal((await readingOf({ MI_PHONE_NUMBER: '+12015550177' })).simSlot, undefined);
});

test('the inbox tells which SIM got a message', async () => {
  const row = `Row: 0 _id=1, address=a, date=5, date_sent=5, block_type=0, sub_id=2, sim_id=2, body=b\n`;
  const adb = new FakeAdb((command) => ({ stdout: command.includes('sms') ? row : TWO_SIMS }));
  const { sources } = await codeSources({ adb, settings: loadSettings({}) });
  const sighting = await sources[0]?.look(0, {});
  assert.equal(sighting?.kind === 'messages' ? sighting.messages[0]?.simSlot : undefined, 2);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phonesTable } from '../../../launcher/phones/table.ts';
import type { PhoneView } from '../../../launcher/phones/view.ts';
import { readyPhone } from '../../config/targets/found-phones.ts';

function view(changes: Partial<PhoneView> = {}, facts = {}): PhoneView {
  const { serial, state, connection, facts: told } = readyPhone('8e3f21', facts);
  return {
    ...{ serial, state, connection, facts: told, owner: null, number: null, smsSerial: null },
    ...{ lease: null, missing: null, ready: true, ...changes },
  };
}

function table(phones: readonly PhoneView[], columns = 120, absent: string[] = []): string[] {
  return phonesTable(phones, absent, { color: false, columns, connected: 2 }).split('\n');
}

test('a phone takes a line', () => {
  assert.deepEqual(table([view()]), [
    'SERIAL  MODEL              SYSTEM         ANDROID  LANG   SIM  BATT  ACCOUNT  STATE',
    '8e3f21  Redmi Note 8 2021  MIUI 13.0.5.0  12       en-US  1    80%   no       ready',
    '',
    '1 of 1 ready',
    '',
  ]);
});

test('no line is wider than the terminal', () => {
  const phones = [
    view({
      serial: 'adb-8e3f21-QxYzAb._adb-tls-connect._tcp',
      ready: false,
      missing: {
        what: 'USB debugging (Security settings)',
        reason: 'it is off',
        remedy: 'Turn it on, and wait through its three pages, and then start the run again.',
      },
    }),
  ];
  const widest = Math.max(...table(phones, 80).map((line) => [...line].length));
  assert.ok(widest <= 80, `${widest} columns`);
});

test('Chinese characters take two columns each', () => {
  const [, chinese = '', latin = ''] = table([
    view({}, { modelNames: ['小米手机'] }),
    view({}, { modelNames: ['Mi'] }),
  ]);
  assert.equal(chinese.indexOf('MIUI'), latin.indexOf('MIUI') - 4);
});

const CELLS: [what: string, facts: object, cell: RegExp][] = [
  ['two SIM cards', { sims: [1, 2].map((slot) => ({ slot, state: 'LOADED' })) }, / 1\+2 /],
  ['no SIM card', { sims: [{ slot: 1, state: 'ABSENT' }] }, / none /],
  ['a locked SIM card', { sims: [{ slot: 1, state: 'PIN_REQUIRED' }] }, / PIN /],
  ['an account', { signedIn: true }, / yes +ready$/],
  ['an account that is not told', { signedIn: undefined }, / \? +ready$/],
  ['an Android of somebody else', { family: 'android', version: '' }, / not Xiaomi /],
];
for (const [what, facts, cell] of CELLS) {
  test(`${what} shows`, () => {
    assert.match(table([view({}, facts)])[1] ?? '', cell);
  });
}

test('who has a phone is told below', () => {
  const lease = { runId: 'r1', by: 'run r1 of qa on lab', since: '', alive: true };
  const lines = table([view({ lease, ready: false })]);
  assert.match(lines[1] ?? '', /leased$/);
  assert.ok(lines.includes('8e3f21: leased by run r1 of qa on lab'));
});

test('a phone of the inventory that is not connected is told', () => {
  assert.ok(table([view()], 120, ['b']).includes('In the inventory, and not connected: b'));
});

test('where no phone meets the conditions none is said to be missing', () => {
  const [line = ''] = table([]);
  assert.match(line, /^None of the connected phones \(2\) meets the conditions/);
});

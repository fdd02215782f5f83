import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckResult } from '../../../device/doctor/result.ts';
import { doctorTable, type TableOptions } from '../../../launcher/doctor/table.ts';

const PLAIN: TableOptions = { fixes: false, color: false, columns: 80 };

function result(change: Partial<CheckResult>): CheckResult {
  return {
    id: 'battery',
    scope: 'emulator-5554',
    required: false,
    ok: true,
    message: '84 %, charging',
    fix: null,
    ...change,
  };
}
const LOCKED = {
  id: 'unlocked',
  ok: false,
  required: true,
  message: 'locked',
  fix: 'Unlock it.',
} as const;

test('each phone has its list, and the machine its own', () => {
  const table = doctorTable(
    [result({ id: 'appium', scope: 'machine', message: '3.8.0' }), result({})],
    [],
    PLAIN,
  );
  assert.equal(
    table,
    [
      'this machine',
      '  ✓ Appium                              3.8.0',
      '',
      'emulator-5554',
      '  ✓ battery                             84 %, charging',
      '',
      '✓ this machine: ready',
      '✓ emulator-5554: ready',
      '',
    ].join('\n'),
  );
});

test('what fails is explained once for all phones that have it', () => {
  const table = doctorTable(
    [result(LOCKED), result({ ...LOCKED, scope: 'emulator-5556' })],
    [],
    PLAIN,
  );
  assert.match(table, /^ {2}✗ lock screen: locked\n {6}on emulator-5554, emulator-5556$/m);
  assert.equal(table.match(/→ Unlock it\./g)?.length, 1);
  assert.match(table, /docs\/troubleshooting\.md#unlocked/);
  assert.match(table, /^✗ emulator-5556: not ready: lock screen$/m);
});

test('what has to be stands before what would better be', () => {
  const table = doctorTable([result({ ok: false, message: 'low' }), result(LOCKED)], [], PLAIN);
  assert.ok(table.indexOf('✗ lock screen: ') < table.indexOf('! battery: '), table);
});

test('what can be done over adb is named until it was tried', () => {
  const failing = [result(LOCKED), result({ ok: false, message: 'low' })];
  const named = /`npm run doctor -- --fix` tries: lock screen$/m;
  assert.match(doctorTable(failing, [], PLAIN), named);
  assert.doesNotMatch(doctorTable(failing, [], { ...PLAIN, fixes: true }), named);
});

test('what was done is told', () => {
  const repair = { id: 'awake', scope: 'emulator-5554', told: 'woke the phone' } as const;
  const table = doctorTable([result({})], [repair], { ...PLAIN, fixes: true });
  assert.match(table, /^done\n {2}emulator-5554: screen: woke the phone$/m);
});

test('no line is wider than the terminal, however much is told of however many phones', () => {
  const scopes = Array.from({ length: 8 }, (_, index) => `emulator-${5554 + 2 * index}`);
  const failing = scopes.flatMap((scope) => [
    result({ ...LOCKED, scope, message: 'word '.repeat(20).trim() }),
    result({ id: 'usb-debugging-security', scope, ok: false, required: true, message: 'off' }),
    result({ scope, ok: false, message: 'low' }),
  ]);
  const lines = doctorTable(failing, [], PLAIN).split('\n');
  assert.deepEqual(
    lines.filter((line) => line.length > 80),
    [],
  );
});

test('long texts are broken between words, under their beginning', () => {
  const message = 'word '.repeat(20).trim();
  const table = doctorTable([result({ message })], [], PLAIN);
  const lines = table.split('\n').filter((line) => line.includes('word'));
  assert.ok(lines.length > 1);
  assert.ok(lines.slice(1).every((line) => line.startsWith(`${' '.repeat(40)}word`)));
});

test('colours are for terminals', () => {
  const results = [result(LOCKED)];
  assert.doesNotMatch(doctorTable(results, [], PLAIN), /\u001B/);
  assert.match(doctorTable(results, [], { ...PLAIN, color: true }), /\u001B\[31m✗/);
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { parseSoakOptions } from '../../../launcher/soak/options.ts';

test('a phone that is no emulated one is not signed up on again and again', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'launcher/soak.ts', '--count', '1'],
    { cwd: PROJECT_ROOT, encoding: 'utf8', env: { ...process.env, MI_TARGET: 'devices' } },
  );
  assert.equal(status, 2);
  assert.match(stderr, /expected: MI_TARGET=emulated/);
});

for (const wrong of ['0', '1.5', 'many']) {
  test(`--count does not take ${wrong}`, () => {
    assert.throws(() => parseSoakOptions(['--count', wrong], {}), /whole number from 1/);
  });
}

test('count and phones at a time are taken', () => {
  const { count, atOnce } = parseSoakOptions(['--count', '100', '--at-once', '2'], {});
  assert.deepEqual([count, atOnce], [100, 2]);
});

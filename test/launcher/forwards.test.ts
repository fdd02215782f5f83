import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { dropForwards, parseForwards } from '../../launcher/forwards.ts';

const folder = mkdtempSync(join(tmpdir(), 'forwards-test-'));
after(() => rmSync(folder, { recursive: true }));

describe('adb forwards', () => {
  it('are read from the list', () => {
    const list = 'emulator-5554 tcp:8201 tcp:6790\n10.0.0.2:5555 tcp:7811 tcp:7810\n\n';
    assert.deepEqual(parseForwards(list), [
      { serial: 'emulator-5554', local: 'tcp:8201' },
      { serial: '10.0.0.2:5555', local: 'tcp:7811' },
    ]);
  });

  it('are gone when dropping them returns, also one that is not there', () => {
    const adb = join(folder, 'adb');
    const calls = join(folder, 'calls');
    writeFileSync(adb, `#!/bin/sh\necho "$@" >> ${calls}\nexit 1\n`);
    chmodSync(adb, 0o755);
    dropForwards(adb, '8e3f21', [8201, 7811]);
    assert.deepEqual(readFileSync(calls, 'utf8').trim().split('\n'), [
      '-s 8e3f21 forward --remove tcp:8201',
      '-s 8e3f21 forward --remove tcp:7811',
    ]);
  });
});

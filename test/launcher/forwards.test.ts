import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseForwards } from '../../launcher/forwards.ts';

describe('adb forwards', () => {
  it('are read from the list', () => {
    const list = 'emulator-5554 tcp:8201 tcp:6790\n10.0.0.2:5555 tcp:7811 tcp:7810\n\n';
    assert.deepEqual(parseForwards(list), [
      { serial: 'emulator-5554', local: 'tcp:8201' },
      { serial: '10.0.0.2:5555', local: 'tcp:7811' },
    ]);
  });
});

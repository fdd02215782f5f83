import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { ManualHarnessClock } from '../../config/clock.ts';
import { PhoneLeasedError } from '../../device/leases/errors.ts';
import { thisHolder } from '../../device/leases/record.ts';
import { LeaseStore } from '../../device/leases/store.ts';
import { leasePhones } from '../../launcher/lease-phones.ts';

let stateDir: string;
beforeEach(() => (stateDir = mkdtempSync(join(tmpdir(), 'lease-phones-test-'))));
afterEach(() => rmSync(stateDir, { recursive: true }));

it('who waits is told for whom, at once and every quarter of a minute', async () => {
  const holder = await thisHolder('run-1');
  await new LeaseStore(stateDir).take(['8e3f21'], holder);
  const notes: string[] = [];
  await assert.rejects(
    leasePhones({
      settings: { stateDir, leaseWaitMs: 31_000 },
      runId: 'run-2',
      serials: ['8e3f21'],
      adbPath: undefined,
      clock: new ManualHarnessClock(),
      signal: new AbortController().signal,
      onNote: (text) => notes.push(text),
    }),
    PhoneLeasedError,
  );
  const has = `8e3f21 \\(run run-1 of ${holder.user}, process ${process.pid}, in \\S+\\)`;
  assert.equal(notes.length, 3);
  assert.match(notes[0] ?? '', new RegExp(`^waiting for ${has} … 00:00 of 00:31$`));
  assert.match(notes[1] ?? '', / … 00:15 of 00:31$/);
});

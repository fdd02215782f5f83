import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { RunFolder, sweepAbandonedFolders } from '../../launcher/run-folder.ts';

const DAY_MS = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'sweep-test-'));
after(() => rmSync(folder, { recursive: true }));

describe("a run's private folder", () => {
  it("is named after the run's process", () => {
    assert.ok(RunFolder.of({}).path.includes(`mi-account-e2e-${String(process.pid)}-`));
  });

  it('is swept a day after its process was killed, and nothing else is', () => {
    const { pid: dead } = spawnSync('true');
    const alive = `mi-account-e2e-${String(process.pid)}-aa`;
    for (const name of [`mi-account-e2e-${String(dead)}-aa`, alive, `other-${String(dead)}-aa`]) {
      mkdirSync(join(folder, name));
    }
    sweepAbandonedFolders(folder, Date.now() + DAY_MS / 2);
    assert.equal(readdirSync(folder).length, 3);
    sweepAbandonedFolders(folder, Date.now() + 2 * DAY_MS);
    assert.deepEqual(readdirSync(folder).sort(), [alive, `other-${String(dead)}-aa`].sort());
  });
});

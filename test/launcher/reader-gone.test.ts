import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';

const LEDGER = fileURLToPath(new URL('../../launcher/ledger.ts', import.meta.url));

it('a command whose reader is gone says nothing of it, and ends as it would have', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', LEDGER, '--help'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const [said] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  assert.equal(said, '');
  assert.equal(child.exitCode, 0);
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { OUTPUT_VARIABLE, type OutputMessage } from '../../launcher/output.ts';

const CHILD = fileURLToPath(new URL('finishing-child.ts', import.meta.url));
/** Some megabytes: much more than a pipe holds. */
const RESULTS = 20_000;

it('the summary of a long run arrives, though the process ends with it', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, String(RESULTS)], {
    env: { ...process.env, [OUTPUT_VARIABLE]: 'parent' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const messages: OutputMessage[] = [];
  child.on('message', (message: OutputMessage) => messages.push(message));
  await once(child, 'disconnect');
  const [message] = messages;
  assert.ok(message?.kind === 'finished');
  assert.equal(message.summary.results.length, RESULTS);
});

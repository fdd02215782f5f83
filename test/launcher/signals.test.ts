import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../config/paths.ts';

const MODULE = pathToFileURL(join(PROJECT_ROOT, 'launcher', 'signals.ts')).href;

/** A process whose clock is the number of milliseconds that it is sent. */
const PROGRAM = `
import { takeOverSignals } from '${MODULE}';
let now = 0;
process.on('SIGINT', () => process.exit(9));
takeOverSignals(
  { onStop: (signal) => console.log('stop ' + signal), onInsist: () => console.log('insist') },
  () => now,
);
process.on('message', (ms) => { now = ms; console.log('now ' + ms); });
console.log('ready');
`;

describe('signals', () => {
  let child: ChildProcess;
  let lines: AsyncIterator<string>;

  beforeEach(async () => {
    const args = ['--import', 'tsx', '--input-type=module', '-e', PROGRAM];
    child = spawn(process.execPath, args, {
      cwd: PROJECT_ROOT,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    assert.ok(child.stdout);
    lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    assert.equal(await line(), 'ready');
  });

  afterEach(async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  async function line(): Promise<string> {
    return (await lines.next()).value as string;
  }

  async function setTime(ms: number): Promise<void> {
    child.send(ms);
    assert.equal(await line(), `now ${ms}`);
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    it(`ask to stop: ${signal}`, async () => {
      child.kill(signal);
      assert.equal(await line(), `stop ${signal}`);
    });
  }

  it('count once when npm passes on what the terminal has sent already', async () => {
    child.kill('SIGINT');
    await line();
    child.kill('SIGINT');
    await setTime(1);
  });

  it('insist when they come again later', async () => {
    child.kill('SIGINT');
    await line();
    await setTime(5000);
    child.kill('SIGINT');
    assert.equal(await line(), 'insist');
  });
});

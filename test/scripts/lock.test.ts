import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { withLock } from '../../scripts/lock.mjs';

const MODULE = new URL('../../scripts/lock.mjs', import.meta.url).href;
const silent = (): void => undefined;

let folder = '';
let owner: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => {
  owner?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Another process, which has the lock until it is killed. */
async function otherOwner(): Promise<ChildProcess> {
  const program = `
    import { withLock } from ${JSON.stringify(MODULE)};
    await withLock(${JSON.stringify(folder)}, () => {}, () => {
      console.log('has it');
      return new Promise((resolve) => setInterval(resolve, 2 ** 31 - 1));
    });`;
  owner = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (owner.stdout) await once(owner.stdout, 'data');
  return owner;
}

test('of many that come together one at a time has it', async () => {
  let now = 0;
  let most = 0;
  let done = 0;
  const task = async (): Promise<void> => {
    now += 1;
    most = Math.max(most, now);
    for (let turns = 0; turns < 10; turns += 1) await turn();
    now -= 1;
    done += 1;
  };
  await Promise.all(Array.from({ length: 10 }, () => withLock(folder, silent, task)));
  assert.deepEqual({ most, done }, { most: 1, done: 10 });
});

test('who waits is told so, and goes on when the other process is gone, even if it was killed', async () => {
  const other = await otherOwner();
  const told: string[] = [];
  await withLock(
    folder,
    () => {
      told.push('waits');
      other.kill('SIGKILL');
    },
    () => Promise.resolve(told.push('has it')),
  );
  assert.deepEqual(told, ['waits', 'has it']);
});

test('what a killed process leaves behind keeps nobody waiting', async () => {
  const other = await otherOwner();
  other.kill('SIGKILL');
  await once(other, 'exit');
  await withLock(
    folder,
    () => assert.fail('waits'),
    () => Promise.resolve(),
  );
});

test('a task that fails gives it back', async () => {
  const failure = new Error('failed');
  await assert.rejects(
    withLock(folder, silent, () => Promise.reject(failure)),
    failure,
  );
  await withLock(
    folder,
    () => assert.fail('waits'),
    () => Promise.resolve(),
  );
});

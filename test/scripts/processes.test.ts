import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { NOT_STARTED, spawnTied } from '../../scripts/processes.mjs';
import { lineToTest } from './line-to-test.ts';

const MODULE = new URL('../../scripts/processes.mjs', import.meta.url).href;
const OPTIONS = { cwd: '.', stdout: 'ignore', stderr: 'pipe', graceMs: 0 } as const;
const HOURS_MS = 10_000_000;

for (const { what, heeds, graceMs } of [
  { what: 'what heeds SIGTERM', heeds: '', graceMs: HOURS_MS },
  {
    what: 'what does not, after its grace,',
    heeds: "process.on('SIGTERM', () => {});",
    graceMs: 0,
  },
]) {
  test(`${what} ends with its starter, even if that is killed`, async () => {
    const line = await lineToTest();
    const command = JSON.stringify([process.execPath, '-e', heeds + line.program]);
    const starter = spawn(process.execPath, [
      ...['--input-type=module', '-e'],
      `import { spawnTied } from ${JSON.stringify(MODULE)};
      spawnTied(${command}, ${JSON.stringify({ ...OPTIONS, graceMs })});`,
    ]);
    const started = await line.called;
    starter.kill('SIGKILL');
    await once(started, 'close');
    line.close();
  });
}

test('a signal reaches what was started, and its exit code comes back', async () => {
  const line = await lineToTest();
  const program = `process.on('SIGINT', () => process.exit(42)); ${line.program}`;
  const child = spawnTied([process.execPath, '-e', program], OPTIONS);
  await line.called;
  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number];
  line.close();
  assert.equal(code, 42);
});

test('a command that is not there is told by its code', async () => {
  const [code] = (await once(spawnTied(['/nowhere/program'], OPTIONS), 'exit')) as [number];
  assert.equal(code, NOT_STARTED);
});

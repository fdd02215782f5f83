import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import {
  askPs,
  isRunning,
  parseProcStat,
  parsePs,
  thisProcess,
  type ProcessIdentity,
} from '../../device/process-identity.ts';

const noNamespaces = process.platform === 'linux' ? false : 'Linux only';

describe('a process', () => {
  it('is read from /proc, whatever it is called', () => {
    const stat = `4711 (a) R (x) Z 6671 6671 3373 0 -1 4194304 101 0 0 0 0 0 0 0 20 0 1 0 3284965 313 4`;
    assert.deepEqual(parseProcStat(stat), { startedAt: '3284965', ended: true });
  });

  it('is read from ps', () => {
    assert.deepEqual(parsePs('Ss+  Thu Nov 26 00:25:10 2026\n'), {
      startedAt: 'Thu Nov 26 00:25:10 2026',
      ended: false,
    });
  });

  it('that ps does not know is none', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');
    assert.equal(await askPs(child.pid ?? 0), undefined);
  });

  const cases: [
    what: string,
    running: boolean,
    other: Partial<ProcessIdentity>,
    skip?: string | false,
  ][] = [
    ['as it is', true, {}],
    ['with a number that another process got since', false, { startedAt: '1' }],
    ['with a number that no process has', false, { pid: 2 ** 30 }],
    ['on another machine', true, { host: 'elsewhere', boot: 'another' }],
    ['of before the machine was started anew', false, { boot: 'before' }, noNamespaces],
    ['in another container', true, { pidNamespace: 'pid:[1]' }, noNamespaces],
    ['on a machine that got another name since', true, { host: 'before' }, noNamespaces],
  ];
  for (const [what, running, other, skip = false] of cases) {
    it(`${what} ${running ? 'counts as running' : 'is gone'}`, { skip }, async () => {
      assert.equal(await isRunning({ ...(await thisProcess()), ...other }), running);
    });
  }
});

// Leases between real processes.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { thisHolder } from '../../../device/leases/record.ts';
import { LeaseStore } from '../../../device/leases/store.ts';

const CONTENDER = fileURLToPath(new URL('contender.ts', import.meta.url));
const PHONES = ['8e3f21', 'emulator-5554', '10.0.0.2:5555'];
const PROCESSES = 5;
const ROUNDS = 20;

let stateDir: string;
let marks: string;

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'leases-test-'));
  marks = join(stateDir, 'marks');
  mkdirSync(marks);
});
afterEach(() => rmSync(stateDir, { recursive: true }));

function start(serials: readonly string[], rounds: number): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', 'tsx', CONTENDER, stateDir, marks, serials.join(','), String(rounds)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

async function run(serials: readonly string[]): Promise<{ code: number | null; printed: string }> {
  const child = start(serials, ROUNDS);
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  await once(child, 'close');
  return { code: child.exitCode, printed };
}

/** A process that was killed while it had phones. */
async function killed(serials: readonly string[]): Promise<void> {
  const child = start(serials, 0);
  if (child.stdout !== null) await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('leases of several processes', () => {
  it('never give a phone or a port to two at once', async () => {
    const ended = await Promise.all(Array.from({ length: PROCESSES }, () => run(PHONES)));
    assert.deepEqual(
      ended,
      Array.from({ length: PROCESSES }, () => ({ code: 0, printed: '' })),
    );
  });

  it('end with a process that is killed', async () => {
    await killed(PHONES);
    const store = new LeaseStore(stateDir);
    const before = await store.list();
    const { leases } = await store.take(PHONES, await thisHolder('after'));
    assert.deepEqual(
      {
        alive: before.map(({ alive }) => alive),
        taken: leases?.map(({ serial }) => serial),
        leftBehind: leases?.map(({ leftBehind }) => leftBehind),
      },
      {
        alive: [false, false, false],
        taken: PHONES,
        leftBehind: PHONES.map((phone) => [before.find(({ serial }) => serial === phone)?.ports]),
      },
    );
  });

  it('are all taken, or none', async () => {
    const child = start(['emulator-5554'], 0);
    if (child.stdout !== null) await once(child.stdout, 'data');
    const store = new LeaseStore(stateDir);
    const { busy } = await store.take(PHONES, await thisHolder('second'));
    const held = await store.list();
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.deepEqual(
      { busy: busy?.map(({ holder }) => holder.process.pid), held: held.map((one) => one.serial) },
      { busy: [child.pid], held: ['emulator-5554'] },
    );
  });
});

// Two runs of two clones of the project, started at once with three phones between them.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { Adb } from '../../device/adb.ts';
import { LeaseStore } from '../../device/leases/store.ts';
import type { Summary } from '../../launcher/summary.ts';
import { ownAdbServer, phonesEnvironment, PhonesApart } from './phones-apart.ts';
import { copyProject } from './project-copy.ts';
import { RunApart } from './run-apart.ts';

const skip = existsSync('/proc/self/environ') ? false : 'needs /proc';
const CLONES = ['first', 'second'];

let state: string;
let phones: PhonesApart | undefined;
let exitCodes: (number | null)[];
let printed: string[];

describe('two runs of two clones with three phones between them', { skip }, () => {
  before(async () => {
    state = mkdtempSync(join(tmpdir(), 'two-clones-test-'));
    await ownAdbServer();
    phones = await PhonesApart.start([[], [], []], join(state, 'phones.json'));
    const runs = CLONES.map((clone) => {
      copyProject(join(state, clone));
      return new RunApart(join(state, clone), join(state, `run-${clone}`), {
        ...phonesEnvironment(state),
        MI_PHONE_COUNT: '2',
      });
    });
    exitCodes = await Promise.all(runs.map((run) => run.ended()));
    printed = runs.map((run) => run.printed);
  });

  after(async () => {
    await phones?.stop();
    await promisify(execFile)(Adb.find(), ['kill-server']);
    rmSync(state, { recursive: true });
  });

  function serials(clone: string): string[] {
    const path = join(state, clone, 'reports', 'summary.json');
    const { phones: used } = JSON.parse(readFileSync(path, 'utf8')) as Summary;
    return used.map(({ serial }) => serial);
  }

  it('both succeed', () => {
    assert.deepEqual(exitCodes, [0, 0], printed.join('\n'));
  });

  it('use every phone once', () => {
    const used = CLONES.flatMap(serials).toSorted();
    assert.deepEqual(used, phones?.serials.toSorted());
  });

  it('have given every phone back', async () => {
    assert.deepEqual(await new LeaseStore(join(state, 'state')).list(), []);
  });
});

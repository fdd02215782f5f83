// Runs on phones that outlive them, killed at ten points: five runs of one phone, each the next of the
// one before, and one run of five phones that stand in a step each when all of its processes are
// killed. Then a next run begins on all of the phones.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { STEPS } from '../../config/steps.ts';
import { Adb } from '../../device/adb.ts';
import { Ledger } from '../../device/ledger/ledger.ts';
import { LeaseStore, type FoundLease } from '../../device/leases/store.ts';
import { ownAdbServer, phonesEnvironment, PhonesApart } from './phones-apart.ts';
import { copyProject } from './project-copy.ts';
import { RunApart } from './run-apart.ts';

const skip = existsSync('/proc/self/environ') ? false : 'needs /proc';

/** What keeps a phone in a step: an answer that its account service never gives, or a lost SMS. */
const STANDSTILLS = [
  { step: 'phone-number', fault: 'sms-codes=hang' },
  { step: 'sms-code', fault: 'sms-delivery=drop' },
  { step: 'picture-code', fault: 'picture-answers=hang' },
  { step: 'cloud-agreement', fault: 'cloud=hang' },
  { step: 'account', fault: 'account=hang' },
] as const;

const inFolder = (run: RunApart, ...path: string[]) => existsSync(join(run.folder, ...path));

/** Where the runs of the first phone are killed, and how that shows. */
const POINTS: { point: string; isThere: (run: RunApart) => boolean }[] = [
  { point: 'before it has the phone', isThere: (run) => inFolder(run, 'logs') },
  { point: 'while Appium starts', isThere: (run) => inFolder(run, 'logs', 'appium.log') },
  { point: 'while the session is made', isThere: (run) => run.appiumLog.includes('POST /session') },
  {
    point: 'in its first step',
    isThere: (run) => /POST \/session\/.*\/element/.test(run.appiumLog),
  },
  {
    point: 'while the report is written',
    isThere: ({ project }) => existsSync(join(project, 'reports', 'allure-results')),
  },
];

let folder: string;
let phones: PhonesApart | undefined;
const runs: RunApart[] = [];
let settingsBefore: string;
/** What there was when the last run had been killed, and when the next one had begun. */
let dead: readonly FoundLease[];
let living: readonly FoundLease[];
let next: { exitCode: number | null; printed: string };

function store(): LeaseStore {
  return new LeaseStore(join(folder, 'state'));
}

function start(clone: string, serials: readonly string[]): RunApart {
  const project = join(folder, clone);
  if (!existsSync(project)) copyProject(project);
  const run = new RunApart(project, join(folder, `run-${runs.length}`), {
    ...phonesEnvironment(folder),
    MI_PHONES: serials.join(','),
  });
  runs.push(run);
  return run;
}

async function killOneAfterTheOther(serial: string): Promise<void> {
  for (const { point, isThere } of POINTS) {
    const run = start('first', [serial]);
    await run.until(point, () => isThere(run));
    await run.kill();
  }
}

async function killInSteps(serials: readonly string[]): Promise<void> {
  const run = start('second', serials);
  const standsStill = (index: number, step: string): boolean =>
    STEPS.slice(
      0,
      STEPS.findIndex(({ name }) => name === step),
    ).every(({ title }) => run.printed.includes(`✓ ${serials[index] ?? ''}: ${title}`));
  await run.until('every phone stood still', () =>
    STANDSTILLS.every(({ step }, index) => standsStill(index, step)),
  );
  await run.killAll();
}

/** With all phones that there are; those that are signed in by now it leaves out by itself. */
async function startNext(): Promise<void> {
  const run = start('first', []);
  await run.until('it began', () => /Execution of \d+ workers/.test(run.printed));
  living = await store().list();
  next = { exitCode: await run.stop(), printed: run.printed };
}

describe('after runs that were killed', { skip }, () => {
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'killed-run-test-'));
    await ownAdbServer();
    phones = await PhonesApart.start(
      [[], ...STANDSTILLS.map(({ fault }) => ['--fault', fault])],
      join(folder, 'phones.json'),
    );
    settingsBefore = await phones.settings();
    const [first = '', ...others] = phones.serials;
    await Promise.all([killOneAfterTheOther(first), killInSteps(others)]);
    dead = await store().list();
    await startNext();
  });

  after(async () => {
    for (const run of runs) await run.killAll();
    await phones?.stop();
    await promisify(execFile)(Adb.find(), ['kill-server']);
    rmSync(folder, { recursive: true });
  });

  it('the next run has the phones', () => {
    assert.deepEqual(
      living.map(({ serial, alive }) => ({ serial, alive })),
      phones?.serials.map((serial) => ({ serial, alive: true })),
    );
  });

  it('the next run has ports that no killed one had', () => {
    const portsOf = ({ ports, leftBehind }: FoundLease) =>
      [ports, ...leftBehind].map(({ system }) => system);
    const ofDead = dead.flatMap(portsOf);
    assert.deepEqual(
      living.flatMap(portsOf).filter((port) => ofDead.includes(port)),
      [],
    );
  });

  it('the next run of any phone clears away what is left on the phones', () => {
    const printed = runs.map((run) => run.printed).join('\n');
    const cleared = phones?.serials.filter((serial) => printed.includes(`cleared on ${serial}`));
    assert.deepEqual(cleared, phones?.serials);
  });

  it('the next run ends in order, and gives the phones back', async () => {
    assert.deepEqual(
      { ...next, printed: '', left: await store().list() },
      {
        exitCode: 1,
        printed: '',
        left: [],
      },
    );
  });

  it('no adb forward is left', async () => {
    const { stdout } = await promisify(execFile)(Adb.find(), ['forward', '--list']);
    assert.equal(stdout.trim(), '');
  });

  it('no process of theirs is left', async () => {
    await Promise.all(runs.map((run) => run.gone()));
  });

  it('the ledger can be read, and has every sign-up that was begun', async () => {
    const attempts = await new Ledger(join(folder, 'state')).attempts();
    assert.deepEqual(new Set(attempts.map(({ serial }) => serial)), new Set(phones?.serials));
  });

  it('the next run says which sign-ups have no end', () => {
    const told = phones?.serials.filter((serial) =>
      next.printed.includes(`on ${serial} (staging)`),
    );
    assert.deepEqual(told, phones?.serials.slice(1));
  });

  it('the settings of the phones are as they were', async () => {
    assert.equal(await phones?.settings(), settingsBefore);
  });

  it('no journal of settings is left', () => {
    assert.deepEqual(readdirSync(join(folder, 'state', 'settings-journal')), []);
  });
});

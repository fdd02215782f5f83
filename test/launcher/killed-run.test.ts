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

/**
 * What keeps a phone in a step: an answer that its account service never gives, a lost SMS, or, where the
 * phone alone has a part in it, that it is stopped. Then what the ledger has of it last.
 */
const STANDSTILLS = [
  { step: 'phone-number', fault: 'sms-codes=hang', ledger: 'intent' },
  { step: 'sms-code', fault: 'sms-delivery=drop', ledger: 'code-requested' },
  { step: 'picture-code', fault: 'picture-answers=hang', ledger: 'verified' },
  { step: 'cloud-agreement', fault: 'cloud=hang', ledger: 'verified' },
  { step: 'account', fault: undefined, ledger: 'verified' },
] as const;
/** Of the phones above; on the others there is an account. */
const WITHOUT_ACCOUNT: readonly string[] = ['phone-number', 'sms-code', 'picture-code'];
/** The phone's own notes of what was agreed to: they come with an account and are no run's to put back. */
const OF_THE_ACCOUNT = /^micloud_(?:sync|find_device)_enabled=.*\n/gm;
/** Taking the last listener away leaves an empty list where there was none before. */
const NO_LISTENERS = /^enabled_notification_listeners=\n/gm;

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
let settingsBefore: string[];
/** Kind of the last entry of each phone of the steps, when the run was killed. */
let inLedger: (string | undefined)[];
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

/** In the order of their serials. */
function withoutAccount(): string[] {
  const [, ...serials] = phones?.serials ?? [];
  return serials.filter((_serial, index) =>
    WITHOUT_ACCOUNT.includes(STANDSTILLS[index]?.step ?? ''),
  );
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
  const passed = (step: string, serial = '') =>
    `✓ ${serial}: ${STEPS.find(({ name }) => name === step)?.title ?? ''}`;
  const last = serials.at(-1) ?? '';
  await run.prints(passed('cloud-agreement', last));
  phones?.signal(last, 'SIGSTOP');
  const before = (step: string) => STEPS[STEPS.findIndex(({ name }) => name === step) - 1]?.name;
  await run.until('every phone stood still', () =>
    STANDSTILLS.every(({ step }, index) =>
      run.printed.includes(passed(before(step) ?? '', serials[index])),
    ),
  );
  await run.until('it wrote down every sign-up', async () => {
    const entries = await new Ledger(join(folder, 'state')).entries();
    inLedger = serials.map(
      (serial) => entries.findLast((entry) => 'serial' in entry && entry.serial === serial)?.kind,
    );
    return !inLedger.includes(undefined);
  });
  await run.killAll();
  phones?.signal(last, 'SIGCONT');
}

/** With all phones that there are; those that are signed in by now it leaves out by itself. */
async function startNext(): Promise<void> {
  const run = start('first', []);
  await run.until('it had its phones', () =>
    (phones?.serials ?? []).every((serial) =>
      [`✓ phone ${serial}`, `${serial} is left out`].some((text) => run.printed.includes(text)),
    ),
  );
  living = await store().list();
  next = { exitCode: await run.stop(), printed: run.printed };
}

describe('after runs that were killed', { skip }, () => {
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'killed-run-test-'));
    await ownAdbServer();
    phones = await PhonesApart.start(
      [[], ...STANDSTILLS.map(({ fault }) => (fault === undefined ? [] : ['--fault', fault]))],
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
    for (const serial of phones?.serials ?? []) phones?.signal(serial, 'SIGCONT');
    await phones?.stop();
    await promisify(execFile)(Adb.find(), ['kill-server']);
    rmSync(folder, { recursive: true });
  });

  it('the phones had come to a step each', () => {
    assert.deepEqual(
      inLedger,
      STANDSTILLS.map(({ ledger }) => ledger),
    );
  });

  it('the next run has the phones on which nobody is signed in', () => {
    assert.deepEqual(
      living.map(({ serial, alive }) => ({ serial, alive })),
      withoutAccount().map((serial) => ({ serial, alive: true })),
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

  it('nothing of it is warned of by Node', () => {
    assert.doesNotMatch(runs.map((run) => run.printed).join('\n'), /^\(node:\d+\)/m);
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
    const others = phones?.serials.slice(1) ?? [];
    const told = others.filter((serial) => next.printed.includes(`on ${serial} (staging)`));
    assert.deepEqual(told, others);
  });

  it('the settings of the phones are as they were', async () => {
    const settings = (await phones?.settings()) ?? [];
    const compared = settings.map((text, index) => {
      const isFree = withoutAccount().includes(phones?.serials[index] ?? '');
      const own = isFree ? text : text.replaceAll(OF_THE_ACCOUNT, '');
      return own.replaceAll(NO_LISTENERS, '');
    });
    assert.deepEqual(compared, settingsBefore);
  });

  it('no journal of settings is left', () => {
    assert.deepEqual(readdirSync(join(folder, 'state', 'settings-journal')), []);
  });
});

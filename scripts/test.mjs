// npm test: the checks, the unit tests, the emulated phone's protocol tests and the
// smoke specs, all of them even if one fails. The last line holds the
// sums over all runners; a runner that crashed or ran nothing counts as one failed test. Checks are no
// tests: they are summed on a line of their own.
import { join } from 'node:path';
import { runChecks } from './checks.mjs';
import { Processes, signalCode } from './processes.mjs';
import { filesBelow, runNodeTests, runSmokeSpecs } from './runners.mjs';
import { withoutOwnSettings } from './own-settings.mjs';
import { main, prepare, ROOT } from './prepare.mjs';
import { checkLine, checksSum, runnerLine, testsSum } from './tables.mjs';
import { groupFiles } from './test-processes.mjs';

/** Tests of whole runs, and others that take long. */
const LONG = [
  'interrupted-run.test.ts',
  'killed-run.test.ts',
  join('masking', 'planted-run.test.ts'),
  join('remote', 'sign-up.test.ts'),
  'shared-run.test.ts',
  'two-clones.test.ts',
  join('flows', 'slow-servers.test.ts'),
  join('pitfalls', 'appium.test.ts'),
  join('pitfalls', 'old-build.test.ts'),
  join('text-fit', 'text-fit.test.ts'),
];

await main(async () => {
  const env = withoutOwnSettings(await prepare({ chromium: true }));
  const processes = new Processes();
  processes.passSignalsOn();
  // Appium notes where its drivers are when it first runs: one of several at once would find half of that.
  await processes.node(['node_modules/appium/index.js', 'driver', 'list', '--installed'], {
    cwd: ROOT,
    env,
    limitMs: 60_000,
  });

  // They need no phone, and the tests wait for phones half of the time: told once those have ended.
  const checking = runChecks(processes, () => {}, { atOnce: 1 });

  const files = filesBelow(join(ROOT, 'test'), '.test.ts');
  const isLong = (/** @type {string} */ file) => LONG.some((name) => file.endsWith(name));
  const isOfPhone = (/** @type {string} */ file) => file.startsWith(join(ROOT, 'test', 'emulator'));
  const nodeTests =
    (/** @type {string} */ name, /** @type {string[]} */ chosen, perCore = 1) =>
    () =>
      runNodeTests(processes, name, groupFiles(chosen, isLong), { env, perCore });
  /** @type {import('./runners.mjs').Ran[]} */
  const runners = [];
  const step = async (
    /** @type {string} */ title,
    /** @type {() => Promise<import('./runners.mjs').Ran>} */ run,
  ) => {
    if (processes.stoppedBy !== undefined) return;
    console.log(`\n${title}`);
    const ran = await run();
    console.log(runnerLine(ran));
    runners.push(ran);
  };

  const unit = files.filter((file) => !isOfPhone(file));
  await step('Unit tests', nodeTests('unit', unit, 1.5));
  await step(
    'Protocol tests of the emulated phone',
    nodeTests('protocol', files.filter(isOfPhone), 1.5),
  );
  const checks = await checking;
  console.log('\nChecks');
  for (const checked of checks) console.log(checkLine(checked));
  // Last, since its report is the one that people find.
  await step('Smoke specs on every emulated phone', () => runSmokeSpecs(processes, { env }));

  const failed = [...checks.filter(({ ok }) => !ok), ...runners.filter((ran) => ran.failed > 0)];
  console.log('\nSummary');
  for (const checked of checks) console.log(checkLine({ ...checked, report: '' }));
  for (const ran of runners) console.log(runnerLine(ran));
  console.log(`\n${checksSum(checks)}`);
  console.log(testsSum(runners));
  if (failed.length > 0) process.exitCode = 1;
  if (processes.stoppedBy !== undefined) process.exitCode = signalCode(processes.stoppedBy);
});

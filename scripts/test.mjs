// npm test: the checks, the unit tests, the emulated phone's protocol tests and the
// smoke specs, all of them even if one fails. The last line holds the
// sums over all runners; a runner that crashed or ran nothing counts as one failed test. Checks are no
// tests: they are summed on a line of their own.
import { join, relative } from 'node:path';
import { runChecks } from './checks.mjs';
import { Processes, signalCode } from './processes.mjs';
import { filesBelow, runNodeTests, runSmokeSpecs } from './runners.mjs';
import { withoutOwnSettings } from './own-settings.mjs';
import { main, prepare, ROOT } from './prepare.mjs';
import { checkLine, checksSum, runnerLine, testsSum } from './tables.mjs';

/** Tests of whole runs. */
const LONG = [
  'interrupted-run.test.ts',
  'killed-run.test.ts',
  join('remote', 'sign-up.test.ts'),
  'shared-run.test.ts',
  'two-clones.test.ts',
];

await main(async () => {
  const env = withoutOwnSettings(await prepare({ chromium: true }));
  const processes = new Processes();
  processes.passSignalsOn();

  console.log('Checks');
  const checks = await runChecks(processes, (checked) => console.log(checkLine(checked)));

  const files = filesBelow(join(ROOT, 'test'), '.test.ts').map((file) => relative(ROOT, file));
  // Begun last, they would keep one core busy while the others have nothing left to do.
  const isLong = (/** @type {string} */ file) => LONG.some((name) => file.endsWith(name));
  files.sort((a, b) => Number(isLong(b)) - Number(isLong(a)));
  const isOfPhone = (/** @type {string} */ file) => file.startsWith(join('test', 'emulator'));
  const nodeTests =
    (/** @type {string} */ name, /** @type {string[]} */ chosen, perCore = 1) =>
    () =>
      runNodeTests(processes, name, chosen, { env, perCore });
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
  // Those with runs in them wait for phones half of the time.
  await step('Unit tests', nodeTests('unit', unit, 1.5));
  await step(
    'Protocol tests of the emulated phone',
    nodeTests('protocol', files.filter(isOfPhone), 1.5),
  );
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

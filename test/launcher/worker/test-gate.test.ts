import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { PhoneEnvironment } from '../../../config/run-context.ts';
import { testGate } from '../../../launcher/worker/test-gate.ts';

/** The one that WebdriverIO runs specs with. */
const requireOfRunner = createRequire(import.meta.resolve('@wdio/mocha-framework'));
const MochaClass = requireOfRunner('mocha') as typeof Mocha;

/** Runs suites in Mocha behind the gate. @returns what ran, and what was told. */
async function behindGate(
  environment: PhoneEnvironment,
  fill: (root: Mocha.Suite, ran: (what: string) => () => void) => void,
) {
  const ran: string[] = [];
  const told: string[] = [];
  const pending: string[] = [];
  const mocha = new MochaClass({
    reporter: MochaClass.reporters.Base,
    rootHooks: testGate(environment, (title, reason) => told.push(`${title}: ${reason}`)),
  });
  fill(mocha.suite, (what) => () => void ran.push(what));
  await new Promise((resolve) => {
    mocha.run(resolve).on('pending', ({ title }: Mocha.Test) => pending.push(title));
  });
  return { ran, told, pending };
}

function suite(root: Mocha.Suite, title: string, ...tests: [title: string, body: () => void][]) {
  const added = MochaClass.Suite.create(root, title);
  for (const [name, body] of tests) added.addTest(new MochaClass.Test(name, body));
  return added;
}

test('on live only a test that is tagged for it runs its body', async () => {
  const { ran } = await behindGate('live', (root, did) => {
    suite(root, 'A @live', ['one', did('one')], ['two @live', did('two')]);
    suite(root, 'B', ['three @emulated', did('three')]);
  });
  assert.deepEqual(ran, ['two']);
});

test('what does not run is told and reported as skipped, with the reason', async () => {
  const { told, pending } = await behindGate('live', (root, did) => {
    suite(root, 'A', ['one', did('one')], ['two @live', did('two')]);
  });
  assert.deepEqual(told, ['one: not tagged @live, so not for the live service']);
  assert.deepEqual(pending, ['one [skipped: not tagged @live, so not for the live service]']);
});

test('the hooks of a suite do not run that has no test for the phone', async () => {
  const { ran } = await behindGate('live', (root, did) => {
    const closed = suite(root, 'A', ['one', did('one')]);
    for (const hook of ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'] as const) {
      closed[hook](did(`${hook} of A`));
    }
    const open = suite(root, 'B');
    open.beforeAll(did('beforeAll of B'));
    suite(open, 'C', ['two @live', did('two')]);
  });
  assert.deepEqual(ran, ['beforeAll of B', 'two']);
});

test('on a phone that the run started everything runs', async () => {
  const { ran, told } = await behindGate('test', (root, did) => {
    suite(root, 'A', ['one', did('one')], ['two @emulated', did('two')]);
  });
  assert.deepEqual({ ran, told }, { ran: ['one', 'two'], told: [] });
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Processes } from '../../scripts/processes.mjs';
import { judge, runNodeTests } from '../../scripts/runners.mjs';
import { checksSum, testsSum } from '../../scripts/tables.mjs';

const FINE = { code: 0, timedOut: false };
const COUNTS = { passed: 5, failed: 0, skipped: 1 };

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'runners-'));
});
after(() => rmSync(folder, { recursive: true }));

/** Runs a test file of that text, and returns what became of it without the time it took. */
async function run(name: string, text: string, limits: { fileLimitMs?: number } = {}) {
  const file = join(folder, `${name}.test.mjs`);
  writeFileSync(file, `import { describe, it, test } from 'node:test';\n${text}`);
  // Node marks the processes of its runner: an inner runner must not take itself for one.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const options = { env, show: false, ...limits };
  const { passed, failed, problems } = await runNodeTests(new Processes(), 'unit', [file], options);
  return { passed, failed, problems };
}

test('tests are counted, suites and skipped tests are not', async () => {
  assert.deepEqual(
    await run(
      'mixed',
      "describe('s', () => { it('a', () => {}); it('b', () => { throw 1; }); it.skip('c'); it.todo('d'); });",
    ),
    { passed: 1, failed: 1, problems: [] },
  );
});

test('a file that cannot be loaded is a failed test', async () => {
  assert.deepEqual(await run('broken', "throw new Error('at once');"), {
    passed: 0,
    failed: 1,
    problems: [],
  });
});

test('a file that dies in mid-test is a failed test', async () => {
  const { failed } = await run('dying', "test('a', () => process.exit(3));");
  assert.equal(failed, 1);
});

test('a file that does not end is a failed test, and keeps nobody waiting', async () => {
  const text = "test('a', () => {}); setInterval(() => {}, 1000);";
  // What it did before does not matter: on a busy machine that is nothing.
  const { failed, problems } = await run('hanging', text, { fileLimitMs: 1000 });
  assert.deepEqual({ failed, problems }, { failed: 1, problems: [] });
});

test('a file without a test is a failure', async () => {
  const { failed, problems } = await run('empty', '');
  assert.equal(failed, 1);
  assert.match(problems.join(), /empty\.test\.mjs holds no test/);
});

test('a runner without files ran no test', async () => {
  const ran = await runNodeTests(new Processes(), 'unit', [], { env: {} });
  assert.deepEqual(ran.problems, ['ran no test']);
});

test('a runner that passes is taken at its word', () => {
  assert.deepEqual(judge('unit', COUNTS, FINE, 10), {
    name: 'unit',
    ...COUNTS,
    durationMs: 10,
    problems: [],
  });
});

for (const [title, counts, ended, problem] of [
  ['leaves no counts', undefined, { code: 134, timedOut: false }, /ended with 134 and no counts/],
  ['leaves no counts but ends well', undefined, FINE, /no counts/],
  ['fails though its tests passed', COUNTS, { code: 1, timedOut: false }, /no test failed/],
  ['takes too long', COUNTS, { code: 143, timedOut: true }, /took too long/],
  ['runs no test', { passed: 0, failed: 0, skipped: 0 }, FINE, /ran no test/],
] as const) {
  test(`a runner that ${title} counts as one failed test`, () => {
    const { failed, problems } = judge('smoke', counts, ended, 0);
    assert.equal(failed, 1);
    assert.match(problems.join(), problem);
  });
}

test('a runner that ends badly because tests failed adds nothing to them', () => {
  const counts = { passed: 5, failed: 2, skipped: 0 };
  assert.equal(judge('unit', counts, { code: 1, timedOut: false }, 0).failed, 2);
});

test('the last line sums all runners', () => {
  const ran = [
    judge('unit', { passed: 5, failed: 2, skipped: 1 }, { code: 1, timedOut: false }, 0),
    judge('protocol', { passed: 30, failed: 0, skipped: 0 }, FINE, 0),
    judge('smoke', undefined, { code: 1, timedOut: false }, 0),
  ];
  assert.equal(testsSum(ran), 'tests: 35 passed, 3 failed');
});

test('checks are summed apart', () => {
  const checked = (ok: boolean) => ({ name: 'lint', ok, durationMs: 0, report: '' });
  assert.equal(checksSum([checked(true), checked(false)]), 'checks: 1 passed, 1 failed');
});

test('a process that takes longer than it may is ended', async () => {
  const { code, timedOut } = await new Processes().node(['-e', 'setInterval(() => {}, 1000)'], {
    cwd: folder,
    limitMs: 1,
  });
  assert.deepEqual({ code, timedOut }, { code: 143, timedOut: true });
});

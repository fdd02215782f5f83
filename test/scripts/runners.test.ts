import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Processes } from '../../scripts/processes.mjs';
import { judge, runNodeTests } from '../../scripts/runners.mjs';
import { checksSum, testsSum } from '../../scripts/tables.mjs';

const FINE = { code: 0, timedOut: false };
const COUNTS = { passed: 5, failed: 0, skipped: 1 };
const PASSES = "test('passes', () => {});";

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runners-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Keeps what would go to the terminal. */
class ReadProcesses extends Processes {
  output = '';

  override async node(...args: Parameters<Processes['node']>) {
    const ended = await super.node(...args);
    this.output += ended.output;
    return ended;
  }
}

/**
 * Runs test files of these texts, by their names, in one process, and returns what became of them: the
 * counts, the problems and the terminal's text, both without folders.
 */
async function run(texts: Record<string, string>, limits: { processLimitMs?: number } = {}) {
  const files = Object.entries(texts).map(([name, text]) => {
    const file = join(folder, `${name}.test.mjs`);
    const imports = "import { after, before, beforeEach, describe, it, test } from 'node:test';";
    writeFileSync(file, `${imports}\n${text}`);
    return file;
  });
  // Node marks the processes of its runner: an inner runner must not take itself for one.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const processes = new ReadProcesses();
  const options = { env, show: false, ...limits };
  const { passed, failed, problems } = await runNodeTests(processes, 'unit', [files], options);
  const short = (text: string) => text.replace(/[^\s,]*\/(?=\w+\.test\.mjs)/g, '');
  return { passed, failed, problems: problems.map(short), output: short(processes.output) };
}

describe('files of one process', () => {
  test('have their tests counted, without suites and skipped tests', async () => {
    const { passed, failed, problems, output } = await run({
      mixed:
        "describe('s', () => { it('a', () => {}); it('b', () => { throw 1; }); it.skip('c'); it.todo('d'); });",
      fine: PASSES,
    });
    assert.deepEqual({ passed, failed, problems }, { passed: 2, failed: 1, problems: [] });
    assert.match(output, /✖ mixed\.test\.mjs:2 › b/);
  });

  test('go on after one that cannot be loaded, which is a failed test of its name', async () => {
    const { passed, failed, problems, output } = await run({
      broken: "throw new Error('at once');",
      fine: PASSES,
    });
    assert.deepEqual({ passed, failed, problems }, { passed: 1, failed: 1, problems: [] });
    assert.match(output, /✖ broken\.test\.mjs › ended badly\n *Error: at once/);
  });

  test('go on after one whose hook fails, which is a failed test of its name', async () => {
    const { passed, failed, problems, output } = await run({
      hook: `${PASSES} after(() => { throw new Error('left over'); });`,
      fine: PASSES,
    });
    assert.deepEqual({ passed, failed, problems }, { passed: 2, failed: 1, problems: [] });
    assert.match(output, /✖ hook\.test\.mjs › ended badly\n *Error: left over/);
  });

  test('are all named when one ends the process', async () => {
    const { passed, failed, problems, output } = await run({
      fine: PASSES,
      // What a process tells of the file before is on its way for a moment.
      dying:
        "test('a', async () => { console.log('last words'); await new Promise((go) => setTimeout(go, 300)); process.exit(3); });",
      next: PASSES,
    });
    assert.deepEqual(
      { passed, failed, problems },
      {
        passed: 1,
        failed: 2,
        problems: ['dying.test.mjs did not end', 'next.test.mjs did not come to its turn'],
      },
    );
    assert.match(output, /✖ dying\.test\.mjs › ended badly/);
    assert.match(output, /dying\.test\.mjs printed:\n *last words/);
  });

  for (const [title, text] of [
    ['leaves a timer', `${PASSES} setInterval(() => {}, 1000);`],
    ['is busy for ever', "test('a', () => { for (;;); });"],
    [
      'has a hook that waits for ever',
      `${PASSES} before(() => new Promise(() => setInterval(() => {}, 1000)));`,
    ],
  ] as const) {
    test(`are named and keep nobody waiting when one ${title}`, async () => {
      // What the process did before does not matter: on a busy machine that is nothing.
      const { failed, problems } = await run(
        { hanging: text, next: PASSES },
        { processLimitMs: 1000 },
      );
      assert.deepEqual(
        { failed, problems },
        {
          failed: 2,
          problems: ['hanging.test.mjs did not end', 'next.test.mjs did not come to its turn'],
        },
      );
    });
  }

  test('do not wait for a test that nothing can end', async () => {
    const { failed, problems, output } = await run({
      stuck: "test('a', () => new Promise(() => {}));",
    });
    assert.deepEqual({ failed, problems }, { failed: 1, problems: [] });
    assert.match(output, /✖ stuck\.test\.mjs:2 › a/);
  });

  test('are told of an error that comes when no test runs', async () => {
    const { failed, problems } = await run({
      late: `${PASSES} after(() => { setTimeout(() => { throw new Error('late'); }, 20); });`,
      fine: PASSES,
    });
    assert.equal(failed, 1);
    assert.match(problems.join(), /the process of late\.test\.mjs, fine\.test\.mjs ended badly/);
  });

  test('each hold a test', async () => {
    const { passed, failed, problems } = await run({ empty: '', fine: PASSES });
    assert.deepEqual(
      { passed, failed, problems },
      { passed: 1, failed: 1, problems: ['empty.test.mjs holds no test'] },
    );
  });

  test('find the process as one of their own', async () => {
    const { passed, failed, problems } = await run({
      first: `${PASSES} process.env.LEFT = 'x'; delete process.env.HOME; process.chdir('/');
        beforeEach(() => { throw new Error('of another file'); });
        test('fails', () => {});`,
      second: `import assert from 'node:assert/strict';
        test('a', () => {
          assert.equal(process.env.LEFT, undefined);
          assert.notEqual(process.env.HOME, undefined);
          assert.notEqual(process.cwd(), '/');
        });`,
    });
    assert.deepEqual({ passed, failed, problems }, { passed: 1, failed: 2, problems: [] });
  });
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

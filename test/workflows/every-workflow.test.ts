import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { WORKFLOW_FILES, workflow, workflowText } from './workflow.ts';

const manifest = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
const majors = [...manifest.engines.node.matchAll(/>=(\d+)\./g)].map(([, major]) => major);

/** What a job may do beside reading the repository. */
const PERMISSIONS: Record<string, Record<string, string>> = {
  judge: { contents: 'read', pages: 'read' },
  publish: { pages: 'write', 'id-token': 'write' },
  tell: { contents: 'read', issues: 'write' },
  'lab-asked': { actions: 'read' },
};

for (const file of WORKFLOW_FILES) {
  const { permissions, concurrency, jobs } = workflow(file);
  const text = workflowText(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  describe(file, () => {
    it('pins each action by its commit, with its version beside it', () => {
      const uses = text.split('\n').filter((line) => /\buses:/.test(line));
      assert.equal(uses.length, steps.filter((step) => step.uses !== undefined).length);
      for (const line of uses) {
        assert.match(line, /uses: actions\/[a-z-]+(\/[a-z]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      }
    });

    it('may do no more than it has to', () => {
      assert.deepEqual(permissions, { contents: 'read' });
      for (const [name, job] of Object.entries(jobs)) {
        assert.deepEqual(job.permissions, PERMISSIONS[name], name);
      }
    });

    it('leaves no credentials in the clone', () => {
      for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
        assert.equal(step.with?.['persist-credentials'], false);
      }
    });

    it('puts nothing that a person typed into a script', () => {
      for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
    });

    it('ends by itself, and never runs twice at once', () => {
      for (const [name, job] of Object.entries(jobs)) {
        assert.ok((job['timeout-minutes'] ?? Infinity) <= 240, name);
      }
      assert.ok(concurrency !== undefined);
    });

    it('keeps no artefact for ever', () => {
      for (const step of steps.filter(({ uses }) => uses?.includes('/upload-'))) {
        assert.ok(Number(step.with?.['retention-days']) <= 30, step.name);
      }
    });

    it("calls this project's own commands by names that they have", () => {
      const called = steps.flatMap(({ run = '' }) =>
        [...run.matchAll(/\bnpm (?:run )?([\w:-]+)/g)].map(([, name = '']) => name),
      );
      assert.ok(called.length > 0);
      assert.deepEqual(
        called.filter((name) => !(name in manifest.scripts)),
        [],
      );
    });
  });
}

/** By action, the commits that it is pinned to. */
function pins(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of WORKFLOW_FILES) {
    for (const [, action = '', pin = ''] of workflowText(file).matchAll(
      /uses: ([\w/-]+)@(\S+ # \S+)/g,
    )) {
      found.set(action, (found.get(action) ?? new Set()).add(pin));
    }
  }
  return found;
}

it('an action has one version everywhere', () => {
  assert.deepEqual(
    [...pins()].filter(([, versions]) => versions.size > 1),
    [],
  );
});

it("the Nodes that are asked for are some of package.json's", () => {
  const ci = workflow('ci.yml').jobs['test']?.strategy?.matrix['node'] as string[];
  const nightly = workflow('nightly.yml').on.workflow_dispatch?.inputs['node']?.options ?? [];
  assert.deepEqual(ci, ['20', '24']);
  assert.deepEqual(nightly, ci);
  assert.deepEqual(
    ci.filter((major) => !majors.includes(major)),
    [],
  );
});

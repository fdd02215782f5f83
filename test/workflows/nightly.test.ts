import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseRegressionOptions } from '../../launcher/regression/options.ts';
import { runStep, stepOf, workflow } from './workflow.ts';

const nightly = workflow('nightly.yml');
const inputs = nightly.on.workflow_dispatch?.inputs ?? {};
const NOTHING_CHOSEN = { PROFILES: '', LANGUAGES: '', SPECS: '', LATENCY: '' };

describe('the parts of a night', () => {
  const step = stepOf(nightly, 'run', 'Run the specs of this part');
  const npm = (env: Record<string, string>) =>
    runStep(step, { SHARD: '2/4', ...NOTHING_CHOSEN, ...env }, { npm: 'exit 0' }).calls;

  it('are as many as were chosen, counted from one', () => {
    const matrix = nightly.jobs['run']?.strategy?.matrix['shard'] as string;
    const [, table = '', chosen] = /fromJSON\('(.*)'\)\[(.*)\] \}\}$/.exec(matrix) ?? [];
    const parts = JSON.parse(table) as Record<string, number[]>;
    const options = inputs['shards']?.options ?? [];
    assert.deepEqual(Object.keys(parts), options);
    for (const option of options) {
      const counted = Array.from({ length: Number(option) }, (_, index) => index + 1);
      assert.deepEqual(parts[option], counted);
    }
    // At night nothing is chosen; in real time there is one spec file.
    assert.equal(
      chosen,
      `inputs.latency && '1' || inputs.shards || '${String(inputs['shards']?.default)}'`,
    );
  });

  it('are told which of how many they are', () => {
    assert.equal(step.env?.['SHARD'], '${{ matrix.shard }}/${{ strategy.job-total }}');
    assert.deepEqual(npm({}), [['run', 'nightly', '--', '--shard', '2/4']]);
  });

  it('get each choice of a person as a word of its own, whatever is in it', () => {
    for (const name of ['profiles', 'languages', 'specs', 'latency']) {
      assert.equal(step.env?.[name.toUpperCase()], `\${{ inputs.${name} }}`);
    }
    const typed = { PROFILES: 'a,b@ru', LANGUAGES: '$(id)', SPECS: 'x; id', LATENCY: '4 m"' };
    assert.deepEqual(npm(typed), [
      [
        ...['run', 'nightly', '--', '--shard', '2/4', '--profiles', 'a,b@ru'],
        ...['--languages', '$(id)', '--specs', 'x; id', '--latency', '4 m"'],
      ],
    ]);
  });

  it('are asked for by options that npm run nightly has', () => {
    const [call = []] = npm({ PROFILES: 'a', LANGUAGES: 'ru', SPECS: 'x' });
    const { profiles, languages, specs, shard } = parseRegressionOptions(call.slice(3));
    assert.deepEqual(
      { profiles, languages, specs, shard },
      { profiles: ['a'], languages: ['ru'], specs: ['x'], shard: '2/4' },
    );
  });
});

describe('the phones of the lab', () => {
  const jobOf = (name: string) => {
    const found = nightly.jobs[name];
    assert.ok(found !== undefined, name);
    return found;
  };
  const lab = jobOf('lab');

  it('are used by hand alone', () => {
    assert.equal(
      jobOf('lab-asked').if,
      "${{ github.event_name == 'workflow_dispatch' && inputs.phones == 'lab' }}",
    );
    assert.equal(lab.needs, 'lab-asked');
    assert.equal(lab.if, undefined);
    assert.equal(inputs['phones']?.default, 'emulated');
  });

  it('are on a runner of their own, behind an environment', () => {
    assert.deepEqual(lab['runs-on'], ['self-hosted', 'xiaomi-phones']);
    assert.equal(lab.environment, 'real-phones');
    assert.deepEqual(
      Object.entries(nightly.jobs).flatMap(([name, job]) =>
        [job['runs-on']].flat().includes('self-hosted') ? [name] : [],
      ),
      ['lab'],
    );
  });

  it('get no account unless somebody ticked that', () => {
    assert.equal(inputs['sign-up']?.default, false);
    assert.equal(lab.env?.['MI_ALLOW_LIVE_SIGNUP'], "${{ inputs.sign-up && 'yes' || 'no' }}");
  });

  it('are refused where nobody is named who stands at them', () => {
    const step = stepOf(nightly, 'lab-asked', 'Somebody is at the phones');
    assert.equal(step.env?.['OPERATOR'], '${{ inputs.operator }}');
    assert.equal(runStep(step, { OPERATOR: '' }, {}).code, 1);
    assert.equal(runStep(step, { OPERATOR: 'Mei' }, {}).code, 0);
  });

  for (const [environment, gh, code] of [
    ['is not there', 'exit 1', 1],
    ['lets everybody pass', 'echo wait_timer', 1],
    ['has reviewers', 'echo wait_timer; echo required_reviewers', 0],
  ] as const) {
    it(`are ${code === 0 ? 'used' : 'refused'} where the environment ${environment}`, () => {
      const step = stepOf(nightly, 'lab-asked', 'The environment is protected');
      const ran = runStep(step, { GITHUB_REPOSITORY: 'qa/mi' }, { gh });
      assert.equal(ran.code, code);
      assert.equal(ran.calls[0]?.[1], 'repos/qa/mi/environments/real-phones');
    });
  }

  it('are tested by what the person chose, who is named in the summary', () => {
    const step = stepOf(nightly, 'lab', 'Run the specs and judge them');
    const ran = runStep(step, { OPERATOR: 'Mei $(id)', SPECS: 'sms-code' }, { npm: 'exit 0' });
    assert.deepEqual(ran.calls, [['run', 'nightly', '--', '--specs', 'sms-code']]);
    assert.equal(ran.files['GITHUB_STEP_SUMMARY'], 'At the phones: Mei $(id)\n');
  });
});

describe('the end of a night', () => {
  for (const [gh, source] of [
    ['echo workflow', 'workflow'],
    ['exit 1', 'none'],
  ] as const) {
    it(`knows of Pages: ${source}`, () => {
      const step = stepOf(nightly, 'judge', 'See whether this repository has Pages');
      const ran = runStep(step, { GITHUB_REPOSITORY: 'qa/mi' }, { gh });
      assert.equal(ran.files['GITHUB_OUTPUT'], `source=${source}\n`);
    });
  }

  it('adds to a history that only whole nights add to', () => {
    const [fetched, kept] = ['Fetch the history of the nights before', 'Keep the history'].map(
      (name) => stepOf(nightly, 'judge', name),
    );
    assert.equal(fetched?.with?.['path'], kept?.with?.['path']);
    assert.equal(fetched?.with?.['key'], kept?.with?.['key']);
    assert.ok(String(kept?.with?.['key']).startsWith(String(fetched?.with?.['restore-keys'])));
    assert.match(String(kept?.with?.['key']), /github\.run_id.*github\.run_attempt/);
    assert.match(String(kept?.if), /github\.event_name == 'schedule'/);
  });

  it('links to the report and its picture, by an address that is new each night', () => {
    const step = stepOf(nightly, 'publish', 'Show where it is');
    const env = { PAGE: 'https://qa.example/mi/', GITHUB_RUN_ID: '7' };
    assert.match(
      runStep(step, env, {}).files['GITHUB_STEP_SUMMARY'] ?? '',
      /^\[The report\]\(https:\/\/qa\.example\/mi\/\)\n\n.*patience\.svg\?run=7\)\]/,
    );
  });

  it('tells nobody but the job that judges, and the lab, where it is told', () => {
    const telling = Object.entries(nightly.jobs).flatMap(([name, { steps }]) =>
      steps.flatMap((step) => (step.env?.['MI_NOTIFY'] === undefined ? [] : [name])),
    );
    assert.deepEqual(telling, ['judge', 'lab']);
  });
});

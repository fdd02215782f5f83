import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PROJECT_ROOT } from '../../config/paths.ts';

/** GitHub's command line, which keeps what it was told, and lists the issues of a file. */
const GH = `#!/bin/sh
printf '%s\\n' "$*" >> "$GH_TOLD"
case "$1 $2" in
  'issue list') cat "$GH_ISSUES" ;;
  'issue create' | 'issue comment') cat > "$GH_BODY" ;;
esac
`;
const LIST = 'issue list --label nightly --state open --limit 1 --json number';

describe('the issue of the nights', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nightly-issue-test-'));
    writeFileSync(file('gh'), GH);
    chmodSync(file('gh'), 0o700);
    writeFileSync(file('summary.md'), '## Nightly: FAILED\n');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** @returns what GitHub was told beside being asked for the issue, and the text it got. */
  function keep(open: number[], env: Record<string, string>, summary = 'summary.md') {
    writeFileSync(file('issues'), JSON.stringify(open.map((number) => ({ number }))));
    execFileSync(process.execPath, ['scripts/nightly-issue.mjs', file(summary)], {
      cwd: PROJECT_ROOT,
      env: {
        PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
        GH_TOLD: file('told'),
        GH_ISSUES: file('issues'),
        GH_BODY: file('body'),
        GITHUB_SERVER_URL: 'https://github.example',
        GITHUB_REPOSITORY: 'qa/mi-account-e2e',
        GITHUB_RUN_ID: '7',
        ...env,
      },
    });
    const [list, ...told] = readFileSync(file('told'), 'utf8').trim().split('\n');
    assert.equal(list, LIST);
    return { told, body: existsSync(file('body')) ? readFileSync(file('body'), 'utf8') : '' };
  }

  it('is opened by the first night that fails, with its summary and its run', () => {
    const { told, body } = keep([], { VERDICT: 'failure', WHOLE_NIGHT: 'true' });
    assert.deepEqual(told, [
      'label create nightly --description kept by the nightly run --force',
      'issue create --title The nightly run fails --label nightly --body-file -',
    ]);
    assert.equal(
      body,
      '## Nightly: FAILED\n\n\n[The run, with its report](https://github.example/qa/mi-account-e2e/actions/runs/7)\n',
    );
  });

  it('gets a comment by each further one', () => {
    const { told } = keep([12], { VERDICT: 'failure', WHOLE_NIGHT: 'true' });
    assert.deepEqual(told, ['issue comment 12 --body-file -']);
  });

  it('says so where a night came to no verdict', () => {
    const { body } = keep([], { VERDICT: '', WHOLE_NIGHT: 'true' }, 'none.md');
    assert.match(body, /^The night left no summary/);
  });

  it('is closed by a whole night that is good', () => {
    const { told } = keep([12], { VERDICT: 'success', WHOLE_NIGHT: 'true' });
    assert.deepEqual(told, ['issue comment 12 --body-file -', 'issue close 12']);
  });

  it('stays open after a good run of what a person chose', () => {
    assert.deepEqual(keep([12], { VERDICT: 'success', WHOLE_NIGHT: 'false' }).told, []);
  });

  it('is not opened by a good night', () => {
    assert.deepEqual(keep([], { VERDICT: 'success', WHOLE_NIGHT: 'true' }).told, []);
  });

  it('gets no more than GitHub takes', () => {
    writeFileSync(file('summary.md'), 'x'.repeat(100_000));
    const { body } = keep([], { VERDICT: 'failure', WHOLE_NIGHT: 'true' });
    assert.match(body.slice(59_990), /^x{10}\n\n… the rest is in the run\./);
  });
});

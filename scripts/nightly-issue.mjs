// Keeps the one issue that says that the nights fail: opens it, adds to it, closes it. It runs in
// GitHub's workflow, with its `gh` and before anything is installed.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const LABEL = 'nightly';
const TITLE = 'The nightly run fails';
/** GitHub takes 65,536 characters. */
const BODY_LIMIT = 60_000;

/**
 * @param {string[]} args of GitHub's command line
 * @param {string} [input]
 * @returns {string} what it printed
 */
function gh(args, input) {
  return execFileSync('gh', args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'] });
}

/** @returns {number | undefined} the issue's number */
function openIssue() {
  const listed = gh([
    ...['issue', 'list', '--label', LABEL, '--state', 'open'],
    ...['--limit', '1', '--json', 'number'],
  ]);
  /** @type {unknown} */
  const issues = JSON.parse(listed);
  return /** @type {{ number: number }[]} */ (issues)[0]?.number;
}

/**
 * @param {string | undefined} path of the night's summary
 * @returns {string}
 */
function bodyOf(path) {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = process.env;
  const run = `${GITHUB_SERVER_URL ?? ''}/${GITHUB_REPOSITORY ?? ''}/actions/runs/${GITHUB_RUN_ID ?? ''}`;
  const text =
    path !== undefined && existsSync(path)
      ? readFileSync(path, 'utf8')
      : 'The night left no summary: its parts could not be put together.';
  const shown =
    text.length <= BODY_LIMIT ? text : `${text.slice(0, BODY_LIMIT)}\n\n… the rest is in the run.`;
  return `${shown}\n\n[The run, with its report](${run})\n`;
}

const { VERDICT, WHOLE_NIGHT } = process.env;
const number = openIssue();
if (VERDICT !== 'success') {
  const body = bodyOf(process.argv[2]);
  if (number === undefined) {
    gh(['label', 'create', LABEL, '--description', 'kept by the nightly run', '--force']);
    gh(['issue', 'create', '--title', TITLE, '--label', LABEL, '--body-file', '-'], body);
  } else {
    gh(['issue', 'comment', String(number), '--body-file', '-'], body);
  }
} else if (WHOLE_NIGHT === 'true' && number !== undefined) {
  gh(['issue', 'comment', String(number), '--body-file', '-'], bodyOf(process.argv[2]));
  gh(['issue', 'close', String(number)]);
}

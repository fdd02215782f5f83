import { relative } from 'node:path';

/**
 * ESLint's results as its JSON formatter writes them, as far as they are read here.
 *
 * @typedef {{ ruleId: string | null, line?: number, column?: number, message: string }} LintMessage
 * @typedef {{ filePath: string, messages: LintMessage[] }} LintResult
 */

/**
 * One run of ESLint holds two checks: the import boundaries, and everything else.
 *
 * @param {string} json what ESLint printed with `--format json`
 * @param {string} root paths are shown from there
 * @returns {{ boundaries: string[], lint: string[] }} one line for each problem
 * @throws {SyntaxError} if ESLint ended badly and printed something else
 */
export function sortLintResults(json, root) {
  /** @type {unknown} */
  const results = JSON.parse(json);
  /** @type {{ boundaries: string[], lint: string[] }} */
  const sorted = { boundaries: [], lint: [] };
  for (const { filePath, messages } of /** @type {LintResult[]} */ (results)) {
    for (const { ruleId, line, column, message } of messages) {
      const text = `${relative(root, filePath)}:${line ?? 0}:${column ?? 0} ${message.split('\n')[0] ?? ''} (${ruleId ?? 'cannot be read'})`;
      const isBoundary = ruleId === 'no-restricted-imports' || ruleId?.startsWith('boundaries/');
      sorted[isBoundary === true ? 'boundaries' : 'lint'].push(text);
    }
  }
  return sorted;
}

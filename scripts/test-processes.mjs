import { relative } from 'node:path';
import { ROOT } from './prepare.mjs';

/** A new process costs as much CPU time as the tests of several files do. */
const FILES_EACH = 12;

/**
 * Says which test files share a process: those next to each other, which load the same modules.
 *
 * @param {readonly string[]} files sorted
 * @param {(file: string) => boolean} isLong whether a file is worth a process of its own; begun last, it
 *   would keep one core busy while the others have nothing left to do
 * @returns {string[][]} groups to be begun in this order
 */
export function groupFiles(files, isLong) {
  const groups = files.filter(isLong).map((file) => [file]);
  const short = files.filter((file) => !isLong(file));
  for (let at = 0; at < short.length; at += FILES_EACH) {
    groups.push(short.slice(at, at + FILES_EACH));
  }
  return groups;
}

/**
 * @param {readonly string[]} files absolute paths
 * @returns {string} the text of a module that runs them; their suites are said to lie in it
 */
export function entryText(files) {
  const module = new URL('files-in-turn.mjs', import.meta.url).href;
  return `import { describe } from 'node:test';
import { runFilesInTurn } from ${JSON.stringify(module)};
await runFilesInTurn(${JSON.stringify(files)}, (file, body) => describe(file, body));
`;
}

/**
 * Names what went wrong beside the tests.
 *
 * @param {ReadonlyMap<string, readonly string[]>} filesOf the files of each process, by its entry
 * @param {import('./reporters/counts.mjs').CountedProcesses} counted
 * @returns {string[]} a line for each
 */
export function unfinished(filesOf, { endedFiles, emptyFiles, failedEntries }) {
  const ended = new Set(endedFiles);
  const path = (/** @type {string} */ file) => relative(ROOT, file);
  const problems = emptyFiles.map((file) => `${path(file)} holds no test`);
  for (const [entry, files] of filesOf) {
    const [culprit, ...others] = files.filter((file) => !ended.has(file));
    if (culprit !== undefined) {
      problems.push(`${path(culprit)} did not end`);
      problems.push(...others.map((file) => `${path(file)} did not come to its turn`));
    } else if (failedEntries.includes(entry)) {
      problems.push(`the process of ${files.map(path).join(', ')} ended badly`);
    }
  }
  return problems;
}

import { relative } from 'node:path';
import { inspect } from 'node:util';
import { isSuiteOfFile } from './suite-of-file.mjs';

/**
 * A reporter for node's test runner, for processes that run files in turn. It tells a person only what
 * went wrong: the failed tests with their errors, and what their files printed.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 * @returns {AsyncGenerator<string, void>}
 */
export default async function* failures(events) {
  /** @type {Map<string, string>} by file */
  const printed = new Map();
  /** @type {Set<string>} */
  const failedFiles = new Set();
  // Node passes on all that a process says and prints before what a later one does.
  let current = { entry: '', file: '' };
  const fileOf = (/** @type {string} */ entry) => (entry === current.entry ? current.file : entry);
  for await (const { type, data } of events) {
    if (type === 'test:dequeue' && isSuiteOfFile(data)) {
      current = { entry: data.file ?? '', file: data.name };
    } else if (type === 'test:stdout' || type === 'test:stderr') {
      const file = fileOf(data.file);
      printed.set(file, (printed.get(file) ?? '') + data.message);
    } else if (type === 'test:fail') {
      const { cause, failureType } = /** @type {{ cause?: unknown, failureType?: string }} */ (
        data.details.error
      );
      if (failureType === 'subtestsFailed') continue;
      const isOfProcess = data.name === data.file;
      const file = isOfProcess ? fileOf(data.name) : current.file;
      failedFiles.add(file);
      const place =
        isOfProcess || isSuiteOfFile(data)
          ? `${relative(process.cwd(), file)} › ended badly`
          : `${relative(process.cwd(), data.file ?? '')}:${data.line ?? 0} › ${data.name}`;
      yield `\n✖ ${place}\n${indent(inspect(cause ?? data.details.error))}\n`;
    }
  }
  for (const file of failedFiles) {
    const text = printed.get(file);
    if (text !== undefined) yield `\n${relative(process.cwd(), file)} printed:\n${indent(text)}\n`;
  }
}

/**
 * @param {string} text
 * @returns {string}
 */
function indent(text) {
  return text.trimEnd().replace(/^/gm, '    ');
}

import { relative } from 'node:path';
import { inspect } from 'node:util';

/**
 * A reporter for node's test runner that tells a person only what went wrong: the failed tests with
 * their errors, and what their files printed.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 * @returns {AsyncGenerator<string, void>}
 */
export default async function* failures(events) {
  /** @type {Map<string, string>} by file */
  const printed = new Map();
  /** @type {Set<string>} */
  const failedFiles = new Set();
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') {
      printed.set(data.file, (printed.get(data.file) ?? '') + data.message);
    } else if (type === 'test:fail') {
      const { cause, failureType } = /** @type {{ cause?: unknown, failureType?: string }} */ (
        data.details.error
      );
      if (failureType === 'subtestsFailed') continue;
      const file = relative(process.cwd(), data.file ?? '');
      failedFiles.add(data.file ?? '');
      const name = data.name === data.file ? 'ended badly' : data.name;
      yield `\n✖ ${file}:${data.line ?? 0} › ${name}\n${indent(inspect(cause ?? data.details.error))}\n`;
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

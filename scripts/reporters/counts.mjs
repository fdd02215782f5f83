import { isSuiteOfFile } from './suite-of-file.mjs';

/**
 * What ran. `tests` has a failed test more for each file that failed without one: while it was loaded, or
 * in a hook at its top level. Suites are not tests.
 *
 * @typedef {object} CountedProcesses
 * @property {{ passed: number, failed: number, skipped: number }} tests
 * @property {string[]} endedFiles whose tests are all over
 * @property {string[]} emptyFiles without a test
 * @property {string[]} failedEntries processes that ended badly, whether or not a test failed in them
 */

/**
 * A reporter for node's test runner, for processes that run files in turn: one line of JSON with
 * `CountedProcesses`, for whoever adds it up.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 * @returns {AsyncGenerator<string, void>}
 */
export default async function* counts(events) {
  const tests = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Pick<CountedProcesses, 'endedFiles' | 'emptyFiles' | 'failedEntries'>} */
  const files = { endedFiles: [], emptyFiles: [], failedEntries: [] };
  // Node reports a file's tests before the file, and no other file's between them.
  let ofThisFile = { all: 0, failed: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (isSuiteOfFile(data)) {
      files.endedFiles.push(data.name);
      if (type === 'test:fail' && ofThisFile.failed === 0) tests.failed += 1;
      else if (ofThisFile.all === 0) files.emptyFiles.push(data.name);
      ofThisFile = { all: 0, failed: 0 };
    } else if (data.name === data.file) {
      if (type === 'test:fail') files.failedEntries.push(data.name);
      ofThisFile = { all: 0, failed: 0 };
    } else if (data.details.type !== 'suite') {
      ofThisFile.all += 1;
      if (type === 'test:fail') {
        tests.failed += 1;
        ofThisFile.failed += 1;
      } else if (isSet(data.skip) || isSet(data.todo)) tests.skipped += 1;
      else tests.passed += 1;
    }
  }
  yield `${JSON.stringify({ tests, ...files })}\n`;
}

/**
 * @param {string | boolean | undefined} flag a reason counts as set
 * @returns {boolean}
 */
function isSet(flag) {
  return flag !== undefined && flag !== false;
}

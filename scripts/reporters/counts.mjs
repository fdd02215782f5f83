/**
 * A reporter for node's test runner: one line of JSON with what ran, for whoever adds it up.
 *
 * A file that ends badly outside of its tests, and a file without any test, is reported by node as a
 * test that has the file's name: the former counts as a failed test, the latter is named in
 * `emptyFiles`. Suites are not tests.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 * @returns {AsyncGenerator<string, void>}
 */
export default async function* counts(events) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  /** @type {string[]} */
  const emptyFiles = [];
  for await (const { type, data } of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details.type === 'suite') continue;
    if (type === 'test:fail') failed += 1;
    else if (data.name === data.file) emptyFiles.push(data.name);
    else if (isSet(data.skip) || isSet(data.todo)) skipped += 1;
    else passed += 1;
  }
  yield `${JSON.stringify({ passed, failed, skipped, emptyFiles })}\n`;
}

/**
 * @param {string | boolean | undefined} flag a reason counts as set
 * @returns {boolean}
 */
function isSet(flag) {
  return flag !== undefined && flag !== false;
}

/** @param {number} durationMs */
const seconds = (durationMs) => `${(durationMs / 1000).toFixed(1)} s`;
/**
 * @param {number} passed
 * @param {number} failed
 */
const sums = (passed, failed) => `${passed} passed, ${failed} failed`;

/**
 * @param {import('./checks.mjs').Checked} checked
 * @returns {string} one line, and below it what is wrong
 */
export function checkLine({ name, ok, durationMs, report }) {
  const line = `${ok ? '✔' : '✖'} ${name.padEnd(12)}${seconds(durationMs).padStart(8)}`;
  return report === '' ? line : `${line}\n${report.replace(/^/gm, '    ')}`;
}

/**
 * @param {readonly import('./checks.mjs').Checked[]} checks
 * @returns {string}
 */
export function checksSum(checks) {
  const passed = checks.filter(({ ok }) => ok).length;
  return `checks: ${sums(passed, checks.length - passed)}`;
}

/**
 * @param {import('./runners.mjs').Ran} ran
 * @returns {string} one line, and below it the runner's own problems
 */
export function runnerLine({ name, passed, failed, skipped, durationMs, problems }) {
  const skips = skipped === 0 ? '' : `, ${skipped} skipped`;
  const line = `${failed === 0 ? '✔' : '✖'} ${name.padEnd(12)}${seconds(durationMs).padStart(8)}  ${sums(passed, failed)}${skips}`;
  return [line, ...problems.map((problem) => `    ${problem}`)].join('\n');
}

/**
 * @param {readonly import('./runners.mjs').Ran[]} runners
 * @returns {string}
 */
export function testsSum(runners) {
  const total = (/** @type {'passed' | 'failed'} */ key) =>
    runners.reduce((sum, ran) => sum + ran[key], 0);
  return `tests: ${sums(total('passed'), total('failed'))}`;
}

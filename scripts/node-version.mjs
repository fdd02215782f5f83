import { SetupError } from './setup-error.mjs';

/** @typedef {[number, number, number]} Version major, minor, patch */

/**
 * @param {string} text a version such as `v20.20.2` or `22.1`; missing parts count as 0
 * @returns {Version}
 */
function parseVersion(text) {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text);
  if (match === null) throw new TypeError(`not a version: ${text}`);
  return [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
}

/**
 * @param {Version} a
 * @param {Version} b
 * @returns {number} negative, zero or positive, as for a sort
 */
function compareVersions(a, b) {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** @type {Record<string, (order: number) => boolean>} */
const OPERATORS = {
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '=': (order) => order === 0,
  '': (order) => order === 0,
};

/**
 * Whether a version lies in a range of the form that package.json's `engines` uses here:
 * comparators (`>=20.20.2 <21`) joined by `||`. Carets, tildes and x-ranges are not understood.
 *
 * @param {string} version such as `v20.20.2`
 * @param {string} range
 * @returns {boolean}
 * @throws {TypeError} for a range it does not understand
 */
export function satisfies(version, range) {
  const found = parseVersion(version);
  return range.split('||').some((alternative) =>
    alternative
      .trim()
      .split(/\s+/)
      .every((comparator) => {
        const match = /^(>=|<=|>|<|=|)(v?\d[\d.]*)$/.exec(comparator);
        const accepts = match === null ? undefined : OPERATORS[match[1] ?? ''];
        if (match === null || accepts === undefined) {
          throw new TypeError(`range not understood: ${comparator}`);
        }
        return accepts(compareVersions(found, parseVersion(match[2] ?? '')));
      }),
  );
}

/**
 * Stops a run on a Node that the dependencies do not support: they fail later, and less clearly.
 *
 * @param {string} version the running Node's
 * @param {string} range package.json's `engines.node`
 * @throws {SetupError} naming what was found, what is wanted and what to do
 */
export function checkNodeVersion(version, range) {
  if (satisfies(version, range)) return;
  const lines = range.split('||').map((part) => /\d[\d.]*/.exec(part)?.[0] ?? part.trim());
  throw new SetupError(
    `Node ${version} cannot run this project: it needs ${lines.join(', or ')} or later of the same major version (${range}).`,
    `install Node ${lines.at(-2) ?? lines[0]} (https://nodejs.org, or a version manager: nvm install ${lines.at(-2) ?? lines[0]}) and start again`,
  );
}

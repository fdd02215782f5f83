/**
 * What is wrong with a package-lock.json. npm leaves entries without a version, or leaves the
 * packages of other platforms out, when it updates a lock file beside an installed tree or cannot
 * reach a package; `npm ci` then refuses the file on every fresh clone.
 *
 * @param {{ packages?: import('../dependencies.mjs').LockedPackages }} lock
 * @returns {string[]} one line for each problem
 */
export function lockFileProblems(lock) {
  const packages = lock.packages ?? {};
  const problems = [];
  for (const [folder, entry] of Object.entries(packages)) {
    if (!folder.includes('node_modules/') || entry.link === true) continue;
    if (entry.version === undefined) problems.push(`${folder} has no version`);
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isLocked(packages, folder, name)) problems.push(`${folder} needs ${name}, not locked`);
    }
  }
  return problems;
}

/**
 * Looks a package up as Node would: in the nearest node_modules above.
 *
 * @param {import('../dependencies.mjs').LockedPackages} packages
 * @param {string} folder of the package that needs it
 * @param {string} name
 * @returns {boolean}
 */
function isLocked(packages, folder, name) {
  for (let above = folder; ; above = above.slice(0, above.lastIndexOf('/node_modules/'))) {
    if (`${above}/node_modules/${name}` in packages) return true;
    if (!above.includes('/node_modules/')) return `node_modules/${name}` in packages;
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const NOT_OURS = new Set(['node_modules', '.git', 'reports']);
/**
 * @param {string} folder
 * @returns {string[]} every Markdown file of the repository
 */
function markdownFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : markdownFiles(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/**
 * What a document names that is not there: npm scripts, files given to a command, linked files.
 *
 * @param {string} text Markdown
 * @param {{ scripts: readonly string[], exists: (path: string) => boolean }} known `exists` takes
 *   paths of links from the document's folder with `./` or `../` before them, all others from the
 *   project's
 * @returns {string[]} one line for each problem
 */
export function documentProblems(text, { scripts, exists }) {
  const problems = [];
  for (const [command, run, short] of text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)) {
    if (!scripts.includes(run ?? short ?? '')) {
      problems.push(`${command}: package.json has no such script`);
    }
  }
  for (const [, file = ''] of text.matchAll(
    /(?:--spec |wdio run |\bnode )([\w./-]+\.(?:m?js|ts))\b/g,
  )) {
    if (!exists(file)) problems.push(`${file}: no such file`);
  }
  for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    const path = target.replace(/#.*$/, '');
    if (path === '' || /^[a-z]+:/.test(path)) continue;
    if (!exists(path.startsWith('.') ? path : `./${path}`)) problems.push(`${path}: no such file`);
  }
  return problems;
}

/**
 * @param {string} root the project's folder
 * @returns {string[]} one line for each problem in any Markdown file, with the file's name
 */
export function checkDocuments(root) {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const scripts = Object.keys(/** @type {{ scripts: object }} */ (manifest).scripts);
  return markdownFiles(root).flatMap((file) =>
    documentProblems(readFileSync(file, 'utf8'), {
      scripts,
      exists: (path) => existsSync(join(path.startsWith('.') ? dirname(file) : root, path)),
    }).map((problem) => `${relative(root, file)}: ${problem}`),
  );
}

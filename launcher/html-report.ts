import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HarnessError } from '../config/errors.ts';
import { PROJECT_ROOT } from '../config/paths.ts';
import { installed } from './installed.ts';
import { readResults } from './report/allure-files.ts';
import type { MutingRule } from './report/marks.ts';

/** A report of a whole regression, with all its pictures, takes half a minute on a busy machine. */
const GENERATE_TIMEOUT_MS = 300_000;

/** By which labels the tests of a report are grouped: `language` and so on are ours, the others Allure's. */
const BY_SUITE = ['parentSuite', 'suite', 'subSuite'];
const BY_PHONE = ['model', 'language', ...BY_SUITE];

/** The HTML report could not be made; the results it is made of are there. */
export class ReportError extends HarnessError {
  override readonly category = 'set-up';

  constructor(seen: string) {
    super('The HTML report could not be made.', {
      expected: '`allure generate` to end with exit code 0',
      seen,
      remedy: 'run `npm run report` to make it again of reports/allure-results/',
    });
  }
}

/** How a report differs from what `allurerc.mjs` says. */
export interface ReportOptions {
  /** Mute failures in it. */
  readonly rules?: readonly MutingRule[];
  /** All in one file, or a folder that wants a server. */
  readonly singleFile?: boolean;
}

/**
 * Makes `reports/html/index.html` of `reports/allure-results` with the Allure 3 of `node_modules`, and
 * adds the run to the history.
 * @returns its path.
 * @throws {ReportError} with what Allure printed.
 */
export async function generateHtmlReport(
  reportsDir: string,
  options: ReportOptions = {},
): Promise<string> {
  const output = join(reportsDir, 'html');
  const config = mkdtempSync(join(tmpdir(), 'mi-allure-'));
  try {
    const path = join(config, 'allurerc.mjs');
    const phones = phonesOf(join(reportsDir, 'allure-results'));
    writeFileSync(path, configWith(options, phones > 1 ? BY_PHONE : BY_SUITE));
    await allure(reportsDir, ['--config', path, '--output', output]);
  } finally {
    rmSync(config, { recursive: true });
  }
  const page = join(output, 'index.html');
  writeFileSync(page, withoutAnalytics(readFileSync(page, 'utf8')));
  return page;
}

/** How many there are by model and language, which is what a reader tells them apart by. */
function phonesOf(results: string): number {
  const names = readResults(results).map(({ result: { labels = [] } }) =>
    ['model', 'language'].map((wanted) => labels.find(({ name }) => name === wanted)?.value).join(),
  );
  return new Set(names).size;
}

/** A module of its own, so that this process need not load Allure. */
function configWith({ rules = [], singleFile }: ReportOptions, groupBy: readonly string[]): string {
  const base = pathToFileURL(join(PROJECT_ROOT, 'allurerc.mjs')).href;
  const options = { groupBy, ...(singleFile === undefined ? {} : { singleFile }) };
  const resolutions = rules.length === 0 ? undefined : { rules };
  return [
    `import base from ${JSON.stringify(base)};`,
    'const { awesome } = base.plugins;',
    `const options = { ...awesome.options, ...${JSON.stringify(options)} };`,
    `const more = ${JSON.stringify({ resolutions })};`,
    'export default { ...base, ...more, plugins: { awesome: { ...awesome, options } } };',
  ].join('\n');
}

function allure(reportsDir: string, options: readonly string[]): Promise<void> {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  return new Promise<void>((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [installed('allure', 'cli.js'), 'generate', ...options, join(reportsDir, 'allure-results')],
      { cwd: reportsDir, env, timeout: GENERATE_TIMEOUT_MS },
      (error, stdout, stderr) => {
        process.off('exit', killWithUs);
        if (error === null) resolve();
        else reject(new ReportError(stderr || stdout || error.message));
      },
    );
    // Somebody who insists on the end of the run does not want to leave this behind.
    const killWithUs = (): void => void child.kill('SIGKILL');
    process.once('exit', killWithUs);
  });
}

/**
 * Allure puts Google's analytics into every report and has no option against it; a report of this
 * run tells nobody that it was opened.
 */
function withoutAnalytics(html: string): string {
  return html
    .replace(/<script async src="https:\/\/www\.googletagmanager\.com\/[^"]*"><\/script>/, '')
    .replace(/<script>\s*window\.dataLayer\b[\s\S]*?<\/script>/, '');
}

import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../config/paths.ts';
import { installed } from './installed.ts';

/** Takes a second or two. */
const GENERATE_TIMEOUT_MS = 60_000;

/** The HTML report could not be made; the results it is made of are there. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}

/**
 * Makes `reports/html/index.html` of `reports/allure-results` with the Allure 3 of `node_modules`.
 * @returns its path.
 * @throws {ReportError} with what Allure printed.
 */
export async function generateHtmlReport(reportsDir: string): Promise<string> {
  const output = join(reportsDir, 'html');
  const options = ['--config', join(PROJECT_ROOT, 'allurerc.mjs'), '--output', output];
  const { NODE_OPTIONS: _options, ...env } = process.env;
  await new Promise<void>((resolve, reject) => {
    const allure = execFile(
      process.execPath,
      [installed('allure', 'cli.js'), 'generate', ...options, join(reportsDir, 'allure-results')],
      { cwd: reportsDir, env, timeout: GENERATE_TIMEOUT_MS },
      (error, stdout, stderr) => {
        process.off('exit', killWithUs);
        if (error === null) resolve();
        else
          reject(new ReportError(`allure generate failed: ${stderr || stdout || error.message}`));
      },
    );
    // Somebody who insists on the end of the run does not want to leave this behind.
    const killWithUs = (): void => void allure.kill('SIGKILL');
    process.once('exit', killWithUs);
  });
  const page = join(output, 'index.html');
  writeFileSync(page, withoutAnalytics(readFileSync(page, 'utf8')));
  return page;
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

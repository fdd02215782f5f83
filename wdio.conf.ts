import { runnerName } from './launcher/fleet/runner-name.ts';
import { runHooks } from './launcher/hooks.ts';
import { RunFolder } from './launcher/run-folder.ts';
import SpecAllureReporter from './launcher/worker/allure-reporter.ts';
import QuietJunitReporter from './launcher/worker/junit-reporter.ts';
import RunReporter from './launcher/worker/reporter.ts';

// Loaded by every process of a run: it says what a run is like and does nothing. The phone, Appium
// and the capabilities come in `onPrepare`, from the settings (see .env.example).
const folder = RunFolder.of(process.env);

export const config: WebdriverIO.Config = {
  runner: runnerName(process.env),
  // Each file has a worker and a session of its own, or so many together as MI_SPECS_PER_WORKER says.
  specs: ['./specs/**/*.spec.ts'],
  // One for each phone: `onPrepare` fills them in, and with them WebdriverIO runs every spec on each
  // phone, several phones at the same time.
  capabilities: [],

  framework: 'mocha',
  // The timeout follows from the step budgets; `beforeSession` sets it.
  mochaOpts: { ui: 'bdd' },

  // Logs hold what was typed and read: to files of the private folder, published masked.
  logLevel: 'info',
  outputDir: folder.wdioLogs(process.env),
  autoXvfb: false,

  reporters: [
    [
      SpecAllureReporter,
      {
        outputDir: folder.allureResults,
        disableMochaHooks: true,
        // Both would put what was typed, and pictures in clear, into the report.
        disableWebdriverStepsReporting: true,
        disableWebdriverScreenshotsReporting: true,
        addConsoleLogs: false,
      },
    ],
    [
      QuietJunitReporter,
      { outputDir: folder.junit, outputFileFormat: ({ cid }) => `wdio-${cid}.xml` },
    ],
    // It prints nothing; without this WebdriverIO makes an empty log for it.
    [RunReporter, { stdout: true }],
  ],

  ...runHooks(folder),
};

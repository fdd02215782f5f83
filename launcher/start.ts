// What `npm start` runs: WebdriverIO in a child process, and the view of its run on this terminal.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvFile } from '../config/env-file.ts';
import { Masker } from '../config/masker.ts';
import { PROJECT_ROOT } from '../config/paths.ts';
import { addSecrets } from '../config/secrets.ts';
import { SettingsError } from '../config/settings-error.ts';
import { loadSettings } from '../config/settings.ts';
import { UsageError } from './command-line.ts';
import { errorInfo, InterruptedError, RunCrashedError } from './errors.ts';
import { finishRun } from './finish.ts';
import { installed } from './installed.ts';
import { openPage } from './open-page.ts';
import { HELP, parseOptions, type StartOptions } from './options.ts';
import { OUTPUT_VARIABLE, TerminalOutput, type OutputMessage } from './output.ts';
import type { AnswerFromParent } from './parent-link.ts';
import { ended, signalGroup } from './process-group.ts';
import { openQuestion } from './progress/question-message.ts';
import { RUN_FOLDER_VARIABLE, RunFolder, sweepAbandonedFolders } from './run-folder.ts';
import { RunRecord } from './run-record.ts';
import { takeOverSignals } from './signals.ts';
import type { Summary } from './summary.ts';

const SPEC = 'specs/sign-up.spec.ts';
/** A child that was told twice to stop kills what it started; after this it is killed itself. */
const INSIST_GRACE_MS = 2000;

interface Finished {
  summary: Summary;
  reportPage: string | undefined;
}

/** Runs the sign-up and shows it. @returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  sweepAbandonedFolders();
  const folder = RunFolder.of(process.env);
  folder.create();
  const output = new TerminalOutput(process, true, folder);
  try {
    const { summary, reportPage } = await runAndShow(folder, output, options);
    output.finished(summary, reportPage);
    if (options.open && reportPage !== undefined) {
      const problem = await openPage(reportPage);
      if (problem !== undefined) output.view.line(`The report was not opened: ${problem}.`);
    }
    return summary.outcome === 'passed' && accountsCreated(summary) ? 0 : 1;
  } finally {
    folder.remove();
  }
}

/** On every phone that had a part in it: where phones share the specs, one may have had nothing to do. */
function accountsCreated({ phones }: Summary): boolean {
  const used = phones.filter(({ steps, out }) => steps.length > 0 && out === null);
  return used.length > 0 && used.every(({ account }) => account === 'created');
}

/** A person who signs up wants to have the account. */
function settingsOf({ watch, phones }: StartOptions): NodeJS.ProcessEnv {
  return {
    ...(watch ? { MI_WATCH: 'yes' } : {}),
    ...(phones === undefined ? {} : { MI_PHONE_COUNT: phones }),
    ...(isSet('MI_AFTER_SIGN_UP') ? {} : { MI_AFTER_SIGN_UP: 'stay' }),
  };
}

async function runAndShow(
  folder: RunFolder,
  output: TerminalOutput,
  options: StartOptions,
): Promise<Finished> {
  const startedAtMs = Date.now();
  const record = new RunRecord();
  const masker = maskerOfSettings();
  let finished: Finished | undefined;
  let interrupted: InterruptedError | undefined;
  output.view.status('starting the phone and Appium …');
  const child = launch(folder, settingsOf(options), options.shard);
  child.on('message', (message: OutputMessage) => {
    switch (message.kind) {
      case 'finished':
        finished = message;
        break;
      case 'progress':
        if (message.event.type === 'secret') {
          masker.addSecret(message.event.value, message.event.kind);
        }
        record.take(message.event);
        output.progress(message.event);
        break;
      case 'question':
        output.prompt.opened(openQuestion(message, Date.now()));
        break;
      case 'question-closed':
        output.prompt.closed(message.id, message.how);
        break;
      case 'operator-page':
        output.operatorPage(message.address);
        if (options.watch) void openOperatorPage(message.address, output);
        break;
    }
  });
  output.onAnswer = (id, answer) => {
    const message: AnswerFromParent = { kind: 'answer', id, answer };
    if (child.connected) child.send(message);
  };
  takeOverSignals({
    onStop: (signal) => {
      interrupted = new InterruptedError(signal);
      output.view.line(`${signal}: stopping; once more ends everything at once.`);
      child.kill(signal);
    },
    onInsist: (signal) => {
      child.kill(signal);
      setTimeout(() => signalGroup(child, 'SIGKILL'), INSIST_GRACE_MS).unref();
    },
  });
  const how = await ended(child);
  output.prompt.close();
  if (finished !== undefined) return finished;
  // It could not write a report itself: this is what it told until then.
  record.stoppedBy(errorInfo(interrupted ?? new RunCrashedError(`its process ${how}`)));
  return finishRun({
    runId: `unfinished-${startedAtMs}`,
    startedAtMs,
    exitCode: 1,
    record,
    masker,
    folder,
    reportsDir: join(PROJECT_ROOT, 'reports'),
    environment: {},
  });
}

function isSet(name: string): boolean {
  const { values } = readEnvFile(join(PROJECT_ROOT, '.env'));
  return ((process.env[name] ?? values[name])?.trim() ?? '') !== '';
}

async function openOperatorPage(address: string, { view }: TerminalOutput): Promise<void> {
  const problem = await openPage(address);
  if (problem !== undefined) view.line(`  The operator page was not opened: ${problem}.`);
}

function maskerOfSettings(): Masker {
  const masker = new Masker();
  try {
    addSecrets(masker, loadSettings());
  } catch (error) {
    // The child says what is wrong with them, and no number is typed anywhere.
    if (!(error instanceof SettingsError)) throw error;
  }
  return masker;
}

/** A process group of its own keeps the terminal's Ctrl-C for this process, which passes it on. */
function launch(
  folder: RunFolder,
  settings: NodeJS.ProcessEnv,
  shard: string | undefined,
): ChildProcess {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const log = openSync(join(folder.logs, 'wdio-output.log'), 'a', 0o600);
  try {
    return spawn(
      process.execPath,
      [
        installed('@wdio/cli', join('bin', 'wdio.js')),
        ...['run', 'wdio.conf.ts', '--spec', SPEC],
        ...(shard === undefined ? [] : ['--shard', shard]),
      ],
      {
        cwd: PROJECT_ROOT,
        env: {
          ...env,
          ...settings,
          [RUN_FOLDER_VARIABLE]: folder.path,
          [OUTPUT_VARIABLE]: 'parent',
        },
        stdio: ['ignore', log, log, 'ipc'],
        detached: true,
      },
    );
  } finally {
    closeSync(log);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

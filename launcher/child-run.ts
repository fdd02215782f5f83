import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvFile } from '../config/env-file.ts';
import { Masker } from '../config/masker.ts';
import { PROJECT_ROOT } from '../config/paths.ts';
import { addSecrets } from '../config/secrets.ts';
import { SettingsError } from '../config/settings-error.ts';
import { loadSettings } from '../config/settings.ts';
import { errorInfo, InterruptedError, RunCrashedError } from './errors.ts';
import { finishRun } from './finish.ts';
import { installed } from './installed.ts';
import { openPage } from './open-page.ts';
import { OUTPUT_VARIABLE, type OutputMessage, type TerminalOutput } from './output.ts';
import type { AnswerFromParent } from './parent-link.ts';
import { ended, signalGroup } from './process-group.ts';
import { openQuestion } from './progress/question-message.ts';
import { RUN_FOLDER_VARIABLE, RunFolder, sweepAbandonedFolders } from './run-folder.ts';
import { RunRecord } from './run-record.ts';
import { takeOverSignals } from './signals.ts';
import type { Summary } from './summary.ts';

/** A child that was told twice to stop kills what it started; after this it is killed itself. */
const INSIST_GRACE_MS = 2000;

/** What a run is to do. */
export interface ChildRunOptions {
  /** Spec files, relative to the project. */
  specs: readonly string[];
  /** Which part of them, such as `1/4`; absent: all. */
  shard?: string | undefined;
  /** Variables that go before those of this process. */
  settings: NodeJS.ProcessEnv;
  /** Whether the operator page is opened. */
  watch?: boolean;
}

/** What a run came to. */
export interface FinishedChild {
  summary: Summary;
  /** Path of the HTML report, absent when it could not be made. */
  reportPage: string | undefined;
}

/**
 * Runs WebdriverIO in a child process, and shows its run on this terminal until it ends; the signals
 * of this process are passed on to it.
 * @param makeOutput of the run's private folder, which is gone when this returns.
 */
export async function runInChild(
  options: ChildRunOptions,
  makeOutput: (folder: RunFolder) => TerminalOutput,
): Promise<FinishedChild> {
  sweepAbandonedFolders();
  const folder = RunFolder.of(process.env);
  folder.create();
  const output = makeOutput(folder);
  try {
    const finished = await runAndShow(folder, output, options);
    output.finished(finished.summary, finished.reportPage);
    return finished;
  } finally {
    folder.remove();
  }
}

/** Whether a person has set this variable, here or in `.env`. */
export function isSet(name: string): boolean {
  const { values } = readEnvFile(join(PROJECT_ROOT, '.env'));
  return ((process.env[name] ?? values[name])?.trim() ?? '') !== '';
}

async function runAndShow(
  folder: RunFolder,
  output: TerminalOutput,
  options: ChildRunOptions,
): Promise<FinishedChild> {
  const startedAtMs = Date.now();
  const record = new RunRecord();
  const masker = maskerOfSettings();
  let finished: FinishedChild | undefined;
  let interrupted: InterruptedError | undefined;
  output.view.status('starting the phone and Appium …');
  const child = launch(folder, options);
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
        output.progress(message.event, message.phone);
        break;
      case 'test':
        record.tests.testEnded(message.test);
        output.test?.(message.test, message.phone);
        break;
      case 'question':
        output.prompt.opened(openQuestion(message, Date.now()));
        break;
      case 'question-closed':
        output.prompt.closed(message.id, message.how);
        break;
      case 'operator-page':
        output.operatorPage(message.address);
        if (options.watch === true) void openOperatorPage(message.address, output);
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
  // What it sent before its end may come after it.
  const [how] = await Promise.all([ended(child), disconnected(child)]);
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

function disconnected(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.connected) child.once('disconnect', () => resolve());
    else resolve();
  });
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
function launch(folder: RunFolder, { specs, shard, settings }: ChildRunOptions): ChildProcess {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const log = openSync(join(folder.logs, 'wdio-output.log'), 'a', 0o600);
  try {
    return spawn(
      process.execPath,
      [
        installed('@wdio/cli', join('bin', 'wdio.js')),
        ...['run', 'wdio.conf.ts', ...specs.flatMap((file) => ['--spec', file])],
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

import WDIOReporter, {
  type HookStats,
  type RunnerStats,
  type SuiteStats,
  type TestStats,
} from '@wdio/reporter';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { categoryOf } from '../../config/errors.ts';
import { PROJECT_ROOT } from '../../config/paths.ts';
import type { ProgressClient } from '../progress/client.ts';
import type { EndedTest, ErrorInfo } from '../progress/messages.ts';
import { errorInfo } from '../errors.ts';
import { NoTestRunError, SessionError } from '../session-error.ts';
import { workerState } from './state.ts';

/** Counts tests for the summary: reporters are told of skipped ones and of failed hooks too. */
export default class RunReporter extends WDIOReporter {
  #told = false;
  #spec: string | undefined;

  get #client(): ProgressClient | undefined {
    return workerState().link?.client;
  }

  override get isSynchronised(): boolean {
    return this.#client?.isFlushed ?? true;
  }

  override onSuiteStart({ file }: SuiteStats): void {
    this.#spec = file === '' ? this.#spec : specName(file);
  }

  override onTestStart({ fullTitle: title }: TestStats): void {
    const serial = workerState().link?.phone.serial;
    if (serial === undefined) return;
    this.#client?.emit({ type: 'test-started', serial, title, spec: this.#spec });
  }

  override onTestPass(test: TestStats): void {
    this.#test('passed', test.fullTitle, test.duration);
  }

  override onTestFail(test: TestStats): void {
    this.#test('failed', test.fullTitle, test.duration, test.error);
  }

  override onTestSkip(test: TestStats): void {
    this.#test('skipped', test.fullTitle, 0);
  }

  override onHookEnd(hook: HookStats): void {
    if (hook.error !== undefined) this.#test('failed', hook.title, hook.duration, hook.error);
  }

  override onRunnerEnd(runner: RunnerStats): void {
    if ((runner.failures ?? 0) > 0 && !this.#told) {
      const { error: seen } = runner;
      const error = seen === undefined ? new NoTestRunError() : new SessionError(seen);
      this.#client?.send({ kind: 'worker-failed', error: errorInfo(error) });
    }
  }

  #test(outcome: EndedTest['outcome'], title: string, durationMs: number, error?: Error): void {
    this.#told = true;
    const info = error === undefined ? {} : { error: errorInfoOf(error, title) };
    this.#client?.send({ kind: 'test', outcome, title, spec: this.#spec, durationMs, ...info });
  }
}

/** @param file as Mocha names it. @returns its path in the project, with slashes. */
function specName(file: string): string {
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  return relative(PROJECT_ROOT, path).replaceAll('\\', '/');
}

/** An assertion that failed does not say whose it is. */
function errorInfoOf(error: Error, title: string): ErrorInfo {
  // Reporters get a copy of the error, which is of no class any more.
  const category = workerState().failure ?? categoryOf(error);
  return { type: error.name, message: `${error.message}\n  test: ${title}`, category };
}

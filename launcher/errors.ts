import { categoryOf, HarnessError } from '../config/errors.ts';
import type { Masker } from '../config/masker.ts';
import type { ErrorInfo } from './progress/messages.ts';

/** The label of a test result by which `allurerc.mjs` sorts failures into categories. */
export const CATEGORY_LABEL = 'failure';

/** A TCP port that this run needs belongs to another process. */
export class PortTakenError extends HarnessError {
  override readonly category = 'set-up';

  constructor(port: number, setting: string) {
    super(`Port ${port} on 127.0.0.1 is taken by another process.`, {
      expected: `port ${port} to be free, since ${setting} asks for it`,
      remedy: `see who has it with \`ss -ltnp 'sport = :${port}'\` (macOS: \`lsof -i :${port}\`) and stop it, or give ${setting} another port, or leave ${setting} out so that a free one is taken`,
      trouble: 'ports',
    });
  }
}

/** Appium did not come up. */
export class AppiumStartError extends HarnessError {
  override readonly category = 'set-up';

  constructor(seen: string, remedy: string) {
    super('Appium did not start.', {
      expected: 'an answer to GET /status',
      seen,
      remedy,
      trouble: 'appium',
    });
  }
}

/** Appium ended while the run still needed it. */
export class AppiumLostError extends HarnessError {
  override readonly category = 'set-up';

  constructor(how: string) {
    super('Appium ended in the middle of the run.', {
      expected: 'Appium to run until the end',
      seen: `its process ${how}`,
      remedy: 'read the end of reports/logs/appium.log, then start the run again',
      trouble: 'appium',
    });
  }
}

/** A person or the system asked the run to stop. */
export class InterruptedError extends HarnessError {
  override readonly category = 'set-up';

  constructor(signal: string) {
    super(`The run was interrupted (${signal}).`, {
      remedy: 'start it again; what happened until then is in the report',
    });
  }
}

/** WebdriverIO itself ended without writing a report. */
export class RunCrashedError extends HarnessError {
  constructor(seen: string) {
    super('WebdriverIO ended before the run was finished.', {
      seen,
      remedy:
        'read reports/logs/wdio-output.log; what it left on phones is cleared away when the next run starts',
    });
  }
}

/** What goes into `summary.json` for any error, ours or not. */
export function errorInfo(error: unknown): ErrorInfo {
  const category = categoryOf(error);
  if (error instanceof HarnessError) return { type: error.type, message: error.message, category };
  if (error instanceof Error) return { type: error.name, message: error.message, category };
  return { type: 'Error', message: String(error), category };
}

/** Type and message as one text. */
export function errorLines({ type, message }: Pick<ErrorInfo, 'type' | 'message'>): string {
  return `${type}: ${message}`;
}

/** What happened, and what was seen, in one line. */
export function oneLine({ type, message }: ErrorInfo): string {
  const [summary = ''] = message.split('\n');
  const seen = /^ {2}seen: (.*)$/m.exec(message)?.[1];
  return seen === undefined ? `${type}: ${summary}` : `${type}: ${summary} Seen: ${seen}`;
}

/**
 * Takes secrets out of an error that is going to be shown. WebDriver's errors quote the command with
 * all that was typed, and an error of ours may quote the screen.
 */
export function maskError(error: unknown, masker: Masker): void {
  if (!(error instanceof Error)) return;
  error.message = masker.mask(error.message);
  if (error.stack !== undefined) error.stack = masker.mask(error.stack);
}

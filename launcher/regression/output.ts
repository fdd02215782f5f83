import pc from 'picocolors';
import { pathToFileURL } from 'node:url';
import type { ProgressEvent } from '../../config/progress.ts';
import { oneLine } from '../errors.ts';
import { TerminalOutput, type Terminal } from '../output.ts';
import type { RunPhone } from '../phone-results.ts';
import type { EndedTest } from '../progress/messages.ts';
import type { RunFolder } from '../run-folder.ts';
import type { Summary } from '../summary.ts';
import { formatMs } from '../terminal/format.ts';
import { terminalOptions } from '../terminal/terminal.ts';
import { phoneName, resultsTable } from './table.ts';

/** What a person sees of a run with many phones beside its tests. */
const SHOWN = new Set<ProgressEvent['type']>(['phone-left-out', 'phone-out', 'specs-not-run']);

/** Shows a line for each test on each phone, and a table at the end; the steps are in the report. */
export class RegressionOutput extends TerminalOutput {
  readonly #terminal: Terminal;
  readonly #colors: ReturnType<typeof pc.createColors>;
  readonly #color: boolean;
  #ended = 0;
  #failed = 0;

  constructor(terminal: Terminal, folder: RunFolder) {
    super(terminal, true, folder);
    this.#terminal = terminal;
    this.#color = terminalOptions(terminal.stdout, process.env).color;
    this.#colors = pc.createColors(this.#color);
  }

  override progress(event: ProgressEvent): void {
    if (SHOWN.has(event.type)) super.progress(event);
  }

  override test(test: EndedTest, phone: RunPhone): void {
    const { dim, green, red, yellow } = this.#colors;
    const { outcome, spec, title, durationMs, error } = test;
    this.#ended += 1;
    if (outcome === 'failed') this.#failed += 1;
    const mark = { passed: green('✓'), failed: red('✗'), skipped: yellow('–') }[outcome];
    const where = phoneName(phone);
    this.view.line(`${mark} ${where}: ${spec ?? title}  ${dim(formatMs(durationMs))}`);
    if (error !== undefined) this.view.line(red(`    ${oneLine(error)}`));
    this.view.status(`${String(this.#ended)} tests ended, ${String(this.#failed)} failed …`);
  }

  override finished(summary: Summary, reportPage: string | undefined): void {
    this.prompt.close();
    this.view.clear();
    const { bold, green, red } = this.#colors;
    const isPassed = summary.outcome === 'passed';
    const verdict = isPassed ? green(bold('PASSED')) : red(bold('FAILED'));
    // What failed in a test stands below the table; this is of the run itself.
    const error = summary.failures.length === 0 ? summary.error : null;
    const lines = [
      '',
      ...resultsTable(summary, this.#color),
      '',
      ...(error === null ? [] : [red(bold(error.type)), error.message, '']),
      `${verdict} in ${formatMs(summary.durationMs)}`,
      `report:  ${reportPage === undefined ? 'could not be made' : pathToFileURL(reportPage).href}`,
      'summary: reports/summary.json, logs: reports/logs/',
      '',
    ];
    this.#terminal.stdout.write(lines.join('\n'));
  }
}

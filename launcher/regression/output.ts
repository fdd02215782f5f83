import pc from 'picocolors';
import type { ProgressEvent } from '../../config/progress.ts';
import { oneLine } from '../errors.ts';
import { TerminalOutput, type Terminal } from '../output.ts';
import { phoneName, type RunPhone } from '../phone-results.ts';
import type { EndedTest } from '../progress/messages.ts';
import type { RunFolder } from '../run-folder.ts';
import type { Summary } from '../summary.ts';
import { formatMs } from '../terminal/format.ts';
import type { TerminalOptions } from '../terminal/options.ts';
import type { Colors } from '../terminal/phone-lines.ts';
import { endLines, type SummaryScreenOptions } from '../terminal/summary-screen.ts';
import { resultsTable } from './table.ts';

/** What stays to be seen of a run with many phones beside its tests. */
const STAYS = new Set<ProgressEvent['type']>(['phone-left-out', 'phone-out', 'specs-not-run']);

/**
 * Shows a line for each test on each phone, and a table at the end; what the phones at work do is to be
 * seen in place, and in the report.
 */
export class RegressionOutput extends TerminalOutput {
  readonly #colors: Colors;
  readonly #phones = new Set<string>();
  #ended = 0;
  #failed = 0;

  constructor(terminal: Terminal, folder: RunFolder, options?: TerminalOptions) {
    super(terminal, folder, options);
    this.#colors = pc.createColors(this.color);
  }

  override progress(event: ProgressEvent, phone?: RunPhone): void {
    if (event.type === 'phone-ready' && phone === undefined) this.#phones.add(event.serial);
    if (STAYS.has(event.type)) super.progress(event, phone);
    else this.view.follow(event, phone);
    if (event.type === 'worker-began' || event.type === 'worker-ended') this.#count();
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
    this.#count();
  }

  protected override summary(summary: Summary, options: SummaryScreenOptions): string {
    return ['', ...resultsTable(summary, this.color), ...endLines(summary, options)].join('\n');
  }

  #count(): void {
    const tests = `${String(this.#ended)} tests ended, ${String(this.#failed)} failed`;
    const phones = `${String(this.view.phonesAtWork)} of ${String(this.#phones.size)} phones at work`;
    this.view.status(`${tests}; ${phones}`);
  }
}

import pc from 'picocolors';
import { exceptionOf } from '../../config/progress-note.ts';
import type { ProgressEvent } from '../../config/progress.ts';
import type { RunPhone } from '../phone-results.ts';
import { cut, formatMs } from './format.ts';
import { Heartbeat } from './heartbeat.ts';
import { LiveArea, type Prompt, type Screen } from './live-area.ts';
import type { TerminalOptions } from './options.ts';
import { phoneLines, type Colors } from './phone-lines.ts';
import { PhonesAtWork } from './phones-at-work.ts';

export interface TerminalViewOptions extends TerminalOptions {
  /** The time in milliseconds. */
  readonly now: () => number;
}

/** Phones tell ten times a second what they wait for, and a run may have dozens. */
const REDRAW_EVERY_MS = 100;
/** The live lines have clocks in them. */
const TICK_MS = 1000;
/** Lines that are left to what stays, and to the status. */
const ROWS_FOR_OTHERS = 4;

const PUBLISHING = 'the tests are over: masking what they left, and making the report …';

/**
 * Shows a run on a terminal as it goes: the steps that have ended and, in place, a line for each phone at
 * work. Where nothing can be redrawn it says now and then what is being waited for.
 */
export class TerminalView {
  readonly #area: LiveArea;
  readonly #options: TerminalViewOptions;
  readonly #colors: Colors;
  readonly #serials = new Set<string>();
  readonly #phones: PhonesAtWork;
  readonly #heartbeat = new Heartbeat();
  #ticks: NodeJS.Timeout | undefined;
  #status = '';
  #drawnAtMs = -Infinity;

  constructor(screen: Screen, options: TerminalViewOptions) {
    this.#area = new LiveArea(screen);
    this.#options = options;
    this.#colors = pc.createColors(options.color);
    this.#phones = new PhonesAtWork(options.now);
  }

  /** From now on clocks go on by themselves. */
  begin(): void {
    this.#ticks = setInterval(() => this.tick(), TICK_MS).unref();
  }

  /** Takes away what does not stay; nothing is redrawn any more. */
  end(): void {
    clearInterval(this.#ticks);
    this.#area.clear();
  }

  /** Whether a person types below the live lines. */
  get hasPrompt(): boolean {
    return this.#area.hasPrompt;
  }

  /** How many phones are at work. */
  get phonesAtWork(): number {
    return this.#phones.count;
  }

  /**
   * Shows one event; secrets are never shown.
   * @param phone of the run, whose worker told it.
   */
  show(event: ProgressEvent, phone?: RunPhone): void {
    this.follow(event, phone);
    switch (event.type) {
      case 'phone-ready': {
        this.#serials.add(event.serial);
        const { bold, green } = this.#colors;
        this.line(`${green('✓')} phone ${bold(event.serial)}: ${event.model}, ${event.system}`);
        break;
      }
      case 'step-ended':
        this.#stepEnded(event);
        break;
      case 'phone-left-out':
      case 'phone-out':
      case 'specs-moved':
      case 'specs-not-run':
        this.line(`${this.#colors.yellow('!')} ${exceptionOf(event) ?? ''}`);
        break;
      case 'note':
        this.line(this.#colors.yellow(`  ${this.#of(event.serial)}note: ${event.text}`));
        break;
      default:
        // The lines of the phones say the rest, or the summary at the end; nobody says a secret.
        break;
    }
  }

  /** Shows what an event changes in the lines of the phones, and nothing that stays. */
  follow(event: ProgressEvent, phone?: RunPhone): void {
    this.#phones.take(event, phone);
    // What stood there led up to this.
    if (event.type === 'worker-began') this.#status = '';
    if (event.type === 'publishing') this.status(PUBLISHING);
    this.tick();
  }

  /** Prints a line that stays, above the live ones. */
  line(text: string): void {
    this.#area.print(text);
  }

  /** Shows a text below the lines of the phones; plain output leaves it out. */
  status(text: string): void {
    this.#status = text;
    this.#redraw();
  }

  /** Time has passed: the live lines show it. */
  tick(): void {
    const nowMs = this.#options.now();
    if (!this.#options.live) {
      for (const line of this.#heartbeat.beat(this.#phones.list(), nowMs)) this.line(line);
    } else if (nowMs - this.#drawnAtMs >= REDRAW_EVERY_MS) {
      this.#redraw();
    }
  }

  /** Shows a prompt below the live lines, or takes it away. */
  prompt(prompt: Prompt | undefined): void {
    this.#area.prompt(prompt);
  }

  #redraw(): void {
    if (!this.#options.live) return;
    this.#drawnAtMs = this.#options.now();
    const { columns } = this.#area;
    const phones = phoneLines(this.#phones.list(), {
      columns,
      rows: Math.max(1, this.#area.rows - ROWS_FOR_OTHERS),
      colors: this.#colors,
      named: this.#serials.size > 1 || this.#phones.count > 1,
    });
    const status =
      this.#status === '' ? [] : [this.#colors.dim(cut(`  ${this.#status}`, columns - 1))];
    this.#area.show([...phones, ...status]);
  }

  #stepEnded(event: Extract<ProgressEvent, { type: 'step-ended' }>): void {
    const { dim, green, red } = this.#colors;
    const mark = event.outcome === 'passed' ? green('✓') : red('✗');
    const total = formatMs(event.serverMs + event.harnessMs).padStart(9);
    const parts = `server ${formatMs(event.serverMs)}, harness ${formatMs(event.harnessMs)}`;
    const title = `${this.#of(event.serial)}${event.title.padEnd(38)}`;
    this.line(`${mark} ${title}${total}  ${dim(`(${parts})`)}`);
  }

  #of(serial: string | undefined): string {
    return serial !== undefined && this.#serials.size > 1 ? `${serial}: ` : '';
  }
}

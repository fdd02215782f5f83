import pc from 'picocolors';
import { formatClock } from '../../config/duration.ts';
import { exceptionOf } from '../../config/progress-note.ts';
import type { ProgressEvent } from '../../config/progress.ts';
import { cut, formatMs } from './format.ts';

/** Where the view writes; `process.stdout` is one. */
export interface Screen {
  write(text: string): unknown;
  /** Width in characters, absent where it is not a terminal. */
  readonly columns?: number | undefined;
}

export interface TerminalOptions {
  /** Redraw one line in place while waiting; else print plain lines. */
  live: boolean;
  color: boolean;
  /** The time in milliseconds, for the pace of plain lines. */
  now: () => number;
}

/** What stands below the live line, and has the cursor: a prompt that a person types after. */
export interface Prompt {
  /** How many rows the cursor is below the first one of the prompt. */
  readonly row: number;
  /** Writes it, with what has been typed, from the start of a line. */
  draw(): void;
}

export const PLAIN_LINE_EVERY_MS = 5000;
const ERASE_LINE = '\r\u001B[2K';
const ERASE_BELOW = '\r\u001B[J';
/** DECSC and DECRC, https://vt100.net/docs/vt510-rm/DECSC.html */
const SAVE_CURSOR = '\u001B7';
const RESTORE_CURSOR = '\u001B8';

/** Shows a run on a terminal as it goes: the phone, each step, and what is being waited for. */
export class TerminalView {
  readonly #screen: Screen;
  readonly #options: TerminalOptions;
  readonly #colors: ReturnType<typeof pc.createColors>;
  readonly #serials = new Set<string>();
  #liveShown = false;
  /** By the phone that waits. */
  readonly #lastWaits = new Map<string, { what: string; shownAtMs: number }>();
  #liveText = '';
  #prompt: Prompt | undefined;

  constructor(screen: Screen, options: TerminalOptions) {
    this.#screen = screen;
    this.#options = options;
    this.#colors = pc.createColors(options.color);
  }

  /** Shows one event; secrets are never shown. */
  show(event: ProgressEvent): void {
    switch (event.type) {
      case 'phone-ready': {
        this.#serials.add(event.serial);
        const { bold, green } = this.#colors;
        this.line(`${green('✓')} phone ${bold(event.serial)}: ${event.model}, ${event.system}`);
        break;
      }
      case 'step-started':
        this.#lastWaits.delete(event.serial);
        this.#live(`  ${this.#of(event.serial)}${event.title} …`);
        break;
      case 'waiting':
        this.#waiting(event);
        break;
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
      case 'number-submitted':
      case 'account':
      case 'secret':
        // The summary at the end says the first, nobody says the last.
        break;
    }
  }

  /** Prints a line that stays, above the live one. */
  line(text: string): void {
    const live = this.#liveShown;
    this.clear();
    this.#screen.write(`${text}\n`);
    if (this.#prompt) this.#drawBottom(live);
  }

  /** Shows a text on the line that the next output replaces; plain output leaves it out. */
  status(text: string): void {
    this.#live(`  ${text}`);
  }

  /** Shows a prompt below the live line, or takes it away. */
  prompt(prompt: Prompt | undefined): void {
    const live = this.#liveShown;
    this.clear();
    this.#prompt = prompt;
    if (prompt) this.#drawBottom(live);
    else if (live) this.#live(this.#liveText);
  }

  /** Takes away what does not stay. */
  clear(): void {
    if (this.#prompt) this.#screen.write(`${up(this.#rowsAboveCursor())}${ERASE_BELOW}`);
    else if (this.#liveShown) this.#screen.write(ERASE_LINE);
    this.#liveShown = false;
  }

  #rowsAboveCursor(): number {
    return (this.#prompt?.row ?? 0) + (this.#prompt && this.#liveShown ? 1 : 0);
  }

  /** @param live whether the live line shows above the prompt. */
  #drawBottom(live: boolean): void {
    if (live) this.#screen.write(`${this.#liveLine()}\n`);
    this.#liveShown = live;
    this.#prompt?.draw();
  }

  #waiting(event: Extract<ProgressEvent, { type: 'waiting' }>): void {
    const times = `${formatClock(event.elapsedMs)} of ${formatClock(event.budgetMs)}`;
    const text = `  ${this.#of(event.serial)}waiting for ${event.what} … ${times}`;
    if (this.#options.live) {
      this.#live(text);
      return;
    }
    const now = this.#options.now();
    const last = this.#lastWaits.get(event.serial);
    if (last?.what === event.what && now - last.shownAtMs < PLAIN_LINE_EVERY_MS) return;
    this.#lastWaits.set(event.serial, { what: event.what, shownAtMs: now });
    this.line(text);
  }

  #stepEnded(event: Extract<ProgressEvent, { type: 'step-ended' }>): void {
    const { dim, green, red } = this.#colors;
    const mark = event.outcome === 'passed' ? green('✓') : red('✗');
    const total = formatMs(event.serverMs + event.harnessMs).padStart(9);
    const parts = `server ${formatMs(event.serverMs)}, harness ${formatMs(event.harnessMs)}`;
    const title = `${this.#of(event.serial)}${event.title.padEnd(38)}`;
    this.line(`${mark} ${title}${total}  ${dim(`(${parts})`)}`);
  }

  #live(text: string): void {
    if (!this.#options.live) return;
    this.#liveText = text;
    if (!this.#prompt) {
      this.#screen.write(`${ERASE_LINE}${this.#liveLine()}`);
      this.#liveShown = true;
    } else if (this.#liveShown) {
      const line = `${up(this.#rowsAboveCursor())}${ERASE_LINE}${this.#liveLine()}`;
      this.#screen.write(`${SAVE_CURSOR}${line}${RESTORE_CURSOR}`);
    } else {
      this.clear();
      this.#drawBottom(true);
    }
  }

  #liveLine(): string {
    // A terminal that does not know its width says 0.
    const columns = this.#screen.columns || 80;
    return this.#colors.dim(cut(this.#liveText, columns - 1));
  }

  #of(serial: string | undefined): string {
    return serial !== undefined && this.#serials.size > 1 ? `${serial}: ` : '';
  }
}

function up(rows: number): string {
  return rows === 0 ? '' : `\u001B[${String(rows)}A`;
}

/** How the view behaves on a stream of this process; https://no-color.org is honoured. */
export function terminalOptions(
  stream: { isTTY?: boolean | undefined },
  env: NodeJS.ProcessEnv,
): Pick<TerminalOptions, 'live' | 'color'> {
  const live = stream.isTTY === true && env['TERM'] !== 'dumb';
  return { live, color: live && (env['NO_COLOR'] ?? '') === '' };
}

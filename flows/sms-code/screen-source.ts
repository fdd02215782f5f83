import type { CodeSource, Sighting } from '../../device/sms/source.ts';
import { unlessMissing } from '../missing-control.ts';
import type { SmsCodeTask } from './task.ts';

/** A look costs 30–80 ms on a phone; this often is enough, and keeps the WebDriver session alive. */
const LOOK_EVERY_MS = 2_000;

const NOT_ENTERED: Sighting = { kind: 'messages', messages: [] };

/**
 * Sees on the screen that the code is entered: the phone has moved on from the page, or a field that
 * can be read holds a code that was not tried yet. A person types digit by digit, and may stop to look
 * at the SMS; so a code counts only once two looks in a row have seen it whole.
 */
export class ScreenSource implements CodeSource {
  readonly name = 'screen';
  readonly #task: SmsCodeTask;
  #lookAtMs: number;
  #seen: string | undefined;
  #sighting: Sighting = NOT_ENTERED;

  constructor(task: SmsCodeTask) {
    this.#task = task;
    // What shows at first has just been looked at.
    this.#lookAtMs = task.clock.now() + LOOK_EVERY_MS;
  }

  /** The code in the field, where one is seen. */
  get code(): string | undefined {
    return this.#seen;
  }

  async look(): Promise<Sighting> {
    const { clock } = this.#task;
    if (clock.now() < this.#lookAtMs) return this.#sighting;
    const isEntered = await this.#isEntered();
    this.#lookAtMs = clock.now() + LOOK_EVERY_MS;
    this.#sighting = isEntered ? { kind: 'entered' } : NOT_ENTERED;
    return this.#sighting;
  }

  async #isEntered(): Promise<boolean> {
    const { context, journey, page, requests, shown } = this.#task;
    const current = await journey.screens.current({ personIsThere: requests.isBlind });
    // Between two screens there may be a spinner.
    if (current === undefined) return false;
    if (current !== shown) return true;
    const before = this.#seen;
    this.#seen = await unlessMissing(() => page.codeInField());
    if (this.#seen === undefined) return false;
    context.progress.emit({ type: 'secret', kind: 'code', value: this.#seen });
    return this.#seen === before && !requests.used.has(this.#seen);
  }
}

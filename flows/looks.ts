import type { Page } from '../pageobjects/page.ts';

/** What one look at the screen found. */
export interface Look {
  /** Resource ids of the elements that are of a known screen, in the screen's order. */
  readonly ids: readonly string[];
  /** The screen that it was taken for. */
  readonly page: Page | undefined;
}

interface Sight {
  readonly text: string;
  readonly fromMs: number;
  toMs: number;
  looks: number;
}

/** Older ones are of steps that went well. */
const MAX_SIGHTS = 30;

/** What a journey's looks at the screen found, as evidence: looks that found the same are one line. */
export class Looks {
  #sights: Sight[] = [];

  /** @param atMs the harness's time, milliseconds since 1970. */
  note({ ids, page }: Look, atMs: number): void {
    const shown = ids.length === 0 ? '' : `  [${ids.join(', ')}]`;
    const text = `${page?.screen ?? 'no known screen'}${shown}`;
    const last = this.#sights.at(-1);
    if (last?.text === text) {
      last.toMs = atMs;
      last.looks += 1;
      return;
    }
    this.#sights.push({ text, fromMs: atMs, toMs: atMs, looks: 1 });
    this.#sights = this.#sights.slice(-MAX_SIGHTS);
  }

  /** One line for each thing that was seen, newest last. */
  lines(): string[] {
    return this.#sights.map(({ text, fromMs, toMs, looks }) => {
      const time = new Date(fromMs).toISOString().slice(11, 23);
      const seconds = ((toMs - fromMs) / 1000).toFixed(1);
      return `${time}  ${text}${looks === 1 ? '' : `  (${looks} looks in ${seconds} s)`}`;
    });
  }
}

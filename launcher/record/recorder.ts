import type { Masker } from '../../config/masker.ts';
import type { Adb, CallOptions } from '../../device/adb.ts';
import { screenNodes } from '../../device/screen-source.ts';
import type { PageClass } from '../../pageobjects/page.ts';
import { maskSource } from '../evidence/mask-source.ts';
import { secretsShown } from '../evidence/sensitive.ts';
import { checkScreen } from '../check-locators/screens/check-screens.ts';
import { SourceScreen } from '../check-locators/screens/source-screen.ts';
import { blurScreen } from './blur-screen.ts';
import { dump, readScreen } from './phone-screen.ts';
import type { Recording } from './recording.ts';

export interface RecorderParts {
  readonly adb: Adb;
  readonly masker: Masker;
  readonly recording: Recording;
  readonly pageClasses: readonly PageClass[];
}

/** Records what a phone shows, masked before anything is written. */
export class Recorder {
  readonly #parts: RecorderParts;
  /** Names of the page objects whose screens have been recorded. */
  readonly #recorded = new Set<string>();
  #lastSeen = '';

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  get recorded(): ReadonlySet<string> {
    return this.#recorded;
  }

  /**
   * Records what shows now.
   * @returns what to tell the person, a line each.
   * @throws {ScreenNotReadError}, {PhoneLostError}
   */
  async record(call: CallOptions): Promise<string[]> {
    const { adb, masker, recording, pageClasses } = this.#parts;
    const shown = await readScreen(adb, call);
    this.#lastSeen = outlineOf(shown.source);
    for (const { kind, value } of secretsShown(shown.source)) masker.addSecret(value, kind);
    const { source, regions } = maskSource(shown.source, masker);
    const picture = shown.picture && (await blurScreen(shown.picture, shown.source, regions));
    // What a recording tells of the page objects is what its reader will find, too.
    const screen = new SourceScreen(source);
    const result = await checkScreen({ path: '', screen }, pageClasses);
    const texts = screenNodes(source).flatMap(({ attributes }) => attributes['text'] || []);
    const name = recording.add({ source, picture, activity: shown.activity, texts, result });
    for (const { pageObject } of result.pages) this.#recorded.add(pageObject);
    return [
      `${name}: ${shown.activity ?? 'activity not told'}${picture === undefined ? ', without a picture' : ''}`,
      ...(result.pages.length === 0 ? ['  no page object knows this screen'] : []),
      ...result.pages.flatMap(({ pageObject, screen: known, found, notFound }) => [
        `  ${known} (${pageObject}); found: ${found.join(', ') || 'nothing'}`,
        ...(notFound.length === 0 ? [] : [`  not there, or out of sight: ${notFound.join(', ')}`]),
      ]),
    ];
  }

  /** Whether another screen shows than the one that was recorded last. */
  async hasChanged(call: CallOptions): Promise<boolean> {
    return outlineOf(await dump(this.#parts.adb, call)) !== this.#lastSeen;
  }
}

/** A screen's elements without what they say: a countdown makes no other screen. */
function outlineOf(source: string): string {
  return screenNodes(source)
    .map(({ className, attributes }) => `${className} ${attributes['resource-id'] ?? ''}`)
    .join('\n');
}

import type { RunContext } from '../../config/run-context.ts';
import type { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import type { Heed, Journey } from '../journey.ts';

/** A picture code to be answered. */
export interface PictureCodeTask {
  readonly page: PictureCodePage;
  readonly journey: Journey;
  readonly context: RunContext;
  /**
   * Where the page asks for something else too: what to do about the messages that are not about the
   * picture, made anew whenever the page is sent. By default they end the journey.
   */
  readonly heedRest?: (() => Heed) | undefined;
}

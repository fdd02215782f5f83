import type { RunContext } from '../../config/run-context.ts';
import type { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import type { Journey } from '../journey.ts';

/** A picture code to be answered. */
export interface PictureCodeTask {
  readonly page: PictureCodePage;
  readonly journey: Journey;
  readonly context: RunContext;
}

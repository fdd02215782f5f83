import type { StepName } from '../config/steps.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';

/** A screen a journey can come to: the step of the how-to it belongs to, and what to do there. */
export interface Stop<P extends Page = Page> {
  readonly page: PageClass<P>;
  /** `undefined`: the screen belongs to whichever step it interrupts. */
  readonly step: (page: P) => StepName | undefined | Promise<StepName | undefined>;
  /** Does what a person does there, and resolves to the next screen. */
  readonly act: (page: P) => Promise<Page>;
}

/** Declares a stop with the page's own type; the list of stops then holds them all alike. */
export function stop<P extends Page>(
  page: PageClass<P>,
  step: StepName | undefined | Stop<P>['step'],
  act: (page: P) => Promise<Page>,
): Stop {
  const entry: Stop<P> = { page, step: typeof step === 'function' ? step : () => step, act };
  return entry as unknown as Stop;
}

import type { PhoneEnvironment } from './run-context.ts';

/**
 * The words that a test's title may carry, each after an `@`: `smoke` for the few that every change
 * runs, `regression` for what QA runs each night, `slow` for what takes more than 30 s though the
 * servers answer at once, `live` for what may run on the live service, `emulated` for what needs a
 * phone that the run starts itself.
 */
export const TEST_TAGS = ['smoke', 'regression', 'slow', 'live', 'emulated'] as const;

export type TestTag = (typeof TEST_TAGS)[number];

const TAG = /(?<!\S)@([\w-]+)/g;

/** The words after an `@` in a title, in their order and without it, known as tags or not. */
export function tagsIn(title: string): string[] {
  return [...title.matchAll(TAG)].map(([, tag = '']) => tag);
}

/** A title as people read it, without its tags. */
export function withoutTags(title: string): string {
  return title.replace(/\s*(?<!\S)@[\w-]+/g, '').trim();
}

/**
 * How much a failure of a test weighs, by its tags: what every change has to pass is critical, what takes
 * its time is about rare weather of the servers.
 */
export function severityOf(tags: readonly string[]): 'critical' | 'normal' | 'minor' {
  if (tags.includes('smoke')) return 'critical';
  return tags.includes('slow') ? 'minor' : 'normal';
}

/** Whether the title of a test carries this tag. */
export function hasTag(title: string, tag: TestTag): boolean {
  return tagsIn(title).includes(tag);
}

/**
 * Why a test may not run on a phone. On the live service only what is meant for it does, and that is
 * for its own title to say; what sets up faults or phones needs a phone that the run started itself.
 * @param title of the test itself, without that of the suites around it.
 * @returns words to follow “skipped:”, or `undefined` when it may run.
 */
export function whyNotOn(environment: PhoneEnvironment, title: string): string | undefined {
  if (environment === 'test') return undefined;
  if (hasTag(title, 'emulated')) {
    return 'tagged @emulated, so only for an emulated phone that the run starts itself';
  }
  if (environment === 'live' && !hasTag(title, 'live')) {
    return 'not tagged @live, so not for the live service';
  }
  return undefined;
}

import type { Masker } from '../config/masker.ts';
import type { ProgressEvent } from '../config/progress.ts';
import type { EndedTest } from './progress/messages.ts';

/** A test as it may be shown: its error may quote the screen. */
export function maskTest(test: EndedTest, masker: Masker): EndedTest {
  const { error } = test;
  return error ? { ...test, error: { ...error, message: masker.mask(error.message) } } : test;
}

/** An event as it may be shown. */
export function maskEvent(event: ProgressEvent, masker: Masker): ProgressEvent {
  if (event.type === 'note') return { ...event, text: masker.mask(event.text) };
  return 'reason' in event ? { ...event, reason: masker.mask(event.reason) } : event;
}

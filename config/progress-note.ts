import type { ProgressEvent } from './progress.ts';

/** What an event says to people in one line, for those that are no more than that. */
export function exceptionOf(event: ProgressEvent): string | undefined {
  switch (event.type) {
    case 'phone-left-out':
      return `${event.serial} is left out: ${event.reason}`;
    case 'phone-out':
      return `${event.serial} is out for the rest of this run: ${event.reason}`;
    case 'specs-moved':
      return `${event.files.join(', ')} moved from ${event.serial}: ${event.reason}`;
    case 'specs-not-run': {
      const where = event.serial === undefined ? '' : ` on ${event.serial}`;
      return `${event.files.join(', ')} not run${where}: ${event.reason}`;
    }
    default:
      return undefined;
  }
}

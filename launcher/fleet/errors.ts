import { HarnessError } from '../../config/errors.ts';
import { oneLine } from '../errors.ts';
import type { ErrorInfo } from '../progress/messages.ts';
import { FAILURES_IN_A_ROW } from './infrastructure.ts';

/** A phone failed again and again, and is left out for the rest of the run. */
export class PhoneUnreliableError extends HarnessError {
  override readonly category = 'phone-lost';

  constructor(serial: string, last: ErrorInfo) {
    super(`The phone failed ${FAILURES_IN_A_ROW} times in a row.`, {
      phone: serial,
      expected: 'the phone to hold a session through a spec',
      seen: `at last: ${oneLine(last)}`,
      remedy: `look at the phone, and at \`npm run doctor -- --serial ${serial}\`, before the next run`,
      trouble: 'phone-unreliable',
    });
  }
}

/** Specs could not be run, since the phone that they belong to is out. */
export class SpecsNotRunError extends HarnessError {
  override readonly category = 'phone-lost';

  constructor(files: readonly string[], serial: string | undefined, reason: string) {
    super(`Not run: ${files.join(', ')}.`, {
      phone: serial,
      seen: reason,
      remedy: 'run them again when the phone is back',
    });
  }
}

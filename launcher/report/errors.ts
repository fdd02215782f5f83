import { HarnessError } from '../../config/errors.ts';

/** A folder does not hold what a run publishes. */
export class NoRunError extends HarnessError {
  override readonly category = 'set-up';

  constructor(folder: string, seen: string) {
    super(`There is no run in ${folder}.`, {
      expected: 'what a run publishes: summary.json, allure-results/, junit/, logs/',
      seen,
      remedy: 'name the reports/ folder of a run, or start one with npm start',
    });
  }
}

/** Runs that do not belong together. */
export class MergeError extends HarnessError {
  override readonly category = 'set-up';

  constructor(summary: string, seen: string) {
    super(summary, {
      expected: 'each part of one regression once',
      seen,
      remedy: 'leave out one of the folders',
    });
  }
}

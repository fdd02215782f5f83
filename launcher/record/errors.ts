import { HarnessError } from '../../config/errors.ts';

/** The phone does not tell what it shows. */
export class ScreenNotReadError extends HarnessError {
  override readonly category = 'set-up' as const;
}

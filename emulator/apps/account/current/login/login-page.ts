import type { UiNode } from '../../../../ui/jsx-runtime.ts';

/** One page of the login activity. */
export interface LoginPage {
  render(): UiNode;
  /** The page left the activity for good: end its timers. */
  onRemoved?(): void;
}

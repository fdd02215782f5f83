import type { AndroidSystem } from '../../../android/system.ts';
import type { Intent } from '../../../android/activity.ts';
import type { UiNode } from '../../../ui/jsx-runtime.ts';
import type { StringName, Strings } from '../../strings/index.ts';

/** What a page of Settings is given to render itself. */
export interface PageContext {
  readonly system: AndroidSystem;
  readonly strings: Strings;
  /** Opens another page of Settings. */
  open(page: string): void;
  /** Opens another activity. */
  start(intent: Intent): void;
}

/** What is below the title of a page of Settings. */
export interface SettingsPage {
  readonly title: StringName;
  render(context: PageContext): UiNode;
}

import type { Activity, Intent } from '../../android/activity.ts';
import type { AndroidSystem } from '../../android/system.ts';

/** What the account app's activities have in common: how they are made. */
type ActivityClass = new (system: AndroidSystem, packageName: string, intent: Intent) => Activity;

interface NamedActivity {
  /** Full class name. */
  readonly className: string;
  readonly activity: ActivityClass;
}

/** What tells one generation of the account app from the other. */
export interface AccountGeneration {
  readonly versionName: string;
  readonly versionCode: number;
  /** The account's home, which starts the login where nobody is signed in. */
  readonly home: ActivityClass;
  readonly login: NamedActivity;
  /** Activities behind those. */
  readonly others?: readonly NamedActivity[];
}

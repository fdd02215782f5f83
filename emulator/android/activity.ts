import type { UiNode } from '../ui/jsx-runtime.ts';
import type { AndroidSystem } from './system.ts';

export interface ComponentName {
  readonly packageName: string;
  /** Full class name, e.g. `com.xiaomi.passport.ui.page.AccountLoginActivity`. */
  readonly className: string;
}

export interface Intent {
  readonly action?: string;
  readonly component?: ComponentName;
  /** Limits an implicit intent to the activities of one package. */
  readonly packageName?: string;
  readonly categories?: readonly string[];
  readonly data?: string;
  readonly extras?: Readonly<Record<string, unknown>>;
  readonly flags?: number;
}

/** A window above the activity that takes the input until it is dismissed. */
export interface DialogSpec {
  render(): UiNode;
  /** Default true; back dismisses every dialog. */
  readonly canceledOnTouchOutside?: boolean;
  onDismiss?(): void;
}

export interface DialogHandle {
  invalidate(): void;
  dismiss(): void;
}

/** What the system lends an activity while it is on the stack. */
export interface ActivityHost {
  invalidate(): void;
  finish(): void;
  showDialog(spec: DialogSpec): DialogHandle;
  /** Starts another activity from this one. */
  startActivity(intent: Intent): void;
  /** Closes the keyboard of the activity's window, or of its dialog in front. */
  hideKeyboard(): void;
}

/**
 * A screen of an app. Subclasses keep their state in fields, call `invalidate()` when it changes
 * and describe the screen in `render()`.
 */
export abstract class Activity {
  /** Set by the activity manager before `onCreate`. */
  host!: ActivityHost;
  /** Aborted when the activity is destroyed: pass it to whatever the activity waits for. */
  readonly lifetime = new AbortController();
  readonly system: AndroidSystem;
  readonly packageName: string;
  readonly intent: Intent;

  constructor(system: AndroidSystem, packageName: string, intent: Intent) {
    this.system = system;
    this.packageName = packageName;
    this.intent = intent;
  }

  /** FLAG_SECURE on this activity's windows. */
  get secure(): boolean {
    return false;
  }

  abstract render(): UiNode;

  onCreate(): void {}
  /** The activity came to the front, again or for the first time. */
  onResume(): void {}
  onPause(): void {}
  onDestroy(): void {}

  onBackPressed(): void {
    this.finish();
  }

  invalidate(): void {
    this.host.invalidate();
  }

  finish(): void {
    this.host.finish();
  }

  showDialog(spec: DialogSpec): DialogHandle {
    return this.host.showDialog(spec);
  }

  toast(text: string): void {
    this.system.windows.showToast(this.packageName, text);
  }

  startActivity(intent: Intent): void {
    this.host.startActivity(intent);
  }
}

export interface ActivityDefinition {
  readonly className: string;
  /** activity-alias names under which it can be started too. */
  readonly aliases?: readonly string[];
  readonly exported: boolean;
  readonly actions?: readonly string[];
  readonly categories?: readonly string[];
  /** `singleTask`: an existing instance is brought to the front instead of a new one. */
  readonly launchMode?: 'standard' | 'singleTop' | 'singleTask';
  /** screenOrientation; default: as the person turns the phone. */
  readonly orientation?: 'portrait';
  /** windowIsTranslucent: the activity beneath stays on the screen. */
  readonly translucent?: boolean;
  create(system: AndroidSystem, intent: Intent): Activity;
}

/** An app that is part of the phone's system image. */
export interface AppDefinition {
  readonly packageName: string;
  readonly label: string;
  /** What people read, in the phone's language; default: `label`. */
  shownLabel?(system: AndroidSystem): string;
  readonly versionName: string;
  readonly versionCode: number;
  /** Linux user id; system apps share 1000. */
  readonly uid: number;
  readonly permissions?: readonly string[];
  readonly activities: readonly ActivityDefinition[];
  /** Called once at boot, after all services are up: register receivers, account types … */
  onBoot?(system: AndroidSystem): void;
  /** The phone has started, or restarted (ACTION_BOOT_COMPLETED). */
  onBootCompleted?(system: AndroidSystem): void;
}

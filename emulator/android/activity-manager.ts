import type { WindowManager } from '../ui/window-manager.ts';
import { ActivityRecord } from './activity-record.ts';
import type { ActivityDefinition, AppDefinition, ComponentName, Intent } from './activity.ts';
import type { AndroidSystem } from './system.ts';

export type { ActivityRecord };

/** Intent flags (android.content.Intent). */
export const FLAG_ACTIVITY_NEW_TASK = 0x10000000;
const FLAG_ACTIVITY_SINGLE_TOP = 0x20000000;
export const FLAG_ACTIVITY_CLEAR_TOP = 0x04000000;
export const FLAG_ACTIVITY_CLEAR_TASK = 0x00008000;

const HOME_INTENT: Intent = {
  action: 'android.intent.action.MAIN',
  categories: ['android.intent.category.HOME'],
  flags: FLAG_ACTIVITY_NEW_TASK,
};

/** No activity answers the intent (android.content.ActivityNotFoundException). */
export class ActivityNotFoundError extends Error {
  override readonly name = 'ActivityNotFoundError';
}

interface StartResult {
  readonly component: ComponentName;
  /** False where an existing activity came to the front instead. */
  readonly newInstance: boolean;
}

interface ActivityManagerOptions {
  readonly system: AndroidSystem;
  readonly windows: WindowManager;
  readonly apps: readonly AppDefinition[];
  /** Starts an activity of an installed APK, which has no window here; false if there is none. */
  startForeign?(component: ComponentName): boolean;
}

/** Activities started from one another; the last is on top. */
interface Task {
  readonly id: number;
  /** Package of its first activity (taskAffinity). */
  readonly packageName: string;
  readonly isHome: boolean;
  readonly records: ActivityRecord[];
}

/** Tasks, activities and their lifecycles (ActivityTaskManagerService). */
export class ActivityManager {
  readonly #options: ActivityManagerOptions;
  readonly #listeners = new Set<() => void>();
  #tasks: Task[] = [];
  #lastTaskId = 0;
  #resumed: ActivityRecord | undefined;
  #stopped = false;

  constructor(options: ActivityManagerOptions) {
    this.#options = options;
  }

  /** The front activity, if any. */
  get resumed(): ActivityRecord | undefined {
    return this.#resumed;
  }

  /** All activities, the frontmost last. */
  stack(): readonly ActivityRecord[] {
    return this.#tasks.flatMap((task) => task.records);
  }

  /**
   * Starts what answers the intent, by component or by action and categories.
   * @param caller the activity that asks; by default somebody outside, such as the shell
   * @throws ActivityNotFoundError
   */
  start(intent: Intent, caller?: ActivityRecord): StartResult {
    const { system, apps } = this.#options;
    const component = system.packages.resolveActivity(intent)?.component;
    if (!component) throw new ActivityNotFoundError(notFoundMessage(intent));
    const app = apps.find((candidate) => candidate.packageName === component.packageName);
    const definition = app?.activities.find(({ className }) => className === component.className);
    system.logcat.write('I', 'ActivityTaskManager', `START u0 {cmp=${flatten(component)}}`);
    if (!app || !definition) {
      if (!this.#options.startForeign?.(component)) {
        throw new ActivityNotFoundError(notFoundMessage(intent));
      }
      return { component, newInstance: true };
    }
    if (caller && this.#isRefusedInBackground(caller, component)) {
      return { component, newInstance: false };
    }
    system.processes.start(app.packageName, { uid: app.uid });
    const task = this.#taskFor(component, definition, intent, caller);
    const newInstance = !this.#reuse(task, component, definition, intent);
    if (newInstance) this.#create(task, component, definition, intent);
    this.#settle();
    return { component, newInstance };
  }

  /**
   * Whether MIUI's "Display pop-up windows while running in background" keeps an activity that is
   * not in front from opening another; the one that asks is told nothing (ActivityStarterImpl).
   */
  #isRefusedInBackground(caller: ActivityRecord, component: ComponentName): boolean {
    const { gates, logcat, packages } = this.#options.system;
    if (caller === this.#resumed || gates.get('background-popups') === 'allowed') return false;
    const { packageName } = caller.component;
    const uid = packages.get(packageName)?.uid ?? 0;
    const intent = `Intent { cmp=${flatten(component)} }`;
    logcat.write(
      'D',
      'ActivityStarterImpl',
      `MIUILOG- Permission Denied Activity : ${intent} pkg : ${packageName} uid : ${uid}`,
    );
    logcat.write('W', 'ActivityTaskManager', `Abort background activity starts from ${uid}`);
    return true;
  }

  /** Destroys all activities of the package. */
  forceStop(packageName: string): void {
    for (const record of this.stack()) {
      if (record.component.packageName === packageName) this.#destroy(record);
    }
    this.#settle();
  }

  /**
   * Builds every activity anew, as a change of the configuration does: each one's state is lost,
   * their order stays (ActivityRecord.ensureActivityConfiguration, relaunch).
   */
  relaunchAll(): void {
    this.#resumed?.pause();
    this.#resumed = undefined;
    for (const task of this.#tasks) {
      const records = task.records.splice(0);
      for (const record of records) record.destroy();
      for (const { component, definition, activity } of records) {
        this.#create(task, component, definition, activity.intent);
      }
    }
    this.#settle();
  }

  back(): void {
    this.#resumed?.activity.onBackPressed();
  }

  home(): void {
    this.start(HOME_INTENT);
  }

  /** Subscribes to changes of the stack; the returned function unsubscribes. */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Destroys every activity. */
  stop(): void {
    this.#stopped = true;
    for (const record of [...this.stack()].reverse()) this.#destroy(record);
    this.#settle();
  }

  /**
   * The task the activity belongs into. One of its own comes to the front; its caller's stays where
   * it is, so that an app in the background does not take the screen.
   */
  #taskFor(
    component: ComponentName,
    definition: ActivityDefinition,
    intent: Intent,
    caller: ActivityRecord | undefined,
  ): Task {
    const base =
      this.#tasks.find(({ records }) => caller && records.includes(caller)) ?? this.#tasks.at(-1);
    const ownTask =
      hasFlag(intent, FLAG_ACTIVITY_NEW_TASK) ||
      definition.launchMode === 'singleTask' ||
      (base?.isHome ?? true);
    if (base && !ownTask) return base;
    const { packageName } = component;
    const isHome = definition.categories?.includes('android.intent.category.HOME') ?? false;
    const task = this.#tasks.find((candidate) => candidate.packageName === packageName) ?? {
      id: (this.#lastTaskId += 1),
      packageName,
      isHome,
      records: [],
    };
    this.#tasks = [...this.#tasks.filter((other) => other !== task), task];
    if (hasFlag(intent, FLAG_ACTIVITY_CLEAR_TASK)) {
      for (const record of [...task.records].reverse()) this.#destroy(record);
      this.#tasks = [...this.#tasks.filter((other) => other !== task), task];
    }
    return task;
  }

  /** Whether an activity that is there already answers instead of a new one. */
  #reuse(
    task: Task,
    component: ComponentName,
    definition: ActivityDefinition,
    intent: Intent,
  ): boolean {
    const index = task.records.findLastIndex(
      (record) => record.component.className === component.className,
    );
    const existing = task.records[index];
    if (!existing) return false;
    const isTop = index === task.records.length - 1;
    const singleTop =
      definition.launchMode === 'singleTop' || hasFlag(intent, FLAG_ACTIVITY_SINGLE_TOP);
    const clearTop = hasFlag(intent, FLAG_ACTIVITY_CLEAR_TOP);
    if (definition.launchMode === 'singleTask' || (clearTop && singleTop)) {
      for (const above of task.records.slice(index + 1).reverse()) this.#destroy(above);
      return true;
    }
    if (clearTop) {
      for (const record of task.records.slice(index).reverse()) this.#destroy(record);
      if (!this.#tasks.includes(task)) this.#tasks = [...this.#tasks, task];
      return false;
    }
    // The same activity again as the task's root, as a launcher starts it: the task just comes up.
    const isRoot = index === 0 && hasFlag(intent, FLAG_ACTIVITY_NEW_TASK);
    return isRoot || (isTop && singleTop);
  }

  #create(
    task: Task,
    component: ComponentName,
    definition: ActivityDefinition,
    intent: Intent,
  ): void {
    const { system, windows } = this.#options;
    const activity = definition.create(system, intent);
    const record = new ActivityRecord(
      { component, definition, activity, taskId: task.id },
      windows,
    );
    task.records.push(record);
    record.create({
      finish: () => {
        this.#destroy(record);
        this.#settle();
      },
      startActivity: (next) => void this.start(next, record),
    });
  }

  #destroy(record: ActivityRecord): void {
    const task = this.#tasks.find((candidate) => candidate.records.includes(record));
    if (!task) return;
    task.records.splice(task.records.indexOf(record), 1);
    if (task.records.length === 0) this.#tasks = this.#tasks.filter((other) => other !== task);
    if (this.#resumed === record) this.#resumed = undefined;
    record.destroy();
  }

  /** Pauses what is no longer in front and resumes what now is. */
  #settle(): void {
    const top = this.stack().at(-1);
    if (!top && !this.#stopped) {
      this.home();
      return;
    }
    if (top !== this.#resumed) {
      this.#resumed?.pause();
      this.#resumed = top;
      if (top) {
        top.resume();
        const { logcat } = this.#options.system;
        logcat.write('I', 'ActivityTaskManager', `Displayed ${flatten(top.component)} for user 0`);
      }
    }
    const beneath = top?.definition.translucent ? this.stack().at(-2) : undefined;
    for (const record of this.stack()) record.showBehind(record === beneath);
    for (const listener of this.#listeners) listener();
  }
}

function hasFlag(intent: Intent, flag: number): boolean {
  return ((intent.flags ?? 0) & flag) !== 0;
}

/** `package/.Class`, as the system logs components. */
function flatten({ packageName, className }: ComponentName): string {
  const inside = className.startsWith(`${packageName}.`);
  return `${packageName}/${inside ? className.slice(packageName.length) : className}`;
}

function notFoundMessage(intent: Intent): string {
  return intent.component
    ? `Unable to find explicit activity class {${intent.component.packageName}/${intent.component.className}}; have you declared this activity in your AndroidManifest.xml, or does your intent not match its declared <intent-filter>?`
    : `No Activity found to handle Intent { act=${intent.action ?? ''} }`;
}

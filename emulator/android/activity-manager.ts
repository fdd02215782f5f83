import type { WindowManager } from '../ui/window-manager.ts';
import { ActivityRecord } from './activity-record.ts';
import type { ActivityDefinition, AppDefinition, ComponentName, Intent } from './activity.ts';
import { flatten, notFoundMessage } from './component-names.ts';
import type { AndroidSystem } from './system.ts';
import {
  FLAG_ACTIVITY_CLEAR_TASK,
  FLAG_ACTIVITY_NEW_TASK,
  hasFlag,
  reuseIn,
  TaskStack,
  type Task,
} from './task.ts';

export type { ActivityRecord };

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

/** Tasks, activities and their lifecycles (ActivityTaskManagerService). */
export class ActivityManager {
  readonly #options: ActivityManagerOptions;
  readonly #listeners = new Set<() => void>();
  /** Activities whose process has died; they are built anew when somebody comes back to them. */
  readonly #dead = new Set<ActivityRecord>();
  readonly #tasks = new TaskStack();
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
    return this.#tasks.records;
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
   * A package's process has died. The system has kept the state of those of its activities that were
   * not in front, which stay in their tasks; the one in front is removed
   * (ActivityRecord.handleAppDied).
   */
  processDied(packageName: string): void {
    for (const record of this.stack()) {
      if (record.component.packageName !== packageName || this.#dead.has(record)) continue;
      if (record === this.#resumed && !this.#tasks.of(record)?.isHome) {
        const { logcat } = this.#options.system;
        const what = flatten(record.component);
        logcat.write(
          'W',
          'ActivityTaskManager',
          `Force removing ${what}: app died, no saved state`,
        );
        this.#destroy(record);
      } else {
        if (record === this.#resumed) this.#resumed = undefined;
        record.destroy();
        this.#dead.add(record);
      }
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
    for (const task of this.#tasks.all) {
      const records = task.records.splice(0);
      for (const record of records) if (!this.#dead.has(record)) record.destroy();
      for (const record of records) {
        if (this.#dead.has(record)) task.records.push(record);
        else this.#create(task, record.component, record.definition, record.activity.intent);
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

  /** All tasks, the one in front last. */
  tasks(): readonly Task[] {
    return this.#tasks.all;
  }

  /** Brings a task to the front as it is, as choosing it among the recent ones does. */
  bringToFront(task: Task): void {
    this.#tasks.bringUp(task);
    this.#settle();
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
    const base = this.#tasks.of(caller) ?? this.#tasks.all.at(-1);
    const ownTask =
      hasFlag(intent, FLAG_ACTIVITY_NEW_TASK) ||
      definition.launchMode === 'singleTask' ||
      (base?.isHome ?? true);
    if (base && !ownTask) return base;
    const isHome = definition.categories?.includes('android.intent.category.HOME') ?? false;
    const task = this.#tasks.open(component.packageName, isHome);
    if (hasFlag(intent, FLAG_ACTIVITY_CLEAR_TASK)) {
      for (const record of [...task.records].reverse()) this.#destroy(record);
      this.#tasks.bringUp(task);
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
    const { destroyed, isReused } = reuseIn(task, component, definition, intent);
    for (const record of destroyed) this.#destroy(record);
    if (!this.#tasks.has(task)) this.#tasks.bringUp(task);
    return isReused;
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
    if (!this.#tasks.remove(record)) return;
    if (this.#resumed === record) this.#resumed = undefined;
    if (!this.#dead.delete(record)) record.destroy();
  }

  /** Starts the process of the activity in front again, if it has died, and builds it anew. */
  #revive(): void {
    const record = this.stack().at(-1);
    const task = this.#tasks.of(record);
    if (!record || !task || !this.#dead.delete(record)) return;
    task.records.pop();
    const { component, definition, activity } = record;
    const { packages, processes } = this.#options.system;
    processes.start(component.packageName, { uid: packages.get(component.packageName)?.uid ?? 0 });
    this.#create(task, component, definition, activity.intent);
  }

  /** Pauses what is no longer in front and resumes what now is. */
  #settle(): void {
    this.#revive();
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
    for (const record of this.stack()) {
      if (!this.#dead.has(record)) record.showBehind(record === beneath);
    }
    for (const listener of this.#listeners) listener();
  }
}

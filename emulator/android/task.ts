import type { ActivityRecord } from './activity-record.ts';
import type { ActivityDefinition, ComponentName, Intent } from './activity.ts';

/** Intent flags (android.content.Intent). */
export const FLAG_ACTIVITY_NEW_TASK = 0x10000000;
const FLAG_ACTIVITY_SINGLE_TOP = 0x20000000;
export const FLAG_ACTIVITY_CLEAR_TOP = 0x04000000;
export const FLAG_ACTIVITY_CLEAR_TASK = 0x00008000;

/** Activities started from one another; the last is on top. */
export interface Task {
  readonly id: number;
  /** Package of its first activity (taskAffinity). */
  readonly packageName: string;
  readonly isHome: boolean;
  readonly records: ActivityRecord[];
}

/** All tasks, the one in front last. A task is gone with its last activity. */
export class TaskStack {
  #tasks: readonly Task[] = [];
  #lastId = 0;

  get all(): readonly Task[] {
    return this.#tasks;
  }

  /** All activities, the frontmost last. */
  get records(): readonly ActivityRecord[] {
    return this.#tasks.flatMap(({ records }) => records);
  }

  has(task: Task): boolean {
    return this.#tasks.includes(task);
  }

  /** The task that an activity is in. */
  of(record: ActivityRecord | undefined): Task | undefined {
    return this.#tasks.find(({ records }) => record && records.includes(record));
  }

  /** The package's task, or an empty one for it; it is in front now. */
  open(packageName: string, isHome: boolean): Task {
    const task = this.#tasks.find((candidate) => candidate.packageName === packageName) ?? {
      id: (this.#lastId += 1),
      packageName,
      isHome,
      records: [],
    };
    this.bringUp(task);
    return task;
  }

  bringUp(task: Task): void {
    this.#tasks = [...this.#tasks.filter((other) => other !== task), task];
  }

  /** Takes an activity out of its task; whether it was in one. */
  remove(record: ActivityRecord): boolean {
    const task = this.of(record);
    if (!task) return false;
    task.records.splice(task.records.indexOf(record), 1);
    if (task.records.length === 0) this.#tasks = this.#tasks.filter((other) => other !== task);
    return true;
  }
}

interface Reuse {
  /** Those that have to go, the frontmost first. */
  readonly destroyed: readonly ActivityRecord[];
  /** Whether an activity that is there already answers instead of a new one. */
  readonly isReused: boolean;
}

/** What becomes of a task's activities when one of them is asked for again. */
export function reuseIn(
  { records }: Task,
  component: ComponentName,
  definition: ActivityDefinition,
  intent: Intent,
): Reuse {
  const index = records.findLastIndex(
    (record) => record.component.className === component.className,
  );
  if (index < 0) return { destroyed: [], isReused: false };
  const isTop = index === records.length - 1;
  const singleTop =
    definition.launchMode === 'singleTop' || hasFlag(intent, FLAG_ACTIVITY_SINGLE_TOP);
  const clearTop = hasFlag(intent, FLAG_ACTIVITY_CLEAR_TOP);
  if (definition.launchMode === 'singleTask' || (clearTop && singleTop)) {
    return { destroyed: records.slice(index + 1).reverse(), isReused: true };
  }
  if (clearTop) return { destroyed: records.slice(index).reverse(), isReused: false };
  // The same activity again as the task's root, as a launcher starts it: the task just comes up.
  const isRoot = index === 0 && hasFlag(intent, FLAG_ACTIVITY_NEW_TASK);
  return { destroyed: [], isReused: isRoot || (isTop && singleTop) };
}

export function hasFlag(intent: Intent, flag: number): boolean {
  return ((intent.flags ?? 0) & flag) !== 0;
}

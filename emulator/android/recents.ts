import type { AndroidSystem } from './system.ts';
import { FLAG_ACTIVITY_NEW_TASK, type Task } from './task.ts';

/**
 * The recent apps; the screen is in emulator/apps/system-ui. On MIUI 10 they are System UI's; since
 * then they are a state of the launcher, for which they are an activity of their own here.
 */
export const RECENTS_ACTIVITY = {
  packageName: 'com.android.systemui',
  className: 'com.android.systemui.recents.RecentsActivity',
} as const;

/** What a person can go back to, the task used last first. */
export function recentTasks({ activities }: AndroidSystem): readonly Task[] {
  return activities
    .tasks()
    .filter(({ isHome, packageName }) => !isHome && packageName !== RECENTS_ACTIVITY.packageName)
    .reverse();
}

/** The key APP_SWITCH: shows the recent apps, and pressed again goes to the one used last. */
export function pressRecents(system: AndroidSystem): void {
  const { activities } = system;
  const { resumed } = activities;
  if (resumed?.component.className !== RECENTS_ACTIVITY.className) {
    activities.start({ component: RECENTS_ACTIVITY, flags: FLAG_ACTIVITY_NEW_TASK });
    return;
  }
  const [task] = recentTasks(system);
  if (task) activities.bringToFront(task);
  resumed.activity.finish();
}

import type { ComponentName } from './activity.ts';
import { userName } from './process-table.ts';
import type { AndroidSystem } from './system.ts';

/** Ends everything that belongs to a package, as `am force-stop` does. */
export function forceStop(system: AndroidSystem, packageName: string): void {
  system.logcat.write(
    'I',
    'ActivityManager',
    `Force stopping ${packageName} appid user=0: from pid 0`,
  );
  system.activities.forceStop(packageName);
  void system.instrumentations.stopPackage(packageName);
  system.services.stopPackage(packageName);
  system.notifications.cancelAll(packageName);
  system.processes.killByName(packageName);
}

/**
 * Kills a package's process with its services; whether there was one.
 * @param reason for the log
 */
export function killProcess(system: AndroidSystem, packageName: string, reason: string): boolean {
  const process = system.processes.find(packageName);
  if (!process) return false;
  const { pid, uid } = process;
  system.logcat.write(
    'I',
    'ActivityManager',
    `Killing ${pid}:${packageName}/${userName(uid)} (adj 200): ${reason}`,
  );
  system.services.stopPackage(packageName);
  system.processes.kill(pid);
  return true;
}

/** Whether an installed APK has that activity, which is then taken as started. */
export function startForeign(system: AndroidSystem, component: ComponentName): boolean {
  const resolved = system.packages.resolveActivity({ component });
  if (!resolved || resolved.installedPackage.system) return false;
  system.processes.start(component.packageName, { uid: resolved.installedPackage.uid });
  system.packages.foreignApp(component.packageName)?.startActivity(resolved.component);
  return true;
}

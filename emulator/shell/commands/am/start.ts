import { ActivityNotFoundError } from '../../../android/activity-manager.ts';
import type { Intent } from '../../../android/activity.ts';
import { shellHasPermission } from '../../../android/shell-identity.ts';
import type { AndroidSystem } from '../../../android/system.ts';
import type { CommandInput, CommandOutput } from '../../command.ts';
import { bracedName, shortName } from '../../components.ts';
import { formatIntent, parseIntent } from '../../intents.ts';
import { javaException, SECURITY_EXCEPTION } from '../../java-exception.ts';

const FLAG_ACTIVITY_NEW_TASK = 0x10000000;
const SHELL_UID = 2000;
const ACTION_CALL = 'android.intent.action.CALL';
/** From this API level on, `-W` tells how the app was launched, and no longer `ThisTime`. */
const LAUNCH_STATE_SDK = 29;

/** `am start [-W] [-S] INTENT` (AOSP ActivityManagerShellCommand.runStartActivity). */
export function start({ system, args }: CommandInput): CommandOutput {
  const { intent: given, options } = parseIntent(args.slice(1));
  const intent = { ...given, flags: ((given.flags ?? 0) | FLAG_ACTIVITY_NEW_TASK) >>> 0 };
  const stdout = `${options.has('-S') ? stopFirst(system, intent) : ''}Starting: ${formatIntent(given)}\n`;
  const isWaiting = options.has('-W');
  const startedMs = system.clock.now();
  const refused = refusal(system, intent);
  if (refused) return { ...refused, stdout };
  const before = system.activities.resumed;
  let result: ReturnType<typeof system.activities.start>;
  try {
    result = system.activities.start(intent);
  } catch (error) {
    if (!(error instanceof ActivityNotFoundError)) throw error;
    return report(stdout, notFound(intent), isWaiting, 1);
  }
  const warning = result.newInstance ? '' : broughtToFront(before?.component, result.component);
  system.processes.start(result.component.packageName, {
    uid: system.packages.get(result.component.packageName)?.uid ?? SHELL_UID,
  });
  if (!isWaiting) return { stdout, stderr: warning };
  const tookMs = system.clock.now() - startedMs;
  // What is waited for is a window, which may belong to an activity that the first one started.
  const shown = system.activities.resumed?.component ?? result.component;
  return {
    stdout: stdout + warning + waitReport(system, shortName(shown), result.newInstance, tookMs),
  };
}

function stopFirst(system: AndroidSystem, intent: Intent): string {
  const packageName =
    intent.component?.packageName ??
    intent.packageName ??
    system.packages.resolveActivity(intent)?.component.packageName;
  if (packageName === undefined) return '';
  system.forceStop(packageName);
  return `Stopping: ${packageName}\n`;
}

function refusal(system: AndroidSystem, intent: Intent): CommandOutput | undefined {
  if (intent.action === ACTION_CALL && !shellHasPermission(system, 'CALL_PHONE')) {
    return javaException(
      'start',
      SECURITY_EXCEPTION,
      `Permission Denial: starting ${formatIntent(intent)} from null (pid=4021, uid=${SHELL_UID}) requires android.permission.CALL_PHONE`,
    );
  }
  const found = system.packages.resolveActivity(intent);
  if (!found || found.activity.exported) return undefined;
  return javaException(
    'start',
    SECURITY_EXCEPTION,
    `Permission Denial: starting ${formatIntent(intent)} from null (pid=4021, uid=${SHELL_UID}) not exported from uid ${found.installedPackage.uid}`,
  );
}

function notFound(intent: Intent): string {
  if (!intent.component) {
    return `Error: Activity not started, unable to resolve ${formatIntent(intent)}\n`;
  }
  return `Error type 3\nError: Activity class ${bracedName(intent.component)} does not exist.\n`;
}

function broughtToFront(before: Intent['component'], started: Intent['component']): string {
  const wasFront =
    before?.packageName === started?.packageName && before?.className === started?.className;
  return wasFront
    ? 'Warning: Activity not started, intent has been delivered to currently running top-most instance.\n'
    : 'Warning: Activity not started, its current task has been brought to the front\n';
}

/** Errors go where `-W` reports go, else to stderr. */
function report(
  stdout: string,
  message: string,
  isWaiting: boolean,
  exitCode: number,
): CommandOutput {
  return isWaiting ? { stdout: stdout + message, exitCode } : { stdout, stderr: message, exitCode };
}

function waitReport(
  system: AndroidSystem,
  component: string,
  isNew: boolean,
  tookMs: number,
): string {
  const hasLaunchState = system.profile.sdk >= LAUNCH_STATE_SDK;
  return [
    'Status: ok',
    ...(hasLaunchState ? [`LaunchState: ${isNew ? 'COLD' : 'HOT'}`] : []),
    `Activity: ${component}`,
    ...(hasLaunchState ? [] : [`ThisTime: ${tookMs}`]),
    `TotalTime: ${tookMs}`,
    `WaitTime: ${tookMs}`,
    'Complete',
    '',
  ].join('\n');
}

import type { ActivityRecord } from '../../../android/activity-manager.ts';
import type { ServiceRecord } from '../../../android/service-manager.ts';
import type { AndroidSystem } from '../../../android/system.ts';
import type { CommandInput } from '../../command.ts';
import { shortName } from '../../components.ts';
import { hexId } from '../../hex-id.ts';
import { type Dump, lines } from './dump.ts';

/** `dumpsys activity [activities|top|services|processes|…]` (AOSP ActivityManagerService.dump). */
export const dumpActivity: Dump = (input) => {
  const [section, ...rest] = input.args;
  switch (section) {
    case 'activities':
    case 'a':
      return lines(describeActivities(input.system));
    case 'top':
      return lines(describeTop(input.system));
    case 'services':
    case 's':
      return lines(describeServices({ ...input, args: rest }));
    case 'processes':
    case 'p':
      return lines(describeProcesses(input.system));
    case undefined:
      return lines(
        describeServices({ ...input, args: [] }),
        '-------------------------------------------------------------------------------',
        describeActivities(input.system),
        '-------------------------------------------------------------------------------',
        describeProcesses(input.system),
      );
    default:
      return lines(`Bad activity command, or no activities match: ${section}`, 'Use -h for help.');
  }
};

/** `ActivityRecord{1f2e3d4 u0 com.android.settings/.MiuiSettings t7}` */
export function recordName(record: ActivityRecord): string {
  const name = shortName(record.component);
  return `ActivityRecord{${hexId(name)} u0 ${name} t${record.taskId}}`;
}

function describeActivities(system: AndroidSystem): string[] {
  const { resumed } = system.activities;
  const topFirst = [...system.activities.stack()].reverse();
  const taskIds = [...new Set(topFirst.map((record) => record.taskId))];
  return [
    'ACTIVITY MANAGER ACTIVITIES (dumpsys activity activities)',
    'Display #0 (activities from top to bottom):',
    ...taskIds.flatMap((taskId) => {
      const records = topFirst.filter((record) => record.taskId === taskId);
      return describeTask(system, taskId, records);
    }),
    '',
    ...(resumed
      ? [
          // ActivityStack.dump before Android 12, RootWindowContainer.dump since then.
          system.profile.sdk < 31
            ? `    mResumedActivity: ${recordName(resumed)}`
            : `  topResumedActivity=${recordName(resumed)}`,
          `  ResumedActivity: ${recordName(resumed)}`,
        ]
      : []),
    '  mFocusedDisplayId=0',
  ];
}

function describeTask(
  system: AndroidSystem,
  taskId: number,
  records: readonly ActivityRecord[],
): string[] {
  const packageName = records[0]?.component.packageName ?? '';
  const uid = system.packages.get(packageName)?.uid ?? 1000;
  const isVisible = records.some((record) => record.state === 'RESUMED');
  return [
    `  * Task{${hexId(`task ${taskId}`)} #${taskId} type=standard A=${uid}:${packageName} U=0 visible=${isVisible} mode=fullscreen translucent=false sz=${records.length}}`,
    ...records.flatMap((record, index) => [
      `    * Hist  #${records.length - 1 - index}: ${recordName(record)}`,
      `        packageName=${record.component.packageName} processName=${record.component.packageName}`,
      `        launchedFromUid=1000 userId=0`,
      `        mActivityComponent=${shortName(record.component)}`,
      `        state=${record.state} delayedResume=false finishing=false`,
    ]),
  ];
}

function describeTop(system: AndroidSystem): string[] {
  const { resumed } = system.activities;
  if (!resumed) return ['  (nothing)'];
  const { packageName } = resumed.component;
  const pid = system.processes.find(packageName)?.pid ?? 0;
  const name = shortName(resumed.component);
  return [
    `TASK ${packageName} id=${resumed.taskId} userId=0`,
    `  ACTIVITY ${name} ${hexId(name)} pid=${pid}`,
    `    Local Activity ${hexId(name)} State:`,
    '      mResumed=true mStopped=false mFinished=false',
  ];
}

/** @param args a package or component to limit the list to */
function describeServices({ system, args }: CommandInput): string[] {
  const [filter] = args;
  const services = system.services.list().filter((service) => {
    const name = shortName(service.component);
    return filter === undefined || name === filter || service.component.packageName === filter;
  });
  return [
    'ACTIVITY MANAGER SERVICES (dumpsys activity services)',
    ...(services.length > 0
      ? ['  User 0 active services:', ...services.flatMap((s) => describeService(system, s))]
      : ['  (nothing)']),
  ];
}

function describeService(system: AndroidSystem, service: ServiceRecord): string[] {
  const { component, foreground, startedAtMs } = service;
  const name = shortName(component);
  const process = system.processes.find(component.packageName);
  return [
    `  * ServiceRecord{${hexId(name)} u0 ${name} c:com.android.shell}`,
    `    intent={cmp=${name}}`,
    `    packageName=${component.packageName}`,
    `    processName=${component.packageName}`,
    `    app=ProcessRecord{${hexId(component.packageName)} ${process?.pid ?? 0}:${component.packageName}/${userOf(process?.uid)}}`,
    ...(foreground
      ? [
          '    isForeground=true foregroundId=1 types=0x00000008 foregroundNoti=Notification(channel=main_channel shortcut=null contentView=null vibrate=null sound=null defaults=0x0 flags=0x62 color=0x00000000 vis=PRIVATE)',
        ]
      : []),
    `    createTime=-${Math.round((system.clock.monotonic.now() - startedAtMs) / 1000)}s startingBgTimeout=--`,
    '    startRequested=true delayedStop=false stopIfKilled=false callStart=true lastStartId=1',
    '',
  ];
}

function describeProcesses(system: AndroidSystem): string[] {
  return [
    'ACTIVITY MANAGER RUNNING PROCESSES (dumpsys activity processes)',
    '  All known processes:',
    ...system.processes
      .list()
      .filter(({ name }) => name.includes('.'))
      .flatMap(({ name, pid, uid }) => [
        `  *APP* UID ${uid} ProcessRecord{${hexId(name)} ${pid}:${name}/${userOf(uid)}}`,
        `    user #0 uid=${uid} gids={}`,
      ]),
  ];
}

function userOf(uid = 1000): string {
  return uid >= 10_000 ? `u0a${uid - 10_000}` : String(uid);
}

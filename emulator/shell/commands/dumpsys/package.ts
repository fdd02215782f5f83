import type { InstalledPackage } from '../../../android/packages/installed-package.ts';
import { isInstallPermission, isRuntimePermission } from '../../../android/packages/permissions.ts';
import { formatTime } from '../../date-format.ts';
import { hexId } from '../../hex-id.ts';
import { shortName } from '../../components.ts';
import { type Dump, lines } from './dump.ts';

/** `dumpsys package [PACKAGE]` (AOSP PackageManagerService dumps, Settings.dumpPackageLPr). */
export const dumpPackage: Dump = ({ system, args }) => {
  const name = args.find((arg) => !arg.startsWith('-'));
  const timeZone = system.properties.get('persist.sys.timezone');
  const packages =
    name === undefined
      ? system.packages.list()
      : [system.packages.get(name)].filter((entry) => entry !== undefined);
  if (packages.length === 0) {
    return lines('Dexopt state:', `  Unable to find package: ${name ?? ''}`);
  }
  return lines(
    'Activity Resolver Table:',
    '  Non-Data Actions:',
    packages.flatMap(describeActivities),
    '',
    'Packages:',
    packages.flatMap((entry) => describePackage(entry, timeZone)),
    '',
    'Queries:',
    '  system apps queryable: false',
    '',
    'Dexopt state:',
    packages.map((entry) => `  [${entry.packageName}]`),
  );
};

function describeActivities({ packageName, activities }: InstalledPackage): string[] {
  const actions = new Set(activities.flatMap((activity) => activity.actions));
  return [...actions].flatMap((action) => [
    `      ${action}:`,
    ...activities
      .filter((activity) => activity.actions.includes(action))
      .flatMap(({ className, categories }) => {
        const name = shortName({ packageName, className });
        return [
          `        ${hexId(name)} ${name} filter ${hexId(`${name} filter`)}`,
          `          Action: "${action}"`,
          ...categories.map((category) => `          Category: "${category}"`),
        ];
      }),
  ]);
}

function describePackage(entry: InstalledPackage, timeZone: string): string[] {
  const { packageName, requestedPermissions, grantedPermissions } = entry;
  const id = hexId(packageName);
  const time = (ms: number) => formatTime(ms, '%Y-%m-%d %H:%M:%S', timeZone);
  const flags = [
    ...(entry.system ? ['SYSTEM'] : []),
    ...(entry.debuggable ? ['DEBUGGABLE'] : []),
    'HAS_CODE',
    'ALLOW_CLEAR_USER_DATA',
  ];
  const isGranted = (permission: string) => `granted=${grantedPermissions.has(permission)}`;
  return [
    `  Package [${packageName}] (${id}):`,
    `    appId=${entry.uid}`,
    `    pkg=Package{${id} ${packageName}}`,
    `    codePath=${entry.codePath}`,
    `    resourcePath=${entry.codePath}`,
    `    legacyNativeLibraryDir=${entry.codePath}/lib`,
    `    primaryCpuAbi=null`,
    `    secondaryCpuAbi=null`,
    `    versionCode=${entry.versionCode} minSdk=${entry.minSdk} targetSdk=${entry.targetSdk}`,
    `    versionName=${entry.versionName}`,
    `    usesNonSdkApi=false`,
    `    splits=[base]`,
    `    apkSigningVersion=2`,
    `    flags=[ ${flags.join(' ')} ]`,
    `    dataDir=/data/user/0/${packageName}`,
    `    timeStamp=${time(entry.lastUpdateMs)}`,
    `    lastUpdateTime=${time(entry.lastUpdateMs)}`,
    `    installerPackageName=null`,
    `    requested permissions:`,
    ...requestedPermissions.map((permission) => `      ${permission}`),
    `    install permissions:`,
    // Those of the development kind stand here once they are granted.
    ...requestedPermissions
      .filter((name) => !isRuntimePermission(name))
      .filter((name) => isInstallPermission(name) || grantedPermissions.has(name))
      .map((permission) => `      ${permission}: ${isGranted(permission)}`),
    `    User 0: ceDataInode=0 deDataInode=0 installed=true hidden=false suspended=false distractionFlags=0 stopped=false notLaunched=false enabled=0 instant=false virtual=false quarantined=false`,
    `      installReason=0`,
    `      dataDir=/data/user/0/${packageName}`,
    `      firstInstallTime=${time(entry.firstInstallMs)}`,
    `      gids=[]`,
    `      runtime permissions:`,
    ...requestedPermissions
      .filter(isRuntimePermission)
      .map((permission) => `        ${permission}: ${isGranted(permission)}, flags=[ ]`),
  ];
}

import { posix } from 'node:path';
import type { ActivityDefinition, AppDefinition } from '../activity.ts';

/** A service or receiver as a manifest declares it. */
export interface PackageComponent {
  /** Full class name. */
  readonly className: string;
  readonly exported: boolean;
  readonly permission: string | null;
  readonly label: string | null;
  /** Actions and categories of all its intent filters. */
  readonly actions: readonly string[];
  readonly categories: readonly string[];
}

export interface PackageActivity extends PackageComponent {
  /** Whether the launcher shows it. */
  readonly launcher: boolean;
  /** Its code, for apps of the system image; an installed APK brings none that runs here. */
  readonly definition?: ActivityDefinition;
}

export interface InstrumentationInfo {
  readonly className: string;
  readonly targetPackage: string;
}

export interface InstalledPackage {
  readonly packageName: string;
  readonly label: string;
  readonly shownLabel?: AppDefinition['shownLabel'];
  readonly versionName: string | null;
  readonly versionCode: number;
  readonly minSdk: number;
  readonly targetSdk: number;
  readonly uid: number;
  /** Part of the system image. */
  readonly system: boolean;
  readonly debuggable: boolean;
  /** Directory of its APK. */
  readonly codePath: string;
  /** Full path of its APK. */
  readonly apkPath: string;
  readonly requestedPermissions: readonly string[];
  readonly grantedPermissions: Set<string>;
  /** App operations with a mode other than the default, e.g. `PROJECT_MEDIA` → `allow`. */
  readonly appOps: Map<string, string>;
  readonly activities: readonly PackageActivity[];
  readonly services: readonly PackageComponent[];
  readonly receivers: readonly PackageComponent[];
  readonly instrumentations: readonly InstrumentationInfo[];
  readonly firstInstallMs: number;
  readonly lastUpdateMs: number;
  /** Its code, for apps of the system image. */
  readonly definition?: AppDefinition;
}

const LAUNCHER = 'android.intent.category.LAUNCHER';

/** An app of the system image. */
export interface SystemApp extends AppDefinition {
  /** Default: `/system/app/PACKAGE/PACKAGE.apk`. */
  readonly apkPath?: string;
}

/** An app of the system image as the package manager knows it. */
export function systemPackage(
  app: SystemApp,
  options: { readonly sdk: number; readonly builtMs: number },
): InstalledPackage {
  const apkPath = app.apkPath ?? `/system/app/${app.packageName}/${app.packageName}.apk`;
  const permissions = app.permissions ?? [];
  return {
    packageName: app.packageName,
    label: app.label,
    ...(app.shownLabel ? { shownLabel: app.shownLabel } : {}),
    versionName: app.versionName,
    versionCode: app.versionCode,
    minSdk: options.sdk,
    targetSdk: options.sdk,
    uid: app.uid,
    system: true,
    debuggable: false,
    codePath: posix.dirname(apkPath),
    apkPath,
    requestedPermissions: permissions,
    grantedPermissions: new Set(permissions),
    appOps: new Map(),
    activities: app.activities.map((definition) => ({
      className: definition.className,
      exported: definition.exported,
      permission: null,
      label: null,
      actions: definition.actions ?? [],
      categories: definition.categories ?? [],
      launcher: definition.categories?.includes(LAUNCHER) ?? false,
      definition,
    })),
    services: [],
    receivers: [],
    instrumentations: [],
    firstInstallMs: options.builtMs,
    lastUpdateMs: options.builtMs,
    definition: app,
  };
}

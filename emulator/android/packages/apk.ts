import type {
  InstrumentationInfo,
  PackageActivity,
  PackageComponent,
} from './installed-package.ts';

/** What the package manager takes from an APK's AndroidManifest.xml. */
export interface ApkManifest {
  readonly packageName: string;
  readonly label: string;
  readonly versionName: string | null;
  readonly versionCode: number;
  readonly minSdk: number;
  readonly targetSdk: number;
  readonly debuggable: boolean;
  readonly testOnly: boolean;
  readonly requestedPermissions: readonly string[];
  readonly activities: readonly PackageActivity[];
  readonly services: readonly PackageComponent[];
  readonly receivers: readonly PackageComponent[];
  readonly instrumentations: readonly InstrumentationInfo[];
}

/** The file is no APK, or its manifest cannot be read. */
export class InvalidApkError extends Error {
  override readonly name = 'InvalidApkError';
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads an APK: a ZIP with a binary AndroidManifest.xml.
 * @throws InvalidApkError if it is none.
 */
export async function readApkManifest(apk: Buffer): Promise<ApkManifest> {
  // Loaded at first use: a phone must be up in a second, and many a phone never installs anything.
  const { default: ApkReader } = await import('@devicefarmer/adbkit-apkreader');
  let manifest: Json;
  try {
    const reader = await ApkReader.open(apk);
    manifest = await reader.readManifest();
  } catch (error) {
    throw new InvalidApkError(error instanceof Error ? error.message : String(error));
  }
  const packageName = text(manifest['package']);
  if (packageName === null) throw new InvalidApkError('The manifest names no package');
  const application = object(manifest['application']);
  const usesSdk = object(manifest['usesSdk']);
  const minSdk = Number(usesSdk['minSdkVersion'] ?? 1);
  const launchers = list(application['launcherActivities']).map((entry) => text(entry['name']));
  const instrumentation = manifest['instrumentation'];
  return {
    packageName,
    label: text(application['label']) ?? packageName,
    versionName: text(manifest['versionName']),
    versionCode: Number(manifest['versionCode'] ?? 0),
    minSdk,
    targetSdk: Number(usesSdk['targetSdkVersion'] ?? minSdk),
    debuggable: application['debuggable'] === true,
    testOnly: application['testOnly'] === true,
    requestedPermissions: list(manifest['usesPermissions']).flatMap(
      (permission) => text(permission['name']) ?? [],
    ),
    activities: [...list(application['activities']), ...list(application['activityAliases'])].map(
      (entry) => ({
        ...component(packageName, entry),
        launcher: launchers.includes(text(entry['name'])),
      }),
    ),
    services: list(application['services']).map((entry) => component(packageName, entry)),
    receivers: list(application['receivers']).map((entry) => component(packageName, entry)),
    instrumentations: instrumentation
      ? [
          {
            className: absoluteClass(packageName, text(object(instrumentation)['name']) ?? ''),
            targetPackage: text(object(instrumentation)['targetPackage']) ?? packageName,
          },
        ]
      : [],
  };
}

/** `.Foo` and `Foo` stand for a class in the package. */
export function absoluteClass(packageName: string, className: string): string {
  if (className.startsWith('.')) return packageName + className;
  return className.includes('.') ? className : `${packageName}.${className}`;
}

function component(packageName: string, entry: Json): PackageComponent {
  const filters = list(entry['intentFilters']);
  return {
    className: absoluteClass(packageName, text(entry['name']) ?? ''),
    // Until Android 12 a component with an intent filter was exported without saying so.
    exported: typeof entry['exported'] === 'boolean' ? entry['exported'] : filters.length > 0,
    permission: text(entry['permission']),
    label: text(entry['label']),
    actions: filters.flatMap((filter) => names(filter['actions'])),
    categories: filters.flatMap((filter) => names(filter['categories'])),
  };
}

function names(entries: unknown): string[] {
  return list(entries).flatMap((entry) => text(entry['name']) ?? []);
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}

/** A literal string; resource references (`resourceId:0x…`) count as none. */
function text(value: unknown): string | null {
  return typeof value === 'string' && !value.startsWith('resourceId:') ? value : null;
}

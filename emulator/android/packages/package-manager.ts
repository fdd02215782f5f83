import { createHash } from 'node:crypto';
import type { IFileSystem } from 'just-bash';
import type { Storage } from '../storage.ts';
import type { ComponentName, Intent } from '../activity.ts';
import type { Clock } from '../clock.ts';
import { InvalidApkError, readApkManifest, type ApkManifest } from './apk.ts';
import type { ForeignApp } from './foreign-app.ts';
import { InstallSessions } from './install-sessions.ts';
import {
  systemPackage,
  type InstalledPackage,
  type PackageActivity,
  type SystemApp,
} from './installed-package.ts';
import { isInstallPermission, isRuntimePermission } from './permissions.ts';

/** First Linux user id of installed apps (Process.FIRST_APPLICATION_UID). */
const FIRST_APP_UID = 10_200;
/** When the system image was built, as far as its packages tell. */
const SYSTEM_IMAGE_BUILT_MS = Date.UTC(2009, 0, 1);

/** An installation that the package manager refuses; `code` as in PackageManager.java. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface InstallOptions {
  /** Grant all run-time permissions. */
  readonly grant: boolean;
  /** An installed package of that name may be replaced; its data and uid stay. */
  readonly replace: boolean;
  /** Take an APK whose manifest says `testOnly`. */
  readonly allowTest?: boolean;
}

export interface ResolvedActivity {
  /** The real class, even where the intent named an alias. */
  readonly component: ComponentName;
  readonly activity: PackageActivity;
  readonly installedPackage: InstalledPackage;
}

/** What is installed, and who answers an intent (android.content.pm.PackageManager). */
export class PackageManager {
  readonly sessions = new InstallSessions();
  readonly #files: IFileSystem;
  readonly #clock: Clock;
  readonly #sdk: number;
  readonly #storage: Pick<Storage, 'fits'> | undefined;
  readonly #packages = new Map<string, InstalledPackage>();
  readonly #foreignApps = new Map<string, ForeignApp>();
  readonly #removedListeners = new Set<(packageName: string) => void>();
  #nextUid = FIRST_APP_UID;

  constructor(options: {
    readonly apps: readonly SystemApp[];
    readonly files: IFileSystem;
    readonly clock: Clock;
    readonly sdk: number;
    /** Default: room for everything. */
    readonly storage?: Pick<Storage, 'fits'>;
  }) {
    this.#files = options.files;
    this.#clock = options.clock;
    this.#sdk = options.sdk;
    this.#storage = options.storage;
    for (const app of options.apps) {
      this.#packages.set(
        app.packageName,
        systemPackage(app, { sdk: options.sdk, builtMs: SYSTEM_IMAGE_BUILT_MS }),
      );
    }
  }

  /**
   * Installs an APK.
   * @param permit is asked before anything of the phone changes.
   * @throws InstallError with AOSP's code and wording.
   */
  async install(
    apk: Buffer,
    options: InstallOptions,
    permit?: (packageName: string) => Promise<boolean>,
  ): Promise<{ packageName: string }> {
    const manifest = await this.#readManifest(apk);
    const { packageName } = manifest;
    if (this.#storage?.fits(apk.length) === false) {
      throw new InstallError(
        'INSTALL_FAILED_INSUFFICIENT_STORAGE',
        'Failed to override installation location',
      );
    }
    if (permit && !(await permit(packageName))) {
      throw new InstallError('INSTALL_FAILED_USER_RESTRICTED', 'Install canceled by user');
    }
    const previous = this.#packages.get(packageName);
    if (previous && !options.replace) {
      throw new InstallError(
        'INSTALL_FAILED_ALREADY_EXISTS',
        `Attempt to re-install ${packageName} without first uninstalling.`,
      );
    }
    if (previous && previous.versionCode > manifest.versionCode) {
      throw new InstallError(
        'INSTALL_FAILED_VERSION_DOWNGRADE',
        `Downgrade detected: Update version code ${manifest.versionCode} is older than current ${previous.versionCode}`,
      );
    }
    if (manifest.testOnly && !options.allowTest) {
      throw new InstallError('INSTALL_FAILED_TEST_ONLY', 'installPackageLI');
    }
    const digest = createHash('sha256').update(apk).digest('base64url').slice(0, 22);
    const codePath = `/data/app/~~${digest}==/${packageName}-${digest.slice(0, 11)}==`;
    if (previous) await this.#removeFiles(previous);
    await this.#files.mkdir(codePath, { recursive: true });
    await this.#files.writeFile(`${codePath}/base.apk`, apk);
    this.#packages.set(packageName, this.#describe(manifest, codePath, previous, options.grant));
    return { packageName };
  }

  /** Whether the package was there and could be removed; packages of the system image cannot. */
  async uninstall(packageName: string): Promise<boolean> {
    const installed = this.#packages.get(packageName);
    if (!installed || installed.system) return false;
    this.#packages.delete(packageName);
    await this.#removeFiles(installed);
    for (const listener of this.#removedListeners) listener(packageName);
    return true;
  }

  get(packageName: string): InstalledPackage | undefined {
    return this.#packages.get(packageName);
  }

  /** All packages, by name. */
  list(): InstalledPackage[] {
    return [...this.#packages.values()].sort((a, b) => (a.packageName < b.packageName ? -1 : 1));
  }

  /** The activity an intent means: by its component, else by action and categories. */
  resolveActivity(intent: Intent): ResolvedActivity | undefined {
    const { component } = intent;
    for (const installedPackage of this.#packages.values()) {
      if (component && component.packageName !== installedPackage.packageName) continue;
      if (intent.packageName !== undefined && intent.packageName !== installedPackage.packageName) {
        continue;
      }
      const activity = installedPackage.activities.find((candidate) =>
        component ? isNamed(candidate, component.className) : answers(candidate, intent),
      );
      if (!activity) continue;
      const { packageName } = installedPackage;
      return {
        component: { packageName, className: activity.className },
        activity,
        installedPackage,
      };
    }
    return undefined;
  }

  /** The activity that the launcher's icon of a package starts. */
  launcherActivity(packageName: string): ResolvedActivity | undefined {
    const installedPackage = this.#packages.get(packageName);
    const activity = installedPackage?.activities.find((candidate) => candidate.launcher);
    if (!installedPackage || !activity) return undefined;
    return {
      component: { packageName, className: activity.className },
      activity,
      installedPackage,
    };
  }

  /** Gives an installed APK's package behaviour: its code does not run here. */
  registerForeignApp(packageName: string, app: ForeignApp): void {
    this.#foreignApps.set(packageName, app);
  }

  foreignApp(packageName: string): ForeignApp | undefined {
    return this.#packages.has(packageName) ? this.#foreignApps.get(packageName) : undefined;
  }

  /** Subscribes to removals; the returned function unsubscribes. */
  onRemoved(listener: (packageName: string) => void): () => void {
    this.#removedListeners.add(listener);
    return () => this.#removedListeners.delete(listener);
  }

  async #readManifest(apk: Buffer): Promise<ApkManifest> {
    let manifest: ApkManifest;
    try {
      manifest = await readApkManifest(apk);
    } catch (error) {
      if (!(error instanceof InvalidApkError)) throw error;
      throw new InstallError(
        'INSTALL_PARSE_FAILED_NOT_APK',
        `Failed to parse base.apk: ${error.message}`,
      );
    }
    if (manifest.minSdk > this.#sdk) {
      throw new InstallError(
        'INSTALL_FAILED_OLDER_SDK',
        `Failed parse during installPackageLI: Requires newer sdk version #${manifest.minSdk} (current version is #${this.#sdk})`,
      );
    }
    return manifest;
  }

  #describe(
    manifest: ApkManifest,
    codePath: string,
    previous: InstalledPackage | undefined,
    grant: boolean,
  ): InstalledPackage {
    const granted = manifest.requestedPermissions.filter(
      (permission) =>
        isInstallPermission(permission) ||
        (isRuntimePermission(permission) && grant) ||
        previous?.grantedPermissions.has(permission),
    );
    const nowMs = this.#clock.now();
    return {
      ...manifest,
      uid: previous?.uid ?? this.#nextUid++,
      system: false,
      codePath,
      apkPath: `${codePath}/base.apk`,
      grantedPermissions: new Set(granted),
      appOps: previous?.appOps ?? new Map<string, string>(),
      firstInstallMs: previous?.firstInstallMs ?? nowMs,
      lastUpdateMs: nowMs,
    };
  }

  async #removeFiles(installed: InstalledPackage): Promise<void> {
    await this.#files.rm(installed.codePath, { recursive: true, force: true });
  }
}

function isNamed(activity: PackageActivity, className: string): boolean {
  return (
    activity.className === className || (activity.definition?.aliases?.includes(className) ?? false)
  );
}

/** Implicit intents match on the action and on every category that they carry. */
function answers(activity: PackageActivity, intent: Intent): boolean {
  if (!activity.exported || intent.action === undefined) return false;
  return (
    activity.actions.includes(intent.action) &&
    (intent.categories ?? []).every(
      (category) =>
        category === 'android.intent.category.DEFAULT' || activity.categories.includes(category),
    )
  );
}

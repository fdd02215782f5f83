import type { IFileSystem } from 'just-bash';
import type { Profile } from '../profiles/profile.ts';
import { WindowManager } from '../ui/window-manager.ts';
import type { Display } from './accessibility.ts';
import { AccountManager } from './account-manager.ts';
import { ActivityManager } from './activity-manager.ts';
import { AdbKeys } from './adb-keys.ts';
import { MiuiAppOps } from './app-ops.ts';
import type { AppDefinition } from './activity.ts';
import { forceStop, killProcess, startForeign } from './app-processes.ts';
import { AppErrors } from './app-errors.ts';
import { AppiumSettingsApp } from './appium-settings/app.ts';
import { APPIUM_SETTINGS_PACKAGE } from './appium-settings/package.ts';
import { connectAutomaticTime } from './automatic-time.ts';
import { Calls } from './calls.ts';
import { Clipboard } from './clipboard.ts';
import type { Clock } from './clock.ts';
import { chosenLocale } from './configuration.ts';
import { Connectivity } from './connectivity.ts';
import { PhoneFileSystem } from './file-system.ts';
import { Gates } from './gates/gates.ts';
import { HelperKiller } from './gates/kill-helpers.ts';
import { connectGateProperties } from './gates/properties.ts';
import { connectGateSettings } from './gates/settings.ts';
import { Holding } from './holding.ts';
import { InputMethods } from './input-methods.ts';
import { InstrumentationRegistry } from './instrumentation-registry.ts';
import { Keyguard } from './keyguard.ts';
import { startLogChatter } from './log-chatter.ts';
import { Logcat } from './logcat.ts';
import { NotificationManager } from './notification-manager.ts';
import { PackageManager } from './packages/package-manager.ts';
import { platformPackages } from './packages/platform-packages.ts';
import { UsbInstalls } from './packages/usb-installs.ts';
import { DevicePorts } from './ports.ts';
import { PowerManager } from './power-manager.ts';
import { ProcessTable, userName } from './process-table.ts';
import { propertiesOf, SystemProperties } from './properties.ts';
import { ContactsProvider } from './providers/contacts-provider.ts';
import { NotesProvider } from './providers/notes-provider.ts';
import { SmsProvider } from './providers/sms-provider.ts';
import { ServiceManager } from './service-manager.ts';
import { builtInKeyboard, settingsDefaults, SettingsProvider } from './settings-provider.ts';
import { injectionRefusal, SecurityException, shellHasPermission } from './shell-identity.ts';
import { simCards, simProperties } from './sim-cards.ts';
import { statusBarOf } from './status-bar.ts';
import { Storage } from './storage.ts';
import { SyncManager } from './sync-manager.ts';
import { connectScreen } from './system-screen.ts';
import { Telephony } from './telephony.ts';
import { WallClock } from './wall-clock.ts';

export interface AndroidSystemOptions {
  readonly profile: Profile;
  readonly clock: Clock;
  /** The apps of the system image. */
  readonly apps: readonly AppDefinition[];
  /** The first line's own number, E.164; without one the phone has no SIM card. */
  readonly phoneNumber?: string;
  /** That of a second SIM card, E.164. */
  readonly secondNumber?: string | undefined;
  /** Base URL of the account service that the apps call. */
  readonly serviceUrl?: string;
  /** How Xiaomi's gates stand; default: all as the table of gates has it. */
  readonly gates?: Gates;
}

/** One phone's system: wires its services together and holds all of the phone's state. */
export class AndroidSystem {
  readonly profile: Profile;
  readonly clock: WallClock;
  readonly serviceUrl: string | undefined;
  readonly gates: Gates;
  readonly properties: SystemProperties;
  readonly settings: SettingsProvider;
  readonly packages: PackageManager;
  readonly miuiAppOps: MiuiAppOps;
  readonly usbInstalls: UsbInstalls;
  readonly adbKeys: AdbKeys;
  readonly processes: ProcessTable;
  readonly services: ServiceManager;
  readonly notifications: NotificationManager;
  readonly sms: SmsProvider;
  readonly contacts: ContactsProvider;
  readonly notes: NotesProvider;
  readonly syncs: SyncManager;
  readonly telephony: Telephony;
  readonly accounts = new AccountManager();
  readonly clipboard = new Clipboard();
  readonly appErrors = new AppErrors((name) => void this.kill(name, 'user request after error'));
  readonly power = new PowerManager();
  readonly calls: Calls;
  readonly holding = new Holding();
  readonly keyguard: Keyguard;
  readonly connectivity: Connectivity;
  readonly storage: Storage;
  readonly inputMethods: InputMethods;
  readonly logcat: Logcat;
  readonly files: PhoneFileSystem;
  /** The same files, as far as the user of a shell and of adb may change them. */
  readonly shellFiles: IFileSystem;
  readonly ports = new DevicePorts();
  readonly instrumentations = new InstrumentationRegistry();
  readonly windows: WindowManager;
  readonly activities: ActivityManager;
  /** When the phone was switched on, by the monotonic clock; `undefined` before `boot()`. */
  #bootedAtMs: number | undefined;
  #stopChatter: (() => void) | undefined;
  #stopKiller: (() => void) | undefined;
  readonly #setGateProperties: () => void;

  constructor(options: AndroidSystemOptions) {
    const { profile } = options;
    this.profile = profile;
    this.serviceUrl = options.serviceUrl;
    this.gates = options.gates ?? new Gates();
    const clock = new WallClock(options.clock, this.gates);
    this.clock = clock;
    this.storage = new Storage(this.gates);
    this.keyguard = new Keyguard(this.gates, this.power);
    const numbers = [options.phoneNumber, options.secondNumber];
    const sims = simCards(
      profile,
      numbers.filter((number) => number !== undefined),
    );
    this.properties = new SystemProperties({
      ...propertiesOf(profile),
      ...simProperties(profile, sims),
    });
    this.#setGateProperties = connectGateProperties(this.gates, this.properties, (state) =>
      simProperties(profile, sims, state),
    );
    this.settings = new SettingsProvider(settingsDefaults(profile));
    this.connectivity = new Connectivity(this.settings, this.gates);
    connectGateSettings(this.gates, this.settings);
    connectAutomaticTime(this.gates, this.settings, this.connectivity);
    this.logcat = new Logcat(clock);
    this.files = PhoneFileSystem.create({
      buildProperties: this.properties.entries(),
      uptimeMs: () => this.uptimeMs,
    });
    this.shellFiles = this.files.forShell();
    this.processes = new ProcessTable(clock.monotonic);
    this.services = new ServiceManager(clock.monotonic);
    this.packages = new PackageManager({
      apps: [...platformPackages(profile), ...options.apps],
      files: this.files,
      clock,
      sdk: profile.sdk,
      storage: this.storage,
    });
    this.miuiAppOps = new MiuiAppOps(this.gates, this.packages);
    this.inputMethods = new InputMethods(this.packages, this.settings, builtInKeyboard(profile));
    this.notifications = new NotificationManager(clock);
    this.packages.registerForeignApp(APPIUM_SETTINGS_PACKAGE, new AppiumSettingsApp(this));
    this.sms = new SmsProvider(profile.smsApp, this.gates);
    this.contacts = new ContactsProvider(() => clock.now());
    this.notes = new NotesProvider(() => clock.now());
    this.syncs = new SyncManager(clock, this.logcat);
    this.telephony = new Telephony({
      sims,
      smsApp: profile.smsApp,
      clock,
      sms: this.sms,
      notifications: this.notifications,
      logcat: this.logcat,
      gates: this.gates,
      storage: this.storage,
      connectivity: this.connectivity,
    });
    this.windows = new WindowManager({
      display: profile.display,
      look: profile.look,
      sdk: profile.sdk,
      clock,
      timeZone: profile.timeZone,
      status: () => statusBarOf(this),
      isScreenOn: () => this.power.screenOn,
      beforeInjection: () => this.#checkInjection(),
    });
    this.activities = new ActivityManager({
      system: this,
      windows: this.windows,
      apps: options.apps,
      startForeign: (component) => startForeign(this, component),
    });
    this.calls = new Calls(this);
    this.usbInstalls = new UsbInstalls(this.gates, this.activities);
    this.adbKeys = new AdbKeys(this.gates, this.activities);
    connectScreen(this);
  }

  get display(): Display {
    return this.windows.display;
  }

  /** The language in use, BCP 47: the first of those chosen in Settings. */
  get locale(): string {
    return chosenLocale(this.settings) ?? this.profile.locales[0];
  }

  /** How long the phone has been on. */
  get uptimeMs(): number {
    const nowMs = this.clock.monotonic.now();
    return nowMs - (this.#bootedAtMs ?? nowMs);
  }

  /** Switches the phone on: processes, apps' start-up code, the home screen. */
  boot(): void {
    this.#startServices();
    this.processes.onStart(({ pid, name, uid }) =>
      this.logcat.write('I', 'ActivityManager', `Start proc ${pid}:${name}/${userName(uid)}`),
    );
    this.processes.onDeath((name) => this.activities.processDied(name));
    this.packages.onRemoved((packageName) => this.forceStop(packageName));
    this.#stopChatter = startLogChatter(this.logcat, this.clock);
    this.#stopKiller = new HelperKiller(this).start();
    for (const { definition } of this.packages.list()) definition?.onBoot?.(this);
    this.activities.home();
    this.completeBoot();
  }

  /**
   * Switches the phone off and on, up to the point where adb answers: every app has ended, and what
   * lives in memory is gone. `completeBoot()` is still to come.
   */
  async restart(): Promise<void> {
    this.syncs.cancel();
    await this.instrumentations.stopAll();
    for (const { packageName } of this.packages.list()) this.forceStop(packageName);
    this.calls.end();
    this.logcat.clear();
    this.properties.restart();
    this.#setGateProperties();
    this.keyguard.lock();
    this.#startServices();
  }

  /** The last step of a boot, which scripts wait for (`getprop sys.boot_completed`). */
  completeBoot(): void {
    this.properties.set('init.svc.bootanim', 'stopped');
    this.properties.set('dev.bootcomplete', '1');
    this.properties.set('sys.boot_completed', '1');
    for (const { definition } of this.packages.list()) definition?.onBootCompleted?.(this);
  }

  #startServices(): void {
    this.#bootedAtMs = this.clock.monotonic.now();
    this.processes.startBootProcesses();
    this.logcat.write('I', 'SystemServiceManager', 'Starting phase 1000');
    this.logcat.write('I', 'ActivityManager', 'System now ready');
  }

  /** Ends everything that belongs to a package, as `am force-stop` does. */
  forceStop(packageName: string): void {
    forceStop(this, packageName);
  }

  /**
   * Kills a package's process with its services; whether there was one.
   * @param reason for the log
   */
  kill(packageName: string, reason: string): boolean {
    return killProcess(this, packageName, reason);
  }

  /** Automation injects as the shell's user, which connects it (UiAutomationConnection). */
  #checkInjection(): void {
    if (shellHasPermission(this, 'INJECT_EVENTS')) return;
    throw new SecurityException(injectionRefusal(this.profile.sdk));
  }

  /** Switches the phone off. Resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.#stopChatter?.();
    this.#stopChatter = undefined;
    this.#stopKiller?.();
    this.#stopKiller = undefined;
    this.syncs.stop();
    await this.instrumentations.stopAll();
    this.activities.stop();
    this.windows.stop();
    for (const { pid } of this.processes.list()) this.processes.kill(pid);
  }
}

import type { IFileSystem } from 'just-bash';
import type { Profile } from '../profiles/profile.ts';
import { WindowManager, type StatusBarState } from '../ui/window-manager.ts';
import type { Display } from './accessibility.ts';
import { AccountManager } from './account-manager.ts';
import { ActivityManager } from './activity-manager.ts';
import type { AppDefinition, ComponentName } from './activity.ts';
import { APPIUM_SETTINGS_PACKAGE, AppiumSettingsApp } from './appium-settings-app.ts';
import { Clipboard } from './clipboard.ts';
import type { Clock } from './clock.ts';
import { chosenFontScale, chosenLocale } from './configuration.ts';
import { Connectivity } from './connectivity.ts';
import { PhoneFileSystem } from './file-system.ts';
import { InputMethods } from './input-methods.ts';
import { InstrumentationRegistry } from './instrumentation-registry.ts';
import { startLogChatter } from './log-chatter.ts';
import { Logcat } from './logcat.ts';
import { NotificationManager } from './notification-manager.ts';
import { PackageManager } from './packages/package-manager.ts';
import { platformPackages } from './packages/platform-packages.ts';
import { DevicePorts } from './ports.ts';
import { PowerManager } from './power-manager.ts';
import { ProcessTable, userName } from './process-table.ts';
import { propertiesOf, SystemProperties } from './properties.ts';
import { SmsProvider } from './providers/sms-provider.ts';
import { ServiceManager } from './service-manager.ts';
import { builtInKeyboard, settingsDefaults, SettingsProvider } from './settings-provider.ts';
import { networkName, Telephony } from './telephony.ts';

// android.view.KeyEvent
const KEYCODE_POWER = 26;
const KEYCODE_SLEEP = 223;
const KEYCODE_WAKEUP = 224;

export interface AndroidSystemOptions {
  readonly profile: Profile;
  readonly clock: Clock;
  /** The apps of the system image. */
  readonly apps: readonly AppDefinition[];
  /** The line's own number, E.164; without one the phone has no SIM card. */
  readonly phoneNumber?: string;
  /** Base URL of the account service that the apps call. */
  readonly serviceUrl?: string;
}

/** One phone's system: wires its services together and holds all of the phone's state. */
export class AndroidSystem {
  readonly profile: Profile;
  readonly clock: Clock;
  readonly serviceUrl: string | undefined;
  readonly properties: SystemProperties;
  readonly settings: SettingsProvider;
  readonly packages: PackageManager;
  readonly processes: ProcessTable;
  readonly services: ServiceManager;
  readonly notifications: NotificationManager;
  readonly sms: SmsProvider;
  readonly telephony: Telephony;
  readonly accounts = new AccountManager();
  readonly clipboard = new Clipboard();
  readonly power = new PowerManager();
  readonly connectivity: Connectivity;
  readonly inputMethods: InputMethods;
  readonly logcat: Logcat;
  readonly files: PhoneFileSystem;
  /** The same files, as far as the user of a shell and of adb may change them. */
  readonly shellFiles: IFileSystem;
  readonly ports = new DevicePorts();
  readonly instrumentations = new InstrumentationRegistry();
  readonly windows: WindowManager;
  readonly activities: ActivityManager;
  /** When the phone was switched on, by its clock; `undefined` before `boot()`. */
  bootedAtMs: number | undefined;
  #stopChatter: (() => void) | undefined;

  constructor(options: AndroidSystemOptions) {
    const { profile, clock } = options;
    this.profile = profile;
    this.clock = clock;
    this.serviceUrl = options.serviceUrl;
    this.properties = new SystemProperties(propertiesOf(profile));
    this.settings = new SettingsProvider(settingsDefaults(profile));
    this.connectivity = new Connectivity(this.settings);
    this.logcat = new Logcat(clock);
    this.files = PhoneFileSystem.create({
      buildProperties: this.properties.entries(),
      uptimeMs: () => (this.bootedAtMs === undefined ? 0 : clock.now() - this.bootedAtMs),
    });
    this.shellFiles = this.files.forShell();
    this.processes = new ProcessTable(clock);
    this.services = new ServiceManager(clock);
    this.packages = new PackageManager({
      apps: [...platformPackages(profile), ...options.apps],
      files: this.files,
      clock,
      sdk: profile.sdk,
    });
    this.packages.registerForeignApp(APPIUM_SETTINGS_PACKAGE, new AppiumSettingsApp(this));
    this.inputMethods = new InputMethods(this.packages, this.settings, builtInKeyboard(profile));
    this.notifications = new NotificationManager(clock);
    this.sms = new SmsProvider(profile.smsApp);
    this.telephony = new Telephony({
      phoneNumber: options.phoneNumber,
      smsApp: profile.smsApp,
      clock,
      sms: this.sms,
      notifications: this.notifications,
      logcat: this.logcat,
    });
    this.windows = new WindowManager({
      display: profile.display,
      look: profile.look,
      sdk: profile.sdk,
      clock,
      timeZone: profile.timeZone,
      status: () => this.#statusBar(),
      isScreenOn: () => this.power.screenOn,
    });
    this.activities = new ActivityManager({
      system: this,
      windows: this.windows,
      apps: options.apps,
      startForeign: (component) => this.#startForeign(component),
    });
    this.#connectScreen();
  }

  get display(): Display {
    return this.windows.display;
  }

  /** The language in use, BCP 47: the first of those chosen in Settings. */
  get locale(): string {
    return chosenLocale(this.settings) ?? this.profile.locales[0];
  }

  /** Switches the phone on: processes, apps' start-up code, the home screen. */
  boot(): void {
    this.#startServices();
    this.processes.onStart(({ pid, name, uid }) =>
      this.logcat.write('I', 'ActivityManager', `Start proc ${pid}:${name}/${userName(uid)}`),
    );
    this.packages.onRemoved((packageName) => this.forceStop(packageName));
    this.#stopChatter = startLogChatter(this.logcat, this.clock);
    for (const { definition } of this.packages.list()) definition?.onBoot?.(this);
    this.activities.home();
    this.completeBoot();
  }

  /**
   * Switches the phone off and on, up to the point where adb answers: every app has ended, and what
   * lives in memory is gone. `completeBoot()` is still to come.
   */
  async restart(): Promise<void> {
    await this.instrumentations.stopAll();
    for (const { packageName } of this.packages.list()) this.forceStop(packageName);
    this.logcat.clear();
    this.properties.restart();
    this.#startServices();
  }

  /** The last step of a boot, which scripts wait for (`getprop sys.boot_completed`). */
  completeBoot(): void {
    this.properties.set('init.svc.bootanim', 'stopped');
    this.properties.set('dev.bootcomplete', '1');
    this.properties.set('sys.boot_completed', '1');
  }

  #startServices(): void {
    this.bootedAtMs = this.clock.now();
    this.processes.startBootProcesses();
    this.logcat.write('I', 'SystemServiceManager', 'Starting phase 1000');
    this.logcat.write('I', 'ActivityManager', 'System now ready');
  }

  /** Ends everything that belongs to a package, as `am force-stop` does. */
  forceStop(packageName: string): void {
    this.logcat.write(
      'I',
      'ActivityManager',
      `Force stopping ${packageName} appid user=0: from pid 0`,
    );
    this.activities.forceStop(packageName);
    void this.instrumentations.stopPackage(packageName);
    this.services.stopPackage(packageName);
    this.notifications.cancelAll(packageName);
    this.processes.killByName(packageName);
  }

  /** A key that is the system's, not the app's in front: power, wake-up, sleep. */
  #pressSystemKey(keyCode: number): void {
    if (keyCode === KEYCODE_WAKEUP) this.power.wake();
    else if (keyCode === KEYCODE_SLEEP) this.power.sleep();
    else if (keyCode === KEYCODE_POWER && this.power.screenOn) this.power.sleep();
    else if (keyCode === KEYCODE_POWER) this.power.wake();
  }

  /** Turns the screen as the settings have it; with auto-rotate on they do not say. */
  #turnScreen(): void {
    if (this.settings.get('system', 'accelerometer_rotation') === '1') return;
    const turns = this.settings.get('system', 'user_rotation');
    const rotation = ([0, 1, 2, 3] as const).find((known) => String(known) === turns);
    if (rotation !== undefined) this.windows.setRotation(rotation);
  }

  /** What was chosen in Settings outlives a restart, and every app shows it at once. */
  #changeLanguage(): void {
    this.properties.set('persist.sys.locale', this.locale);
    this.activities.relaunchAll();
    this.windows.invalidate();
  }

  /** A change of the configuration, as that of the language. */
  #changeFontSize(): void {
    this.windows.setFontScale(chosenFontScale(this.settings));
    this.activities.relaunchAll();
  }

  #connectScreen(): void {
    this.windows.setSystemKeys({
      back: () => this.activities.back(),
      home: () => this.activities.home(),
      other: (keyCode) => this.#pressSystemKey(keyCode),
    });
    this.power.onChanged(() => this.windows.invalidate());
    this.settings.onChanged((namespace, key) => {
      if (namespace === 'global') this.windows.invalidate();
      if (namespace === 'system' && key === 'user_rotation') this.#turnScreen();
      if (namespace === 'system' && key === 'system_locales') this.#changeLanguage();
      if (namespace === 'system' && key === 'font_scale') this.#changeFontSize();
    });
    this.notifications.onPosted(({ packageName, title, text }) =>
      this.windows.showHeadsUp({
        packageName,
        appLabel: this.#labelOf(packageName),
        title,
        text,
        onClick: () => this.#openFromNotification(packageName),
      }),
    );
    this.notifications.onChanged(() => this.windows.invalidate());
    this.windows.setShadeContent({
      locale: () => this.locale,
      notifications: () =>
        this.notifications.list().map(({ packageName, id, tag, title, text, postedAtMs }) => ({
          key: `${packageName}|${id}|${tag ?? ''}`,
          appLabel: this.#labelOf(packageName),
          title,
          text,
          postedAtMs,
          onClick: () => this.#openFromNotification(packageName),
        })),
      clearAll: () => {
        for (const { packageName } of this.notifications.list()) {
          this.notifications.cancelAll(packageName);
        }
      },
    });
  }

  #labelOf(packageName: string): string {
    return this.packages.get(packageName)?.label ?? packageName;
  }

  #openFromNotification(packageName: string): void {
    this.notifications.cancelAll(packageName);
    const launcher = this.packages.launcherActivity(packageName);
    if (launcher) this.activities.start({ component: launcher.component });
  }

  #statusBar(): StatusBarState {
    return {
      wifi: this.connectivity.wifi,
      airplane: this.connectivity.airplane,
      signalBars: this.telephony.phoneNumber === undefined ? 0 : 4,
      networkType: networkName(this.properties.get('gsm.network.type')),
      batteryPercent: this.power.battery.levelPercent,
      charging: this.power.battery.charging,
    };
  }

  /** Whether an installed APK has that activity, which is then taken as started. */
  #startForeign(component: ComponentName): boolean {
    const resolved = this.packages.resolveActivity({ component });
    if (!resolved || resolved.installedPackage.system) return false;
    this.processes.start(component.packageName, { uid: resolved.installedPackage.uid });
    this.packages.foreignApp(component.packageName)?.startActivity(resolved.component);
    return true;
  }

  /** Switches the phone off. Resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.#stopChatter?.();
    this.#stopChatter = undefined;
    await this.instrumentations.stopAll();
    this.activities.stop();
    this.windows.stop();
    for (const { pid } of this.processes.list()) this.processes.kill(pid);
  }
}

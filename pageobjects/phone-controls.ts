/** android.view.KeyEvent */
const KEYCODE_APP_SWITCH = 187;
const FLAG_ACTIVITY_NEW_TASK = '0x10000000';
/** Of `mobile: queryAppState`: the app is installed and has no process. */
const NOT_RUNNING = 1;

/** What a person does with the phone itself, whatever shows: its keys, its shade, its icons. */
export class PhoneControls {
  readonly #driver: WebdriverIO.Browser;

  constructor(driver: WebdriverIO.Browser) {
    this.#driver = driver;
  }

  /** Whether the screen is off, or the lock screen shows. */
  async isLocked(): Promise<boolean> {
    return (await this.#driver.execute('mobile: isLocked')) === true;
  }

  /** Switches the screen on and swipes the lock screen away; one that wants a PIN stays. */
  async unlock(): Promise<void> {
    await this.#driver.execute('mobile: unlock', {});
  }

  /** Pushes the notification shade up. */
  async closeShade(): Promise<void> {
    await this.#driver.execute('mobile: statusBar', { command: 'collapse' });
  }

  /** Presses the key Back: an app that something opened over another one goes, page by page. */
  async pressBack(): Promise<void> {
    await this.#driver.back();
  }

  /** Presses the key for the recent apps; a second time, it goes to the one that was used last. */
  async pressRecentApps(): Promise<void> {
    await this.#driver.execute('mobile: pressKey', { keycode: KEYCODE_APP_SWITCH });
  }

  /**
   * Brings Settings to the front as it was left. It has to be the intent that opened it: another one
   * would put a second home page on top (AOSP, ActivityStarter.complyActivityFlags).
   */
  async resumeSettings(): Promise<void> {
    await this.#driver.execute('mobile: startActivity', {
      action: 'android.settings.SETTINGS',
      flags: FLAG_ACTIVITY_NEW_TASK,
      wait: true,
    });
  }

  /** Whether an app has a process; it counts as having one where the driver may not ask. */
  async isRunning(packageName: string): Promise<boolean> {
    try {
      const state: unknown = await this.#driver.execute('mobile: queryAppState', {
        appId: packageName,
      });
      return state !== NOT_RUNNING;
    } catch {
      return true;
    }
  }

  async isSideways(): Promise<boolean> {
    return (await this.#driver.getOrientation()) === 'LANDSCAPE';
  }

  async turnUpright(): Promise<void> {
    await this.#driver.setOrientation('PORTRAIT');
  }

  /** Whether the phone is cut off on purpose; it counts as not where the driver may not ask. */
  async isInAirplaneMode(): Promise<boolean> {
    try {
      const answer: unknown = await this.#driver.execute('mobile: getConnectivity', {
        services: ['airplaneMode'],
      });
      return (answer as { airplaneMode?: boolean } | null)?.airplaneMode === true;
    } catch {
      return false;
    }
  }
}

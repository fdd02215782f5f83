import type { Clock } from '../android/clock.ts';
import { InvalidArgumentError } from './errors.ts';

/** How long the server keeps the screen awake from its start, as the real one. */
const MAX_TEST_DURATION_MS = 24 * 60 * 60 * 1000;

interface Defaults {
  actionAcknowledgmentTimeout: number;
  allowInvisibleElements: boolean;
  ignoreUnimportantViews: boolean;
  elementResponseAttributes: string;
  enableMultiWindows: boolean;
  enableNotificationListener: boolean;
  enableTopmostWindowFromActivePackage: boolean;
  keyInjectionDelay: number;
  scrollAcknowledgmentTimeout: number;
  shouldUseCompactResponses: boolean;
  waitForIdleTimeout: number;
  waitForSelectorTimeout: number;
  normalizeTagNames: boolean;
  enforceXPath1: boolean;
  disableIdLocatorAutocompletion: boolean;
  limitXPathContextScope: boolean;
  includeExtrasInPageSource: boolean;
  includeA11yActionsInPageSource: boolean;
  includeExtraRenderingInfo: boolean;
  shutdownOnPowerDisconnect: boolean;
  simpleBoundsCalculation: boolean;
  trackScrollEvents: boolean;
  wakeLockTimeout: number;
  serverPort: number;
  mjpegServerPort: number;
  mjpegServerFramerate: number;
  mjpegScalingFactor: number;
  mjpegServerScreenshotQuality: number;
  mjpegBilinearFiltering: boolean;
  useResourcesForOrientationDetection: boolean;
  snapshotMaxDepth: number;
  currentDisplayId: number;
  alwaysTraversableViewClasses: string;
  deferAccessibilityCacheReset: boolean;
  mapTestTagToResourceId: boolean;
}

export type SettingName = keyof Defaults;

const DEFAULTS: Readonly<Defaults> = {
  actionAcknowledgmentTimeout: 3000,
  allowInvisibleElements: false,
  ignoreUnimportantViews: false,
  elementResponseAttributes: 'name,text',
  enableMultiWindows: false,
  enableNotificationListener: true,
  enableTopmostWindowFromActivePackage: false,
  keyInjectionDelay: 0,
  scrollAcknowledgmentTimeout: 200,
  shouldUseCompactResponses: true,
  waitForIdleTimeout: 10_000,
  waitForSelectorTimeout: 10_000,
  normalizeTagNames: false,
  enforceXPath1: false,
  disableIdLocatorAutocompletion: false,
  limitXPathContextScope: true,
  includeExtrasInPageSource: false,
  includeA11yActionsInPageSource: false,
  includeExtraRenderingInfo: false,
  shutdownOnPowerDisconnect: true,
  simpleBoundsCalculation: false,
  trackScrollEvents: true,
  wakeLockTimeout: MAX_TEST_DURATION_MS,
  serverPort: 6790,
  mjpegServerPort: 7810,
  mjpegServerFramerate: 10,
  mjpegScalingFactor: 50,
  mjpegServerScreenshotQuality: 50,
  mjpegBilinearFiltering: false,
  useResourcesForOrientationDetection: false,
  snapshotMaxDepth: 70,
  currentDisplayId: 0,
  alwaysTraversableViewClasses: '',
  deferAccessibilityCacheReset: false,
  mapTestTagToResourceId: false,
};

/** Settings that outlive a session. */
const SERVER_WIDE: ReadonlySet<string> = new Set([
  'wakeLockTimeout',
  'serverPort',
  'mjpegServerPort',
  'mjpegServerFramerate',
  'mjpegScalingFactor',
  'mjpegServerScreenshotQuality',
  'mjpegBilinearFiltering',
]);

/** Values outside are logged and not taken, as the real server does. */
const RANGES: Partial<Record<SettingName, readonly [number, number]>> = {
  serverPort: [1024, 65535],
  mjpegServerPort: [1024, 65535],
  mjpegServerFramerate: [1, 60],
  mjpegScalingFactor: [1, 100],
  mjpegServerScreenshotQuality: [1, 100],
  snapshotMaxDepth: [1, 500],
  currentDisplayId: [0, 0],
};

const JAVA_CLASSES: Readonly<Record<string, string>> = {
  string: 'java.lang.String',
  boolean: 'java.lang.Boolean',
  number: 'java.lang.Double',
  object: 'com.google.gson.internal.LinkedTreeMap',
};

/** Whether the real server keeps a number as int (the rest are long). */
const INTEGERS: ReadonlySet<string> = new Set(Object.keys(RANGES));

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(DEFAULTS, name);
}

/** The settings of the server (io.appium.uiautomator2.model.settings): all kept, by name. */
export class ServerSettings {
  readonly #clock: Clock;
  readonly #log: (message: string) => void;
  #values: Defaults = { ...DEFAULTS };
  #wakeLockUntilMs: number;
  readonly #listeners = new Set<(name: SettingName) => void>();

  constructor(clock: Clock, log: (message: string) => void) {
    this.#clock = clock;
    this.#log = log;
    this.#wakeLockUntilMs = clock.now() + MAX_TEST_DURATION_MS;
  }

  get<K extends SettingName>(name: K): Defaults[K] {
    return this.#values[name];
  }

  /** All settings as `GET …/appium/settings` tells them. */
  all(): Record<string, unknown> {
    const wakeLockTimeout = Math.max(0, this.#wakeLockUntilMs - this.#clock.now());
    return { ...this.#values, wakeLockTimeout };
  }

  /**
   * Takes a value. Unknown names are skipped, values out of range are logged and skipped.
   * @throws InvalidArgumentError if the value is of another type.
   */
  update(name: string, value: unknown): void {
    if (!isSettingName(name)) {
      this.#log(`Setting '${name}' is not known -> skipped`);
      return;
    }
    if (value === null || value === undefined) return;
    const expected = typeof DEFAULTS[name];
    if (typeof value !== expected) {
      const wanted =
        expected === 'number'
          ? `java.lang.${INTEGERS.has(name) ? 'Integer' : 'Long'}`
          : JAVA_CLASSES[expected];
      const got = Array.isArray(value) ? 'java.util.ArrayList' : JAVA_CLASSES[typeof value];
      throw new InvalidArgumentError(
        `Invalid '${name}' setting value type. Got: ${got}. Expected: ${wanted}.`,
      );
    }
    const taken = typeof value === 'number' ? Math.trunc(value) : value;
    const range = RANGES[name];
    if (range && typeof taken === 'number' && (taken < range[0] || taken > range[1])) {
      this.#log(`Unable to update the setting ${name}: must be in range ${range.join('..')}`);
      return;
    }
    this.#apply(name, taken);
  }

  /** Puts the settings that belong to a session back to their defaults. */
  resetForNewSession(): void {
    for (const [name, value] of Object.entries(DEFAULTS)) {
      if (isSettingName(name) && !SERVER_WIDE.has(name)) this.#apply(name, value);
    }
  }

  /** Calls `listener` after a value was taken. */
  onChanged(listener: (name: SettingName) => void): void {
    this.#listeners.add(listener);
  }

  #apply(name: SettingName, value: unknown): void {
    this.#values = { ...this.#values, [name]: value };
    if (name === 'wakeLockTimeout') {
      this.#wakeLockUntilMs = this.#clock.now() + this.#values.wakeLockTimeout;
    }
    for (const listener of this.#listeners) listener(name);
  }
}

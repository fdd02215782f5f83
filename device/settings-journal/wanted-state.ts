import { isSameLocale, withRegion } from './locale.ts';
import type { StateItem, StateValue } from './phone-state.ts';

/** An item that a run changes, and what to. */
export interface Wish {
  readonly item: StateItem;
  /** The value to give it; `undefined` to leave it as it is. */
  readonly to: (before: StateValue) => StateValue | undefined;
}

/** An item that Appium changes by itself, and what it is then, from the start of a session to its end. */
export interface ForeignChange {
  readonly item: StateItem;
  readonly values: readonly StateValue[];
}

/** BatteryManager's plugged-in states: mains, USB, wireless. */
const ANY_PLUG = 1 | 2 | 4;
/** Longer than a step may take; the phone may be on Wi-Fi, with no plug that keeps it awake. */
const SCREEN_OFF_AFTER_MS = 30 * 60_000;
/** Appium's helper app and its two packages on the phone. */
const HELPERS = [
  'io.appium.settings',
  'io.appium.uiautomator2.server',
  'io.appium.uiautomator2.server.test',
];

function setting(name: string): StateItem {
  return { kind: 'setting', name };
}

/**
 * What makes a phone better to work with. Awake: a Xiaomi phone's lock screen is not one that Appium
 * can open. Without animations: a screen is at rest as soon as it shows.
 */
export const WISHES: readonly Wish[] = [
  {
    item: setting('global/stay_on_while_plugged_in'),
    to: (before) => changed(before, String(Number(before ?? 0) | ANY_PLUG)),
  },
  {
    item: setting('system/screen_off_timeout'),
    to: (before) =>
      Number(before ?? 0) >= SCREEN_OFF_AFTER_MS ? undefined : String(SCREEN_OFF_AFTER_MS),
  },
  ...['window_animation_scale', 'transition_animation_scale', 'animator_duration_scale'].map(
    (key): Wish => ({
      item: setting(`global/${key}`),
      to: (before) => (before !== null && Number(before) === 0 ? undefined : '0'),
    }),
  ),
];

/** The phone's language is to be this one, BCP 47. */
export function languageWish(language: string): Wish {
  return {
    item: { kind: 'locale', name: 'language' },
    to: (before) =>
      before !== null && isSameLocale(before, language) ? undefined : withRegion(language),
  };
}

/**
 * What a session of Appium's UiAutomator2 driver changes. It deletes the settings again when it ends as
 * it should, whatever they were before. The helpers stay installed: a Xiaomi phone may ask a person
 * at each install.
 */
export const FOREIGN_CHANGES: readonly ForeignChange[] = [
  ...['hidden_api_policy_pre_p_apps', 'hidden_api_policy_p_apps', 'hidden_api_policy'].map(
    (key): ForeignChange => ({ item: setting(`global/${key}`), values: ['1', null] }),
  ),
  ...HELPERS.map((name): ForeignChange => ({
    item: { kind: 'idle-exemption', name },
    values: ['on'],
  })),
  {
    item: { kind: 'notification-listener', name: 'io.appium.settings/.NLService' },
    values: ['on'],
  },
];

function changed(before: StateValue, after: string): string | undefined {
  return before === after ? undefined : after;
}

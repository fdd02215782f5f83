import type { PhoneCheck } from '../facts.ts';
import { textOf, type PhoneFacts } from '../facts.ts';
import { menuPath } from '../menus.ts';
import { failed, passed, unknown } from '../result.ts';

export const awake: PhoneCheck = {
  id: 'awake',
  asks: ['power'],
  judge(facts) {
    const wakefulness = parseWakefulness(textOf(facts, 'power'));
    if (wakefulness === undefined) {
      return unknown(
        '`dumpsys power` says nothing of it',
        'Look at the screen; wake it if it is off.',
      );
    }
    if (wakefulness === 'Awake') return passed('on');
    return {
      ...failed(
        `off (${wakefulness.toLowerCase()})`,
        'Press the power button, or leave it: a run wakes the phone.',
      ),
      required: false,
    };
  },
  repair: () => ({ did: 'woke the phone', commands: ['input keyevent KEYCODE_WAKEUP'] }),
};

export const unlocked: PhoneCheck = {
  id: 'unlocked',
  asks: ['windowPolicy'],
  judge(facts) {
    const lock = lockOf(facts);
    const path = menuPath('lock-screen', facts.system);
    if (lock === undefined) {
      return unknown('`dumpsys window policy` says nothing of it', 'Look at the phone; unlock it.');
    }
    if (!lock.showing) {
      return passed(lock.secure ? 'unlocked (it wants a PIN once it locks)' : 'unlocked');
    }
    if (lock.secure === false) {
      const fix = `Swipe it up, or leave it: a run does; to take the lock away: ${path} → None.`;
      return { ...failed('locked, without a PIN', fix), required: false };
    }
    return failed(
      lock.secure === true ? 'locked, with a PIN or pattern' : 'locked',
      `Unlock it, and take the lock away: ${path} → None.`,
    );
  },
  repair: (facts) =>
    lockOf(facts)?.secure === false
      ? { did: 'dismissed the lock screen', commands: ['wm dismiss-keyguard'] }
      : undefined,
};

/** Long enough for the waits of a step between two looks at the screen. */
const LONG_TIMEOUT_MS = 10 * 60_000;
/** BatteryManager.BATTERY_PLUGGED_USB, a bit of `stay_on_while_plugged_in`. */
const PLUGGED_USB = 2;

export const stayAwake: PhoneCheck = {
  id: 'stay-awake',
  asks: ['globalSettings', 'systemSettings'],
  judge(facts) {
    const stayOn = Number(
      parseSettings(textOf(facts, 'globalSettings')).get('stay_on_while_plugged_in'),
    );
    const timeoutMs = Number(
      parseSettings(textOf(facts, 'systemSettings')).get('screen_off_timeout'),
    );
    if ((stayOn & PLUGGED_USB) !== 0) return passed('on while it charges over USB');
    if (timeoutMs >= LONG_TIMEOUT_MS)
      return passed(`the screen stays on for ${minutes(timeoutMs)}`);
    const seen = timeoutMs > 0 ? `the screen goes off after ${minutes(timeoutMs)}` : 'off';
    const path = menuPath('developer-options', facts.system);
    return failed(seen, `Turn on "Stay awake": ${path}.`);
  },
  repair: () => ({
    did: 'turned on Stay awake while it charges over USB',
    commands: [`settings put global stay_on_while_plugged_in ${PLUGGED_USB}`],
  }),
};

const SCALES = ['window_animation_scale', 'transition_animation_scale', 'animator_duration_scale'];

export const animations: PhoneCheck = {
  id: 'animations',
  asks: ['globalSettings'],
  judge(facts) {
    const settings = parseSettings(textOf(facts, 'globalSettings'));
    // A scale that was never set is 1.
    const on = SCALES.filter((name) => Number(settings.get(name) ?? 1) !== 0);
    if (on.length === 0) return passed('off');
    const path = menuPath('developer-options', facts.system);
    return failed('on', `Turn off the three animation scales: ${path}.`);
  },
  repair: () => ({
    did: 'turned off the animations',
    commands: SCALES.map((name) => `settings put global ${name} 0`),
  }),
};

/** `Awake`, `Asleep`, `Dozing` or `Dreaming` (AOSP PowerManagerService.dumpInternal). */
export function parseWakefulness(dump: string): string | undefined {
  return /^\s*mWakefulness=(\w+)/m.exec(dump)?.[1];
}

export interface LockScreen {
  readonly showing: boolean;
  /** It wants a PIN, a pattern or a password; unset where the dump does not tell. */
  readonly secure: boolean | undefined;
}

/**
 * Parses `dumpsys window policy`. KeyguardServiceDelegate tells (`showing=`, `secure=`); makers that
 * leave it out have one of the older lines.
 * @see frameworks/base, PhoneWindowManager.dump, KeyguardServiceDelegate.dump
 */
export function parseLockScreen(dump: string): LockScreen | undefined {
  const delegate = /KeyguardServiceDelegate[^]*/.exec(dump)?.[0] ?? '';
  const showing =
    /^\s*showing=(true|false)/m.exec(delegate) ??
    /\b(?:isKeyguardShowing|mIsShowing|mShowingLockscreen|mKeyguardShowing)=(true|false)/.exec(
      dump,
    );
  if (showing === null) return undefined;
  const secure = /^\s*secure=(true|false)/m.exec(delegate)?.[1];
  return {
    showing: showing[1] === 'true',
    secure: secure === undefined ? undefined : secure === 'true',
  };
}

/** Parses `settings list`: `name=value` lines. */
export function parseSettings(list: string): Map<string, string> {
  const entries = list.matchAll(/^([^=\s]+)=(.*)$/gm);
  return new Map([...entries].map(([, name = '', value = '']) => [name, value]));
}

function lockOf(facts: PhoneFacts): LockScreen | undefined {
  return parseLockScreen(textOf(facts, 'windowPolicy'));
}

function minutes(ms: number): string {
  return ms < 60_000 ? `${ms / 1000} s` : `${Math.round(ms / 60_000)} min`;
}

import type { PhoneCheck } from '../facts.ts';
import { textOf } from '../facts.ts';
import { menuPath } from '../menus.ts';
import { failed, passed, unknown } from '../result.ts';
import { parseSettings } from './screen.ts';

const MIN_BATTERY_PERCENT = 20;

export const battery: PhoneCheck = {
  id: 'battery',
  asks: ['battery'],
  judge(facts) {
    const seen = parseBattery(textOf(facts, 'battery'));
    const fix = 'Charge the phone, and leave it at the charger during a run.';
    if (seen === undefined) return unknown('`dumpsys battery` tells no level', fix);
    const { percent, powered } = seen;
    const told = `${percent} %, ${powered ? 'charging' : 'not charging'}`;
    return powered || percent >= MIN_BATTERY_PERCENT ? passed(told) : failed(told, fix);
  },
};

export const powerSaver: PhoneCheck = {
  id: 'power-saver',
  asks: ['globalSettings', 'systemSettings'],
  judge(facts) {
    const global = parseSettings(textOf(facts, 'globalSettings'));
    // MIUI has a saver of its own beside Android's.
    const miui = parseSettings(textOf(facts, 'systemSettings')).get('POWER_SAVE_MODE_OPEN');
    const fix = `Turn it off: ${menuPath('battery-saver', facts.system)}.`;
    if (global.size === 0) return unknown('the phone did not list its settings', fix);
    return global.get('low_power') === '1' || miui === '1' ? failed('on', fix) : passed('off');
  },
  repair: () => ({
    did: 'turned off the battery saver',
    commands: ['settings put global low_power 0'],
  }),
};

/**
 * Below it Android counts storage as low, and takes no SMS and no app (StorageManager.getStorageLowBytes:
 * 500 MB, or 5 % of a small phone).
 */
const MIN_FREE_KIB = 500 * 1024;

export const storage: PhoneCheck = {
  id: 'storage',
  asks: ['dataSpace'],
  judge(facts) {
    const freeKib = parseFreeKib(textOf(facts, 'dataSpace'));
    const fix = 'Delete what is not needed: Settings → About phone → Storage.';
    if (freeKib === undefined) return unknown('`df /data` tells no free space', fix);
    const told = `${formatKib(freeKib)} free`;
    return freeKib < MIN_FREE_KIB ? failed(told, fix) : passed(told);
  },
};

export interface Battery {
  readonly percent: number;
  /** At a charger of any kind. */
  readonly powered: boolean;
}

/** Parses `dumpsys battery` (AOSP BatteryService.dumpInternal). */
export function parseBattery(dump: string): Battery | undefined {
  const level = /^\s*level: (\d+)/m.exec(dump)?.[1];
  if (level === undefined) return undefined;
  const scale = Number(/^\s*scale: (\d+)/m.exec(dump)?.[1] ?? 100) || 100;
  return {
    percent: Math.round((Number(level) * 100) / scale),
    powered: /^\s*(?:AC|USB|Wireless|Dock) powered: true/m.test(dump),
  };
}

/** Parses `df`, whose columns are blocks of 1 KiB: total, used, available, and a percentage. */
export function parseFreeKib(output: string): number | undefined {
  const available = /\s\d+\s+\d+\s+(\d+)\s+\d+%\s/.exec(output)?.[1];
  return available === undefined ? undefined : Number(available);
}

function formatKib(kib: number): string {
  const gib = kib / 1024 / 1024;
  return gib >= 1 ? `${gib.toFixed(gib < 10 ? 1 : 0)} GB` : `${Math.round(kib / 1024)} MB`;
}

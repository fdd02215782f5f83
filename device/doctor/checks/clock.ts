import type { PhoneCheck } from '../facts.ts';
import { menuPath } from '../menus.ts';
import { failed, passed, unknown } from '../result.ts';

/** Certificates and one-time codes are valid for minutes at least. */
const MAX_OFFSET_MS = 60_000;

export const clock: PhoneCheck = {
  id: 'clock',
  asks: [],
  judge({ phoneClock, system }) {
    const fix = `Turn on automatic date and time: ${menuPath('date-and-time', system)}.`;
    if (phoneClock === undefined) return unknown('the phone did not tell its time', fix);
    const { offsetMs, uncertaintyMs } = phoneClock;
    if (Math.abs(offsetMs) <= MAX_OFFSET_MS + uncertaintyMs) return passed('as on this machine');
    const way = offsetMs > 0 ? 'ahead of' : 'behind';
    return failed(`${roughly(Math.abs(offsetMs))} ${way} this machine`, fix);
  },
  repair: () => ({
    did: 'turned on automatic date and time',
    commands: ['settings put global auto_time 1'],
  }),
};

const UNITS: readonly [unitMs: number, name: string][] = [
  [86_400_000, 'days'],
  [3_600_000, 'hours'],
  [60_000, 'minutes'],
];

function roughly(ms: number): string {
  const [unitMs, name] = UNITS.find(([unit]) => Math.round(ms / unit) >= 2) ?? [1000, 'seconds'];
  return `${Math.round(ms / unitMs)} ${name}`;
}

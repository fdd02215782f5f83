import { parseGateTimeMs } from './gate-time.ts';

/**
 * Reads how far the phone's clock is off: a time as other gates take it, with a minus for a clock
 * that is slow.
 * @returns in ms; `undefined` for anything else
 */
export function parseClockOffsetMs(text: string): number | undefined {
  const isSlow = text.startsWith('-');
  const ms = parseGateTimeMs(isSlow ? text.slice(1) : text);
  return isSlow && ms !== undefined ? -ms : ms;
}

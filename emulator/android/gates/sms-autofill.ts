import { parseGateTimeMs } from './gate-time.ts';

export const SMS_AUTOFILL_VALUES = ['on', 'off', 'TIME'];

/** Whether `value` is `on`, `off` or a time. */
export function isSmsAutofill(value: string): boolean {
  return value === 'off' || smsAutofillDelayMs(value) !== undefined;
}

/**
 * How long after a message the account app fills in its code: at once for `on`.
 * @param value of the gate; `undefined` for `off`, and for what is none
 */
export function smsAutofillDelayMs(value: string): number | undefined {
  return value === 'on' ? 0 : parseGateTimeMs(value);
}

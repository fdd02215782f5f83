const FORM = /^(?:0|(\d{1,6})(ms|s))$/;

/**
 * Reads a time as gates take it: `0`, or up to six digits and `ms` or `s`.
 * @returns in ms; `undefined` for anything else
 */
export function parseGateTimeMs(text: string): number | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, amount = '0', unit] = match;
  return Number(amount) * (unit === 's' ? 1000 : 1);
}

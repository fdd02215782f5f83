/** Writes times of day as this phone does, from 00:00 to 23:59. */
export function timeOfDayFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    // `hour12: false` makes 24:05 of five past midnight in some locales.
    hourCycle: 'h23',
    timeZone,
  });
}

import type { PhoneUnderTest } from '../config/run-context.ts';
import type { Settings } from '../config/settings.ts';

/** What reports call every phone where a spec may run on any: its history is one. */
const ANY_PHONE = 'any phone of the run';

type NamedPhone = Pick<PhoneUnderTest, 'model' | 'serial' | 'locale'>;

/**
 * What reports call the phones of a run, each in another way, and each test's history goes by: two phones of
 * one name share it, and a phone that is called otherwise begins another.
 *
 * A phone is called by its model and language, whichever port or cable it hangs at: one that is started for
 * each run, or lent by a farm, is another one every time. Those that are alike are numbered in a run. Who
 * keeps phones of one model, and wants to know which of them fails, has them in the inventory: those are
 * told apart by their serials. Nothing here tells the system: an update does not begin a new history, so
 * that what it broke shows.
 */
export function deviceNames(
  phones: readonly NamedPhone[],
  { distribution, inventory }: Pick<Settings, 'distribution' | 'inventory'>,
): string[] {
  if (distribution === 'share') return phones.map(() => ANY_PHONE);
  const kept = new Set(inventory.phones.map(({ serial }) => serial));
  return phones.map((phone) => {
    const kind = kindOf(phone);
    if (kept.has(phone.serial)) return `${kind}, ${phone.serial}`;
    const before = phones.filter(
      (other) => !kept.has(other.serial) && kindOf(other) === kind && isBefore(other, phone),
    );
    return before.length === 0 ? kind : `${kind} (${before.length + 1})`;
  });
}

function kindOf({ model, locale }: NamedPhone): string {
  const language = locale === undefined ? undefined : languageOf(locale);
  return language === undefined ? model : `${model}, ${language}`;
}

/**
 * Without the country, except for Chinese, whose script goes by it: a phone that MI_LANGUAGE has set to `ru`
 * is the same as one whose owner has set it to `ru-RU`.
 */
function languageOf(locale: string): string {
  const [language = '', ...rest] = locale.split(/[-_]/);
  return language === 'zh' ? [language, ...rest].join('-') : language;
}

function isBefore(one: NamedPhone, other: NamedPhone): boolean {
  return one.serial.localeCompare(other.serial, 'en', { numeric: true }) < 0;
}

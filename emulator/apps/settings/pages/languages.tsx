/** @jsxImportSource #ui */
import { appLabel } from '../../../android/packages/app-label.ts';
import type { AndroidSystem } from '../../../android/system.ts';
import { ChoiceRow } from '../../../ui/components/choice-row.tsx';
import { ListRow } from '../../../ui/components/list-row.tsx';
import { Card } from '../../../ui/components/page.tsx';
import { ROW_IDS } from '../row-ids.ts';
import type { SettingsPage } from './settings-page.ts';

export const languageInput: SettingsPage = {
  title: 'language_input',
  render: ({ system, strings, open }) => [
    <Card key="languages">
      <ListRow
        ids={ROW_IDS}
        title={strings.languages}
        value={localeName(system.locale)}
        onClick={() => open('languages')}
      />
    </Card>,
    <Card key="keyboard" line={false}>
      <ListRow
        ids={ROW_IDS}
        title={strings.current_keyboard}
        value={keyboardName(system)}
        arrow={false}
      />
    </Card>,
  ],
};

/** Only the phone's own keyboard is called something else in each language. */
function keyboardName(system: AndroidSystem): string {
  const { current, builtIn } = system.inputMethods;
  return current.id === builtIn.id ? appLabel(system, current.packageName) : current.label;
}

/** A tap makes the language the phone's. */
export const languages: SettingsPage = {
  title: 'languages',
  render: ({ system }) => (
    <Card line={false}>
      {[...system.profile.locales].sort().map((locale) => (
        <ChoiceRow
          key={locale}
          ids={ROW_IDS}
          title={localeName(locale)}
          checked={isSameLocale(locale, system.locale)}
          onClick={() => system.settings.put('system', 'system_locales', locale)}
        />
      ))}
    </Card>
  ),
};

/** `zh-CN` and `zh-Hans-CN` are one. */
function isSameLocale(one: string, other: string): boolean {
  return new Intl.Locale(one).maximize().baseName === new Intl.Locale(other).maximize().baseName;
}

/** A locale in its own language, as lists of languages write it: `English (United States)`. */
function localeName(locale: string): string {
  const { language, script, region } = new Intl.Locale(locale).maximize();
  const named = language === 'zh' ? `${language}-${script}` : language;
  const languageName = new Intl.DisplayNames(locale, { type: 'language' }).of(named) ?? locale;
  const regionName = new Intl.DisplayNames(locale, { type: 'region' }).of(region ?? '');
  const capital = languageName.charAt(0).toLocaleUpperCase(locale) + languageName.slice(1);
  return `${capital} (${regionName})`;
}

import type { SettingsProvider } from './settings-provider.ts';

/** The first of the locales that were chosen in Settings, BCP 47, if there is one. */
export function chosenLocale(settings: SettingsProvider): string | undefined {
  const chosen = settings.get('system', 'system_locales') ?? '';
  return chosen.split(',').find(isLocale);
}

/** The font size that was chosen in Settings; 1, as it was sold, if it is no size. */
export function chosenFontScale(settings: SettingsProvider): number {
  const fontScale = Number(settings.get('system', 'font_scale') ?? 1);
  return fontScale > 0 && fontScale < Infinity ? fontScale : 1;
}

/** Whether a text is a locale's name, BCP 47; anybody may write anything into the settings. */
function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

import { settingsId } from './ids.ts';

/** Resource names of the parts of a row. */
export const ROW_IDS = {
  icon: 'android:id/icon',
  title: 'android:id/title',
  summary: 'android:id/summary',
  value: settingsId('text_right'),
  arrow: settingsId('arrow_right'),
  switch: 'android:id/checkbox',
} as const;

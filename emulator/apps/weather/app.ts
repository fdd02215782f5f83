import type { AppDefinition } from '../../android/activity.ts';
import { stringsFor } from '../strings/index.ts';
import { WEATHER_ALERT } from '../../android/dialogs/weather-dialog.ts';
import { WeatherAlertActivity } from './weather-alert-activity.ts';

/** The weather app: here for a dialog that has nothing to do with what the person does. */
export const weatherApp: AppDefinition = {
  packageName: WEATHER_ALERT.packageName,
  label: 'Weather',
  shownLabel: (system) => stringsFor(system).weather_label,
  versionName: '15.2.1.0',
  versionCode: 15_020_100,
  uid: 10_088,
  activities: [
    {
      className: WEATHER_ALERT.className,
      exported: false,
      translucent: true,
      create: (system, intent) =>
        new WeatherAlertActivity(system, WEATHER_ALERT.packageName, intent),
    },
  ],
};

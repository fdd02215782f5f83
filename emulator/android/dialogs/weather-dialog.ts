/** The weather app's dialog; the activity's name is ours. */
export const WEATHER_ALERT = {
  packageName: 'com.miui.weather2',
  className: 'com.miui.weather2.AlertDialogActivity',
} as const;

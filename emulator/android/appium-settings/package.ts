/** Appium's helper app. */
export const APPIUM_SETTINGS_PACKAGE = 'io.appium.settings';

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { HelperFiles } from '../../device/doctor/facts.ts';
import { installed } from '../installed.ts';

/**
 * Appium's helpers for the phone as the UiAutomator2 driver of node_modules installs them. Their
 * versions are those of the packages that bring them (gradle-version-update in both).
 */
export function helperFiles(): HelperFiles {
  const settings = broughtBy('io.appium.settings');
  const server = broughtBy('appium-uiautomator2-server');
  return {
    settings: {
      version: settings.version,
      apk: join(settings.folder, 'apks', 'settings_apk-debug.apk'),
    },
    server: {
      version: server.version,
      apk: join(server.folder, 'apks', `appium-uiautomator2-server-v${server.version}.apk`),
    },
    serverTest: {
      apk: join(server.folder, 'apks', 'appium-uiautomator2-server-debug-androidTest.apk'),
    },
  };
}

/** A package as the driver finds it, whether npm put it beside the driver or into it. */
function broughtBy(name: string): { folder: string; version: string } {
  const require = createRequire(installed('appium-uiautomator2-driver', 'package.json'));
  const manifest = require.resolve(`${name}/package.json`);
  const { version } = require(manifest) as { version: string };
  return { folder: dirname(manifest), version };
}

import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../scripts/chromium-install.mjs';

/** Starts the system's Chromium without a window. @throws Error when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium(process.env);
  if (executablePath === undefined) {
    throw new Error(
      'There is no Chromium: install it, or set CHROME_PATH to Chromium or Google Chrome; npm test does it by itself.',
    );
  }
  return chromium.launch({
    executablePath,
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-dev-shm-usage'],
  });
}

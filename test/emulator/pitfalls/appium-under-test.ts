import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remote } from 'webdriverio';
import { AppiumServer } from '../../../launcher/appium.ts';
import { findAdb } from '../../../scripts/android-home.mjs';
import type { StockAdb } from '../adbd/stock-adb.ts';
import type { StartedPhone } from './started-phone.ts';

const COMMAND_TIMEOUT_MS = 60_000;

/** The stock Appium server with its driver, using the adb server of a test. */
export class AppiumUnderTest {
  readonly #server: AppiumServer;
  readonly #adb: StockAdb;

  private constructor(server: AppiumServer, adb: StockAdb) {
    this.#server = server;
    this.#adb = adb;
  }

  static async start(adb: StockAdb): Promise<AppiumUnderTest> {
    const androidHome = join(adb.home, 'sdk');
    mkdirSync(join(androidHome, 'platform-tools'), { recursive: true });
    symlinkSync(findAdb(process.env) ?? 'adb', join(androidHome, 'platform-tools', 'adb'));
    const logFile = join(adb.home, 'appium.log');
    writeFileSync(logFile, '');
    const { signal } = new AbortController();
    const server = await AppiumServer.start({ logFile, androidHome, signal, env: adb.env });
    return new AppiumUnderTest(server, adb);
  }

  /** A session as a harness opens it that knows nothing of Xiaomi's gates. */
  session(
    phone: StartedPhone,
    capabilities: Readonly<Record<`appium:${string}`, unknown>> = {},
  ): Promise<WebdriverIO.Browser> {
    return remote({
      hostname: '127.0.0.1',
      port: this.#server.port,
      logLevel: 'silent',
      connectionRetryTimeout: COMMAND_TIMEOUT_MS,
      connectionRetryCount: 0,
      capabilities: {
        platformName: 'Android',
        'wdio:enforceWebDriverClassic': true,
        'appium:automationName': 'UiAutomator2',
        'appium:udid': phone.info.serial,
        'appium:adbPort': this.#adb.serverPort,
        'appium:suppressKillServer': true,
        'appium:noReset': true,
        'appium:autoLaunch': false,
        'appium:skipLogcatCapture': true,
        ...capabilities,
      },
    });
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { get, type IncomingMessage } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { loadImage } from '@napi-rs/canvas';
import { remote } from 'webdriverio';
import { PhoneFleet } from '../../../emulator/fleet.ts';
import { profiles } from '../../../emulator/profiles/index.ts';
import { AppiumServer } from '../../../launcher/appium.ts';
import { freePorts } from '../../../launcher/ports.ts';
import { withAndroidHome } from '../../../scripts/android-home.mjs';
import { StockAdb } from '../adbd/stock-adb.ts';
import { pixelsOf } from '../ui/pixels.ts';

const ACCOUNT = 'com.xiaomi.account';
const LIST = 'com.android.settings:id/scroll_headers';
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);

/** Stock Appium with the stock driver on two phones whose account pages are secure. */
describe('UiAutomator2 server: stock Appium', () => {
  const end = new AbortController();
  /** What undoes the start so far, however far it came. */
  const undo: (() => Promise<unknown>)[] = [];
  let adb: StockAdb;
  let fleet: PhoneFleet;
  let appium: AppiumServer;
  let mjpegPort: number;
  /** Android 16: a secure page is black in screenshots. */
  let recent: WebdriverIO.Browser;
  /** Android 9: a secure page keeps screenshots from being taken. */
  let old: WebdriverIO.Browser;

  before(async () => {
    adb = await StockAdb.start();
    undo.push(() => adb.stop());
    fleet = new PhoneFleet({ service: {}, adbServerPort: adb.serverPort, log: () => undefined });
    undo.push(() => fleet.stop());
    const env = withAndroidHome(adb.env);
    const ports = await freePorts(4);
    const [phones, server] = await Promise.all([
      Promise.all(['redmi-note-13-pro-5g', 'redmi-7a'].map((id, i) => startPhone(id, i))),
      AppiumServer.start({
        logFile: join(adb.home, 'appium.log'),
        androidHome: env['ANDROID_HOME'] ?? '',
        env,
        signal: end.signal,
      }),
    ]);
    appium = server;
    undo.push(() => appium.stop());
    const sessions = phones.map((serial, i) =>
      startSession(serial, { system: ports[2 * i] ?? 0, mjpeg: ports[2 * i + 1] ?? 0 }),
    );
    [recent, old] = (await Promise.all(sessions)) as [WebdriverIO.Browser, WebdriverIO.Browser];
    undo.push(() => Promise.all([recent.deleteSession(), old.deleteSession()]));
    mjpegPort = ports[1] ?? 0;
  });
  after(async () => {
    for (const step of undo.reverse()) await step();
  });

  async function startPhone(id: string, index: number): Promise<string> {
    const profile = profiles.find((known) => known.id === id);
    assert.ok(profile);
    const phoneNumber = `+1201555012${index}`;
    const { info } = await fleet.start({ profile, phoneNumber, gates: { secure: 'on' } });
    return info.serial;
  }

  function startSession(serial: string, ports: { system: number; mjpeg: number }) {
    return remote({
      hostname: '127.0.0.1',
      port: appium.port,
      logLevel: 'silent',
      connectionRetryCount: 0,
      capabilities: {
        platformName: 'Android',
        'wdio:enforceWebDriverClassic': true,
        'appium:automationName': 'UiAutomator2',
        'appium:udid': serial,
        'appium:adbPort': adb.serverPort,
        'appium:systemPort': ports.system,
        'appium:mjpegServerPort': ports.mjpeg,
        'appium:suppressKillServer': true,
        'appium:skipLogcatCapture': true,
        'appium:noReset': true,
        'appium:autoLaunch': false,
        'appium:settings': { waitForIdleTimeout: 100 },
      },
    });
  }

  const openSettings = (driver: WebdriverIO.Browser) =>
    driver.execute('mobile: startActivity', {
      action: 'android.settings.SETTINGS',
      flags: '0x10008000',
      wait: true,
    });
  const openSignIn = (driver: WebdriverIO.Browser) =>
    driver.execute('mobile: startActivity', {
      component: `${ACCOUNT}/.ui.AccountSettingsActivity`,
      wait: true,
    });

  it('gives the page source', async () => {
    await openSettings(recent);
    const source = await recent.getPageSource();
    assert.match(source, /<hierarchy index="0" class="hierarchy" rotation="0" width="720"/);
    assert.match(source, /<androidx\.recyclerview\.widget\.RecyclerView [^>]*scroll_headers/);
  });

  it('scrolls a list and tells where it ends', async () => {
    await openSettings(recent);
    const elementId = await recent.$(`id=${LIST}`).elementId;
    const scroll = (direction: 'up' | 'down') =>
      recent.execute('mobile: scrollGesture', { elementId, direction, percent: 0.5 });
    assert.equal(await scroll('up'), false);
    assert.equal(await scroll('down'), true);
  });

  it('clicks by gesture', async () => {
    await openSettings(recent);
    const row = recent.$('android=new UiSelector().text("Bluetooth")');
    await row.waitForExist();
    await recent.execute('mobile: clickGesture', { elementId: await row.elementId });
    await recent.$(`id=${LIST}`).waitForExist({ reverse: true });
  });

  it('keeps a text in the clipboard', async () => {
    const content = Buffer.from('登录 1234').toString('base64');
    await recent.execute('mobile: setClipboard', { content, contentType: 'plaintext' });
    assert.equal(await recent.execute('mobile: getClipboard', {}), content);
  });

  it('streams the screen', async () => {
    await openSettings(recent);
    const stream = get({ host: '127.0.0.1', port: mjpegPort });
    const [response] = (await once(stream, 'response')) as [IncomingMessage];
    let received = Buffer.alloc(0);
    for await (const chunk of response as AsyncIterable<Buffer>) {
      received = Buffer.concat([received, chunk]);
      if (received.includes(JPEG_START)) break;
    }
    stream.destroy();
    assert.match(String(response.headers['content-type']), /^multipart\/x-mixed-replace/);
    assert.match(received.toString('latin1'), /Content-type: image\/jpg/);
  });

  it('finds a toast', async () => {
    await openSignIn(recent);
    await adb.run('-s', serialOf(recent), 'shell', 'svc wifi disable; svc data disable');
    await recent.$(`id=${ACCOUNT}:id/input`).setValue('2015550123');
    await recent.$(`id=${ACCOUNT}:id/user_agreement_checkbox`).click();
    await recent.$(`id=${ACCOUNT}:id/get_login_type`).click();
    const toast = recent.$('//android.widget.Toast');
    await toast.waitForExist();
    assert.equal(await toast.getText(), "Can't connect to network");
  });

  it('paints a secure page black in a screenshot of Android 16', async () => {
    await openSignIn(recent);
    const picture = Buffer.from(await recent.takeScreenshot(), 'base64');
    const { width, height } = await loadImage(picture);
    const { data } = await pixelsOf(picture);
    const middle = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 4;
    assert.deepEqual([...data.subarray(middle, middle + 4)], [0, 0, 0, 255]);
  });

  it('takes no screenshot of a secure page on Android 9', async () => {
    assert.ok((await old.takeScreenshot()).length > 0, 'none of the home screen either');
    await openSignIn(old);
    await assert.rejects(old.takeScreenshot(), {
      name: 'unable to capture screen',
      message: /Failed to capture a screenshot\. Does the current view have 'secure' flag set\?/,
    });
  });
});

function serialOf(driver: WebdriverIO.Browser): string {
  return String((driver.capabilities as { deviceUDID?: unknown }).deviceUDID);
}

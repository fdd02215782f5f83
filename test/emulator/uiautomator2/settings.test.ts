import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';

const DEFAULTS = {
  actionAcknowledgmentTimeout: 3000,
  allowInvisibleElements: false,
  alwaysTraversableViewClasses: '',
  currentDisplayId: 0,
  deferAccessibilityCacheReset: false,
  disableIdLocatorAutocompletion: false,
  elementResponseAttributes: 'name,text',
  enableMultiWindows: false,
  enableNotificationListener: true,
  enableTopmostWindowFromActivePackage: false,
  enforceXPath1: false,
  ignoreUnimportantViews: false,
  includeA11yActionsInPageSource: false,
  includeExtraRenderingInfo: false,
  includeExtrasInPageSource: false,
  keyInjectionDelay: 0,
  limitXPathContextScope: true,
  mapTestTagToResourceId: false,
  mjpegBilinearFiltering: false,
  mjpegScalingFactor: 50,
  mjpegServerFramerate: 10,
  mjpegServerPort: 7810,
  mjpegServerScreenshotQuality: 50,
  normalizeTagNames: false,
  scrollAcknowledgmentTimeout: 200,
  serverPort: 6790,
  shouldUseCompactResponses: true,
  shutdownOnPowerDisconnect: true,
  simpleBoundsCalculation: false,
  snapshotMaxDepth: 70,
  trackScrollEvents: true,
  useResourcesForOrientationDetection: false,
  waitForIdleTimeout: 10_000,
  waitForSelectorTimeout: 10_000,
  wakeLockTimeout: 86_400_000,
};

describe('UiAutomator2 server: settings', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({});
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  const all = async () => (await phone.get('/appium/settings')).value as Record<string, unknown>;

  it('have defaults', async () => {
    assert.deepEqual(await all(), DEFAULTS);
  });

  const OTHERS = Object.entries(DEFAULTS).filter(([name]) => name !== 'currentDisplayId');
  for (const [name, value] of OTHERS) {
    const other =
      typeof value === 'boolean' ? !value : typeof value === 'number' ? (value || 1) * 2 : 'other';
    const fitting = name === 'mjpegScalingFactor' || name.endsWith('Quality') ? 40 : other;
    it(`keep ${name}`, async () => {
      await phone.set({ [name]: fitting });
      assert.equal((await all())[name], fitting);
    });
  }

  it('skip names nobody knows', async () => {
    assert.equal((await phone.set({ unknown: 1 })).status, 200);
    assert.deepEqual(await all(), DEFAULTS);
  });

  it('refuse a value of another type', async () => {
    const answer = errorOf(await phone.set({ waitForIdleTimeout: 'long' }));
    assert.deepEqual([answer.status, answer.error], [400, 'invalid argument']);
    assert.equal(
      answer.message,
      "Invalid 'waitForIdleTimeout' setting value type. Got: java.lang.String. Expected: " +
        'java.lang.Long.',
    );
  });

  it('skip a value out of range', async () => {
    assert.equal((await phone.set({ snapshotMaxDepth: 501 })).status, 200);
    assert.equal((await all())['snapshotMaxDepth'], 70);
  });

  it('need settings to be set', async () => {
    const answer = errorOf(await phone.post('/appium/settings', {}));
    assert.match(answer.message, /SettingsModel: The mandatory field 'settings'/);
  });

  it('are set by capabilities of the same name', async () => {
    await phone.startSession({
      'appium:waitForIdleTimeout': 100,
      'appium:ENABLEMULTIWINDOWS': true,
    });
    const { waitForIdleTimeout, enableMultiWindows } = await all();
    assert.deepEqual([waitForIdleTimeout, enableMultiWindows], [100, true]);
  });

  it('go back to their defaults for a new session', async () => {
    await phone.set({ enableMultiWindows: true });
    await phone.startSession();
    assert.equal((await all())['enableMultiWindows'], false);
  });

  it("outlive the session where they are the server's", async () => {
    await phone.set({ mjpegServerFramerate: 20 });
    await phone.startSession();
    assert.equal((await all())['mjpegServerFramerate'], 20);
  });

  it('tell how long the screen is still kept awake', async () => {
    await phone.set({ wakeLockTimeout: 5000 });
    phone.clock.advance(2000);
    assert.equal((await all())['wakeLockTimeout'], 3000);
  });

  it('end the server when the phone is unplugged', async () => {
    phone.power.setCharging(false);
    phone.clock.advance(1000);
    assert.equal(await phone.ended, -1);
    assert.match(phone.output, /OK \(1 test\)/);
  });

  it('let it go on without shutdownOnPowerDisconnect', async () => {
    await phone.set({ shutdownOnPowerDisconnect: false });
    phone.power.setCharging(false);
    phone.clock.advance(1000);
    assert.equal((await phone.get('/appium/settings')).status, 200);
  });

  it('let it go on while the phone is on its battery already', async () => {
    await phone.set({ shutdownOnPowerDisconnect: false });
    phone.power.setCharging(false);
    await phone.set({ shutdownOnPowerDisconnect: true });
    phone.power.setCharging(false);
    phone.clock.advance(1000);
    assert.equal((await phone.get('/appium/settings')).status, 200);
  });
});

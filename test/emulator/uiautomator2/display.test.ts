import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PHYSICAL_DISPLAY_ID } from '../../../emulator/android/physical-display.ts';
import { errorOf, FakePhone } from './fake-phone.ts';

describe('UiAutomator2 server: display', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({});
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  const get = async (path: string) => (await phone.get(path)).value;

  it('is upright', async () => {
    assert.equal(await get('/orientation'), 'PORTRAIT');
    assert.deepEqual(await get('/rotation'), { x: 0, y: 0, z: 0 });
  });

  it('is turned to landscape', async () => {
    assert.equal(
      (await phone.post('/orientation', { orientation: 'landscape' })).value,
      'LANDSCAPE',
    );
    assert.deepEqual(await get('/rotation'), { x: 0, y: 0, z: 270 });
  });

  it('is turned by degrees', async () => {
    assert.equal((await phone.post('/rotation', { x: 0, y: 0, z: 90 })).value, 'ROTATION_90');
    assert.equal(await get('/orientation'), 'LANDSCAPE');
  });

  it('has its rotation in the page source', async () => {
    await phone.post('/rotation', { z: 90 });
    assert.match(await phone.source(), /<hierarchy index="0" class="hierarchy" rotation="1" /);
  });

  it('knows no other orientation', async () => {
    const answer = errorOf(await phone.post('/orientation', { orientation: 'UPSIDE' }));
    assert.equal(answer.status, 400);
    assert.match(answer.message, /Orientation value 'UPSIDE' is not supported\. Only 'LANDSCAPE'/);
  });

  it('knows no other rotation', async () => {
    const answer = errorOf(await phone.post('/rotation', { z: 45 }));
    assert.match(answer.message, /Rotation value of 45 degrees is not supported/);
  });

  it('gives up on a locked rotation after two seconds', async () => {
    phone.isRotationLocked = true;
    const startMs = phone.clock.now();
    const answer = errorOf(await phone.post('/rotation', { z: 180 }));
    assert.equal(answer.error, 'invalid element state');
    assert.equal(
      answer.message,
      'Screen rotation cannot be changed to ROTATION_180 after 2000ms. Is it locked ' +
        'programmatically?',
    );
    assert.equal(phone.clock.now() - startMs, 2000);
  });

  it('has a size', async () => {
    assert.deepEqual(await get('/window/current/size'), { width: 720, height: 1600 });
  });

  it('has a density', async () => {
    assert.equal(await get('/appium/device/pixel_ratio'), 2);
    assert.equal(await get('/appium/device/display_density'), 320);
  });

  it('has a status bar', async () => {
    assert.deepEqual(await get('/appium/device/system_bars'), { statusBar: 60 });
  });

  it('is not held in any orientation by an app', async () => {
    assert.equal(await get('/appium/device/declared_orientation'), -1);
  });

  it('is the only one', async () => {
    const { value } = await phone.post('/appium/list_displays');
    const [display, ...others] = value as { id: number; metrics: { densityDpi: number } }[];
    assert.deepEqual([display?.id, display?.metrics.densityDpi, others], [0, 320, []]);
  });

  it('has the address that SurfaceFlinger gives it', async () => {
    const { value } = await phone.post('/appium/list_displays');
    const [display] = value as { physicalId: string }[];
    assert.equal(display?.physicalId, PHYSICAL_DISPLAY_ID);
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { FakePhone } from './fake-phone.ts';

const APPS = [
  { packageName: 'com.example', packageActivity: 'com.example.Main', appName: 'Example' },
];

describe('UiAutomator2 server: the list of apps', () => {
  let phone: FakePhone;

  beforeEach(() => {
    phone = new FakePhone();
    phone.ui.show({});
  });
  afterEach(() => phone.stop());

  it('holds what a launcher shows', async () => {
    await phone.startSession();
    const { value } = await phone.get('/appium/device/apps');
    assert.deepEqual(value, APPS);
  });

  it('needs no session', async () => {
    const { sessionId, value } = await phone.send('GET', '/appium/device/apps');
    assert.deepEqual([sessionId, value], ['None', APPS]);
  });
});

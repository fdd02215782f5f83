import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Masker } from '../../config/masker.ts';
import { addSecrets } from '../../config/secrets.ts';
import { loadSettings } from '../../config/settings.ts';

function masked(env: Record<string, string>, text: string): string {
  const masker = new Masker();
  addSecrets(masker, loadSettings({ MI_TARGET: 'remote', MI_APPIUM_URL: 'http://farm', ...env }));
  return masker.mask(text);
}

const FARM = { MI_APPIUM_URL: 'https://qa-farm:s%2Fcret-key@farm.example/wd/hub' };

for (const [where, text] of [
  ['as it is', 'key s/cret-key.'],
  ['in an address', 'https://farm.example/?key=s%2Fcret-key'],
  ['in a header', `Basic ${Buffer.from('qa-farm:s/cret-key').toString('base64')}`],
] as const) {
  test(`the key of a remote Appium server is masked ${where}`, () => {
    assert.match(masked(FARM, text), /^\D*\[masked password\]\.?$/);
  });
}

test('keys in capabilities are masked, at any depth, and nothing else of them', () => {
  const options = { userName: 'me-of-us', accessKey: 'k3y-0f-u5', osVersion: '13.0' };
  const given = JSON.stringify({ 'bstack:options': options, 'appium:deviceName': 'Xiaomi 13' });
  assert.equal(
    masked({ MI_CAPABILITIES: given }, given),
    given.replace('me-of-us', '[masked password]').replace('k3y-0f-u5', '[masked password]'),
  );
});

test('the path and the query of the address that is told of a failed gate are masked', () => {
  const notify = 'https://hooks.example/services/T0/B0/x7Yz?token=8c1f-40aa-9d';
  assert.equal(
    masked({ MI_NOTIFY: notify }, `POST ${notify}: 404 of services/T0/B0/x7Yz`),
    'POST https://hooks.example/[masked password]: 404 of [masked password]',
  );
});

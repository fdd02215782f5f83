import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSettingsProbe } from '../../../device/doctor/checks/gates.ts';
import {
  parseAutostart,
  parseBatteryWhitelist,
  parseVersionName,
} from '../../../device/doctor/checks/helpers.ts';
import { parseDefaultNetwork } from '../../../device/doctor/checks/network.ts';
import { parseBattery, parseFreeKib } from '../../../device/doctor/checks/supplies.ts';

const PROBES: [output: string, what: string][] = [
  ['Deleted 0 rows\n', 'allowed'],
  [
    "Exception occurred while executing 'delete':\njava.lang.SecurityException: Permission denial: writing to settings requires:android.permission.WRITE_SECURE_SETTINGS\n",
    'refused',
  ],
  [
    'Security exception: Permission denial: writing to settings requires:android.permission.WRITE_SECURE_SETTINGS\n',
    'refused',
  ],
  ["cmd: Can't find service: settings\n", 'unknown'],
];
for (const [output, what] of PROBES) {
  test(`a change of a setting that is answered with ${JSON.stringify(output)} is ${what}`, () => {
    assert.equal(parseSettingsProbe(output), what);
  });
}

test('the version of a helper is the first in its dump', () => {
  assert.equal(parseVersionName('    versionName=8.0.9\n'), '8.0.9');
  assert.equal(parseVersionName(''), undefined);
});

test('the battery optimisation leaves out what stands in any part of its list', () => {
  const list = parseBatteryWhitelist(
    'system-excidle,com.android.a,10012\nsystem,com.android.shell,2000\nuser,io.appium.settings,10234\n',
  );
  assert.deepEqual([...list], ['com.android.a', 'com.android.shell', 'io.appium.settings']);
});

test('Autostart is told for each helper, and left out where it is not told', () => {
  const modes = parseAutostart(`io.appium.settings
MIUIOP(10008): ignore; time=+1h2m12s943ms ago; rejectTime=+1m33s184ms ago
io.appium.uiautomator2.server
MIUIOP(10008): allow
io.appium.uiautomator2.server.test
No operations.
`);
  assert.deepEqual(
    [...modes],
    [
      ['io.appium.settings', 'ignore'],
      ['io.appium.uiautomator2.server', 'allow'],
    ],
  );
});

test('a system without Autostart tells nothing of it', () => {
  const output = 'io.appium.settings\nError: Unknown operation string: 10008\n';
  assert.deepEqual([...parseAutostart(output)], []);
});

/** As ConnectivityService of Android 13 dumps itself, shortened. */
const connectivity = (capabilities: string) => `NetworkProviders for: 7
Active default network: 102

Current network preferences:
Current Networks:
  NetworkAgentInfo{network{101}  handle{1}  ni{MOBILE[NR] CONNECTED} nc{[ Transports: CELLULAR Capabilities: MMS&SUPL LinkUpBandwidth>=1Kbps ]}}
  NetworkAgentInfo{network{102}  handle{2}  ni{WIFI CONNECTED extra: } Score(Policies : IS_VALIDATED) lp{{InterfaceName: wlan0}} nc{[ Transports: WIFI Capabilities: ${capabilities} LinkUpBandwidth>=12000Kbps ]}}
`;

test('the network that apps use is told with what it can do', () => {
  assert.deepEqual(parseDefaultNetwork(connectivity('NOT_METERED&INTERNET&VALIDATED')), {
    transport: 'WIFI',
    capabilities: new Set(['NOT_METERED', 'INTERNET', 'VALIDATED']),
  });
});

test('a network on which another one stands is named by both', () => {
  const dump = connectivity('INTERNET').replace('Transports: WIFI ', 'Transports: WIFI|VPN ');
  const network = parseDefaultNetwork(dump);
  assert.ok(typeof network === 'object');
  assert.equal(network.transport, 'WIFI over VPN');
});

test('no network, and a network of which nothing is told, are not the same', () => {
  assert.equal(parseDefaultNetwork('Active default network: none\n'), 'none');
  assert.deepEqual(parseDefaultNetwork('Active default network: 102\n'), {
    transport: 'connected',
    capabilities: undefined,
  });
  assert.equal(parseDefaultNetwork("Permission Denial: can't dump\n"), undefined);
});

test('the level of the battery is told by its scale', () => {
  const dump = `  AC powered: false\n  USB powered: true\n  level: 120\n  scale: 200\n`;
  assert.deepEqual(parseBattery(dump), { percent: 60, powered: true });
  assert.deepEqual(parseBattery('  USB powered: false\n  level: 7\n'), {
    percent: 7,
    powered: false,
  });
  assert.equal(parseBattery('Current Battery Service state:\n'), undefined);
});

test('the free space is the third number of a row, on a line of its own after a long name', () => {
  const heading = 'Filesystem      1K-blocks     Used Available Use% Mounted on\n';
  assert.equal(
    parseFreeKib(`${heading}/dev/dm-8  232783872 21460084 211323788  10% /data\n`),
    211323788,
  );
  assert.equal(
    parseFreeKib(`${heading}/dev/block/by-name/userdata\n   232783872 21460084 5  10% /data\n`),
    5,
  );
  assert.equal(parseFreeKib('df: /data: Permission denied\n'), undefined);
});

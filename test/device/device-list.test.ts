import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDeviceList } from '../../device/device-list.ts';

const OUTPUT = `* daemon not running; starting now at tcp:5037
* daemon started successfully
List of devices attached
emulator-5554          device product:garnet model:2312DRA50G device:garnet transport_id:1
8e3f21                 unauthorized usb:1-4.2 transport_id:2
192.0.2.7:5555         offline transport_id:3
a7c042                 device usb:3-1 product:fuxi model:2211133G device:fuxi transport_id:4
0123456789ABCDEF       no permissions (user in plugdev group; are your udev rules wrong?); see [http://developer.android.com/tools/device.html] usb:1-1 transport_id:5

`;

test('phones are listed with their state, whatever else adb says', () => {
  assert.deepEqual(parseDeviceList(OUTPUT), [
    { serial: 'emulator-5554', state: 'device' },
    { serial: '8e3f21', state: 'unauthorized' },
    { serial: '192.0.2.7:5555', state: 'offline' },
    { serial: 'a7c042', state: 'device' },
    {
      serial: '0123456789ABCDEF',
      state:
        'no permissions (user in plugdev group; are your udev rules wrong?); see [http://developer.android.com/tools/device.html]',
    },
  ]);
});

test('no phone is an empty list', () => {
  assert.deepEqual(parseDeviceList('List of devices attached\n\n'), []);
});

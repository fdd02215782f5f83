import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { PhoneFleet } from '../../../emulator/fleet.ts';
import { defaultProfile } from '../../../emulator/profiles/index.ts';
import { StockAdb } from '../adbd/stock-adb.ts';

let adb: StockAdb;
let fleet: PhoneFleet;
let serial: string;

before(async () => {
  adb = await StockAdb.start();
  fleet = new PhoneFleet({ service: {}, adbServerPort: adb.serverPort, log: () => {} });
  const { info } = await fleet.start({
    profile: defaultProfile,
    phoneNumber: '+12015550123',
  });
  ({ serial } = info);
});
after(async () => {
  await fleet.stop();
  await adb.stop();
});

const onPhone = (...args: Parameters<StockAdb['run']>) => adb.run('-s', serial, ...args);

test('sleep takes as long as it says', async () => {
  const startedAtMs = performance.now();
  assert.deepEqual(await onPhone('shell', 'sleep 0.3; echo done'), {
    stdout: 'done\n',
    stderr: '',
    exitCode: 0,
  });
  assert.ok(performance.now() - startedAtMs >= 300);
});

test('bytes go through pipes, redirections and nested shells unchanged', async () => {
  const content = randomBytes(100_000);
  const local = path.join(adb.home, 'bytes');
  await writeFile(local, content);
  await onPhone('push', local, '/data/local/tmp/bytes');
  const { stdout } = await onPhone(
    'exec-out',
    'cd /data/local/tmp; cat bytes | gzip -c > z; sh -c "zcat < z > y"; base64 y | base64 -d | md5sum; md5sum < bytes',
  );
  const [first, second] = stdout.split('\n');
  assert.equal(first, second);
});

test('a loop that never ends leaves the phone to others', async () => {
  const endless = onPhone('shell', 'until [ "$(getprop debug.go)" = 1 ]; do :; done; echo seen');
  assert.equal((await onPhone('shell', 'echo alive')).stdout, 'alive\n');
  await onPhone('shell', 'setprop debug.go 1');
  assert.equal((await endless).stdout, 'seen\n');
});

test('a session over a pipe hands the rest of its input to what reads it', async () => {
  const { stdout } = await onPhone('shell', { input: 'cat\nrest\n' });
  assert.equal(stdout, 'rest\n');
});

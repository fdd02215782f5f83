import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { Adb, quoteForShell } from '../../device/adb.ts';
import { AdbError, AdbMissingError, PhoneLostError } from '../../device/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'mi-adb-'));
after(() => rmSync(folder, { recursive: true }));

/** A program in adb's place. */
function program(path: string, script: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!${process.execPath}\n${script}`);
  chmodSync(file, 0o755);
  return file;
}

function adbThat(name: string, script: string): Adb {
  return new Adb({ adbPath: program(`${name}/adb`, script), serial: '8e3f21' });
}

const ECHO = `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7;`;

test('a command reaches the phone as one argument, and its exit code comes back', async () => {
  const { stdout, exitCode } = await adbThat('echo', ECHO).shell(`a "b" 'c' $HOME; d`);
  assert.deepEqual(JSON.parse(stdout), ['-s', '8e3f21', 'shell', `a "b" 'c' $HOME; d`]);
  assert.equal(exitCode, 7);
});

const LOST: [name: string, message: string, remedy: RegExp][] = [
  ['gone', "error: device '8e3f21' not found", /cable/],
  ['offline', 'error: device offline', /reconnect/],
  [
    'unauthorized',
    "error: device unauthorized.\nThis adb server's $ADB_VENDOR_KEYS is not set",
    /Allow USB debugging/,
  ],
  ['gone-34', "adb: device '8e3f21' not found", /cable/],
];
for (const [name, message, remedy] of LOST) {
  test(`"${message.split('\n')[0]}" is a lost phone`, async () => {
    const adb = adbThat(name, `console.error(${JSON.stringify(message)}); process.exitCode = 1;`);
    await assert.rejects(adb.shell('id'), (error: unknown) => {
      assert.ok(error instanceof PhoneLostError, String(error));
      assert.match(error.message, /8e3f21/);
      assert.match(error.details.remedy, remedy);
      return true;
    });
  });
}

test('a command that fails on the phone is no lost phone', async () => {
  const adb = adbThat('cat', `console.error('cat: x: No such file'); process.exitCode = 1;`);
  const { exitCode, stderr } = await adb.shell('cat x');
  assert.deepEqual([exitCode, stderr], [1, 'cat: x: No such file\n']);
});

test('a silent adb is given up', async () => {
  const adb = adbThat('silent', 'setInterval(() => {}, 1000);');
  await assert.rejects(adb.shell('id', { timeoutMs: 50 }), AdbError);
});

test('an interrupted call throws the reason', async () => {
  const abort = new AbortController();
  const call = adbThat('silent', 'setInterval(() => {}, 1000);').shell('id', {
    signal: abort.signal,
  });
  abort.abort(new Error('interrupted'));
  await assert.rejects(call, /interrupted/);
});

test('an adb that cannot be run is missing', async () => {
  await assert.rejects(new Adb({ adbPath: '/nowhere/adb' }).devices(), AdbMissingError);
});

test('a failing server is an error of adb', async () => {
  const adb = adbThat(
    'daemon',
    `console.error('adb: cannot connect to daemon'); process.exitCode = 1;`,
  );
  await assert.rejects(adb.devices(), AdbError);
});

test('adb is the one of the SDK that ANDROID_HOME names', () => {
  const sdk = program('sdk/platform-tools/adb', '');
  assert.equal(Adb.find({ ANDROID_HOME: join(folder, 'sdk') }), sdk);
});

for (const sdk of ['', 'gone']) {
  test(`an ANDROID_HOME that is ${sdk || 'empty'} holds no adb`, () => {
    assert.throws(() => Adb.find({ ANDROID_HOME: sdk }), AdbMissingError);
  });
}

test("a word of the phone's shell is quoted whole", () => {
  assert.equal(quoteForShell(`it's $HOME`), String.raw`'it'\''s $HOME'`);
});

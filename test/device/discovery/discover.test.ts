import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Adb, type CallOptions, type ShellResult } from '../../../device/adb.ts';
import type { AdbDevice } from '../../../device/device-list.ts';
import { connectionOf, discoverPhones } from '../../../device/discovery/discover.ts';
import { AdbError, PhoneLostError } from '../../../device/errors.ts';

type Answer = (serial: string, command: string) => Promise<string> | string;

/** Lists phones, and answers for each of them what the test says. */
class ListingAdb extends Adb {
  readonly #devices: readonly AdbDevice[];
  readonly #answer: Answer;

  constructor(devices: readonly AdbDevice[], answer: Answer, serial?: string) {
    super({ adbPath: '/nowhere/adb', ...(serial === undefined ? {} : { serial }) });
    this.#devices = devices;
    this.#answer = answer;
  }

  override forPhone(serial: string): Adb {
    return new ListingAdb(this.#devices, this.#answer, serial);
  }

  override async devices(): Promise<AdbDevice[]> {
    return [...this.#devices];
  }

  override async shell(command: string, call: CallOptions = {}): Promise<ShellResult> {
    call.signal?.throwIfAborted();
    return { stdout: await this.#answer(this.serial ?? '', command), stderr: '', exitCode: 0 };
  }
}

const PHONE: Readonly<Record<string, string>> = {
  getprop: '[ro.product.model]: [2312DRA50G]\n[ro.miui.ui.version.name]: [V140]\n',
  'dumpsys battery': '  USB powered: true\n  level: 42\n',
  'dumpsys account': 'User UserInfo{0:Owner:c13}:\n  Accounts: 0\n',
};
const told: Answer = (_serial, command) => PHONE[command] ?? '';
const ready = (serial: string) => ({ serial, state: 'device' });

test('a phone is asked for its properties, its battery and its accounts', async () => {
  const [phone] = await discoverPhones(new ListingAdb([ready('a')], told));
  const { model, family, battery, signedIn } = phone?.facts ?? {};
  assert.deepEqual(
    { model, family, battery, signedIn },
    {
      model: '2312DRA50G',
      family: 'miui',
      battery: { percent: 42, powered: true },
      signedIn: false,
    },
  );
});

test('a phone that cannot be asked is listed, and not asked', async () => {
  const asked: string[] = [];
  const adb = new ListingAdb([{ serial: 'a', state: 'offline' }], (serial) => {
    asked.push(serial);
    return '';
  });
  const found = await discoverPhones(adb);
  assert.deepEqual(
    { found, asked },
    {
      found: [{ serial: 'a', state: 'offline', connection: 'usb' }],
      asked: [],
    },
  );
});

const FAILURES = [
  new AdbError('adb did not answer.', { remedy: 'wait' }),
  new PhoneLostError('It is gone.', { remedy: 'wait' }),
];
for (const failure of FAILURES) {
  test(`of a phone that fails with ${failure.type} nothing is known, of the others all is`, async () => {
    const adb = new ListingAdb([ready('bad'), ready('good')], (serial, command) => {
      if (serial === 'bad') throw failure;
      return told(serial, command);
    });
    const found = await discoverPhones(adb);
    assert.deepEqual(
      found.map(({ serial, facts }) => [serial, facts?.model]),
      [
        ['bad', undefined],
        ['good', '2312DRA50G'],
      ],
    );
  });
}

test('what a phone does not tell hides nothing else of it', async () => {
  const adb = new ListingAdb([ready('a')], (serial, command) => {
    if (command === 'getprop') return told(serial, command);
    throw FAILURES[0] ?? new Error('none');
  });
  const [phone] = await discoverPhones(adb);
  const { model, battery, signedIn } = phone?.facts ?? {};
  assert.deepEqual(
    { model, battery, signedIn },
    {
      model: '2312DRA50G',
      battery: undefined,
      signedIn: undefined,
    },
  );
});

test('a person who ends the command ends the asking', async () => {
  const reason = new Error('enough');
  const adb = new ListingAdb([ready('a')], told);
  await assert.rejects(discoverPhones(adb, { signal: AbortSignal.abort(reason) }), reason);
});

const CONNECTIONS = {
  'emulator-5554': 'emulator',
  '8e3f21': 'usb',
  '192.0.2.7:5555': 'tcp',
  '[2001:db8::7]:5555': 'tcp',
  'adb-8e3f21-QxYzAb._adb-tls-connect._tcp': 'tcp',
};
for (const [serial, connection] of Object.entries(CONNECTIONS)) {
  test(`${serial} is reached over ${connection}`, () => {
    assert.equal(connectionOf(serial), connection);
  });
}

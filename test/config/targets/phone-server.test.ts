import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { RealHarnessClock } from '../../../config/clock.ts';
import { loadSettings } from '../../../config/settings.ts';
import { openServed } from '../../../config/targets/emulated.ts';
import { PhoneServer } from '../../../config/targets/phone-server.ts';
import { PhoneNotAvailableError } from '../../../config/targets/target.ts';

/** Starts a phone for each request, whose number is its own; `--crash` and `--hang` are what they say. */
const SERVER = `
  const print = (line) => console.log(JSON.stringify(line));
  require('node:readline').createInterface({ input: process.stdin }).on('line', (text) => {
    const { id, start = [], stop } = JSON.parse(text);
    if (stop !== undefined) return hangs.has(stop) || print({ id: stop, exitCode: 0 });
    if (start.includes('--crash')) process.exit(7);
    if (start.includes('--hang')) hangs.add(id);
    if (start.includes('--wrong')) return print({ id, exitCode: 2, error: 'wrong (+12015550123)' });
    const number = start[start.indexOf('--number') + 1];
    print({ id, serial: 'emulator-' + number.slice(1), consolePort: 5554, number });
  });
  const hangs = new Set();
`;

let server: PhoneServer;
beforeEach(() => {
  server = new PhoneServer(process.execPath, ['-e', SERVER], () => undefined);
});
afterEach(() => server.stop());

function open(number: string, options = '') {
  const serial = `emulator-${number.slice(1)}`;
  return openServed(server, {
    settings: loadSettings({ MI_PHONE_NUMBER: number, MI_EMULATOR_OPTIONS: options }),
    listPhones: async () => [{ serial, state: 'device' }],
    clock: new RealHarnessClock(),
    signal: new AbortController().signal,
  });
}

test('each request has its own phone, and one that is stopped leaves the other', async () => {
  const [first, second] = await Promise.all([open('+12015550101'), open('+12015550102')]);
  assert.deepEqual(
    [first, second].map(({ phones }) => phones[0]?.number),
    ['+12015550101', '+12015550102'],
  );
  await first.stop();
  assert.equal((await open('+12015550103')).phones[0]?.number, '+12015550103');
});

test('a phone that cannot start says why, without phone numbers', async () => {
  await assert.rejects(open('+12015550101', '--wrong'), (error: unknown) => {
    assert.ok(error instanceof PhoneNotAvailableError);
    assert.match(error.message, /did not start: it ended with exit code 2.*wrong \(/s);
    assert.doesNotMatch(error.message, /2015550123/);
    return true;
  });
});

test('when the process crashes all its phones are gone, and tell', async () => {
  const phone = await open('+12015550101');
  const reason = new Promise<string>((resolve) => phone.onExit(resolve));
  await assert.rejects(open('+12015550102', '--crash'), /did not start: it ended with exit code 7/);
  assert.equal(await reason, 'it ended with exit code 7');
  assert.equal(server.hasEnded, true);
});

test('a process that is asked after its end says so', async () => {
  await server.stop();
  await assert.rejects(open('+12015550101'), PhoneNotAvailableError);
});

test('a phone that does not stop is ended with the process', { timeout: 20_000 }, async () => {
  const phone = await open('+12015550101', '--hang');
  await phone.stop();
  assert.equal(server.hasEnded, true);
});

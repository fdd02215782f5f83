import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';

describe('UiAutomator2 server: network connection', () => {
  let phone: FakePhone;

  const start = async (sdk: number) => {
    phone = new FakePhone({ sdk });
    phone.ui.show({});
    phone.connectivity.wifi = false;
    await phone.startSession();
  };
  const connect = (type: unknown) => phone.post('/network_connection', { type });

  beforeEach(() => start(28));
  afterEach(() => phone.stop());

  it('turns Wi-Fi on where apps may', async () => {
    assert.equal((await connect(2)).value, 1);
    assert.equal(phone.connectivity.wifi, true);
  });

  it('cannot turn Wi-Fi on from Android 10 on', async () => {
    await phone.stop();
    await start(29);
    const { status, error, message } = errorOf(await connect(2));
    assert.deepEqual([status, error], [400, 'invalid element state']);
    assert.equal(message, 'Unable to ENABLEWIFI');
    assert.equal(phone.connectivity.wifi, false);
  });

  const NOT_IMPLEMENTED: [number, string][] = [
    [0, 'NONE'],
    [1, 'AIRPLANE'],
    [4, 'DATA Only'],
    [6, 'All Network ON'],
  ];
  for (const [type, name] of NOT_IMPLEMENTED) {
    it(`is not implemented for ${name}`, async () => {
      const { status, message } = errorOf(await connect(type));
      assert.equal(status, 500);
      assert.match(message, new RegExp(`'${name}' is not implemented`));
    });
  }

  it('of a type nobody knows is an invalid argument', async () => {
    const { status, error, message } = errorOf(await connect(3));
    assert.deepEqual([status, error], [400, 'invalid argument']);
    assert.equal(message, 'Invalid Network Connection type: 3');
  });

  it('needs a type', async () => {
    assert.equal(errorOf(await connect(null)).error, 'unknown error');
  });
});

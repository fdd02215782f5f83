import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ShellPhone } from '../shell/phone.ts';

const MINUTE_MS = 60_000;

describe('a clock that is put wrong', () => {
  let phone: ShellPhone;
  beforeEach(() => {
    phone = new ShellPhone();
    phone.clock.advance(10 * MINUTE_MS);
  });
  afterEach(() => phone.stop());

  it('shows and writes the wrong time', async () => {
    phone.system.gates.set('clock', '-180s');
    phone.system.telephony.receiveSms({ from: '+12015550100', body: 'Hello' });
    const wrongMs = phone.clock.now() - 3 * MINUTE_MS;
    assert.equal(await phone.stdout('date +%s'), `${wrongMs / 1000}\n`);
    assert.equal(phone.system.sms.rows[0]?.date, wrongMs);
  });

  it('does not change how long the phone has been on', async () => {
    phone.system.gates.set('clock', '3600s');
    assert.match(await phone.stdout('uptime'), / up 10 min,/);
  });

  it('turns automatic time off', () => {
    phone.system.gates.set('clock', '1s');
    assert.equal(phone.system.settings.get('global', 'auto_time'), '0');
  });

  it('stays wrong with automatic time on, as long as there is no network', async () => {
    await phone.run('svc wifi disable; svc data disable');
    phone.system.gates.set('clock', '180s');
    await phone.run('settings put global auto_time 1');
    assert.equal(phone.system.gates.get('clock'), '180s');
    await phone.run('svc wifi enable');
    assert.equal(phone.system.gates.get('clock'), '0');
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { parseLatencyRule } from '../../../emulator/service/latencies.ts';
import { account } from '../apps/phone-under-test.ts';
import { InterruptedPhone, TYPED } from './interrupted-phone.ts';

const ACCOUNT = { package: 'com.xiaomi.account' };
const SETTINGS = 'com.android.settings/.MiuiSettings';

describe('an app that the system kills', () => {
  let phone: InterruptedPhone;
  beforeEach(async () => {
    phone = new InterruptedPhone();
    await phone.start();
    await phone.toTypedNumber();
  });
  afterEach(() => phone.stop());

  it('is gone from the front, and what was below comes up', async () => {
    await phone.make('POST', '/processes/kill', ACCOUNT);
    assert.equal(phone.activity, 'MiuiSettings');
  });

  it('has no process any more', async () => {
    await phone.make('POST', '/processes/kill', ACCOUNT);
    assert.equal(phone.system.processes.find(ACCOUNT.package), undefined);
  });

  describe('while it is not in front', () => {
    beforeEach(async () => {
      await phone.make('POST', '/key', { name: 'HOME' });
      await phone.make('POST', '/processes/kill', ACCOUNT);
      await phone.make('POST', '/key', { name: 'APP_SWITCH' });
      await phone.make('POST', '/tap', { text: 'Settings' });
    });

    it('is still in its task, and begins anew', async () => {
      await phone.waitFor(account('input'));
      assert.ok(!phone.isAtTypedNumber);
    });

    it('has a process again when somebody comes back to it', () => {
      assert.ok(phone.system.processes.find(ACCOUNT.package));
    });
  });

  it('keeps away from the other activities of its task', async () => {
    await phone.make('POST', '/processes/kill', ACCOUNT);
    phone.open(SETTINGS);
    assert.equal(phone.activity, 'MiuiSettings');
  });
});

describe('the request of a killed app', () => {
  it('has reached the service, and its answer reaches nobody', async (t) => {
    const phone = new InterruptedPhone({ latency: [parseLatencyRule('sms-codes=5s')] });
    t.after(() => phone.stop());
    await phone.start();
    await phone.toPhonePage();
    await phone.submitPhone(TYPED);
    await phone.untilAnswer('waiting');
    await phone.make('POST', '/processes/kill', ACCOUNT);
    await phone.untilAnswer('none');
  });
});

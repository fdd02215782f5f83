import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { PictureOrder } from '../../../emulator/service/settings.ts';
import { ClassicPhone, NUMBER } from './classic-phone.ts';
import { account } from './phone-under-test.ts';

const SIM_NUMBER = `+86${NUMBER}`;
const QUERY_TIMEOUT_MS = 15_000;

describe('the SIM card’s number in the classic account app', () => {
  let phone: ClassicPhone;
  afterEach(() => phone.stop());

  const open = async (
    options: { faults?: string[]; pictureCode?: PictureOrder; hasAccount?: boolean } = {},
  ) => {
    const { faults = [], pictureCode = 'never', hasAccount = false } = options;
    phone = await ClassicPhone.start({ faults, pictureCode, simNumber: SIM_NUMBER });
    if (hasAccount) phone.service.accounts.create(SIM_NUMBER, 0);
    phone.openAccount();
  };
  const accounts = () => phone.system.accounts.list().map(({ name }) => name);

  it('is asked about first', async () => {
    await open({ faults: ['sim-accounts=hang'] });
    await phone.waitFor(account('loading_notice'));
    assert.equal(phone.text('loading_notice'), 'Getting SIM info…');
  });

  it('opens the account that it has', async () => {
    await open({ hasAccount: true });
    await phone.tap('btn_login_account');
    await phone.waitForCloud();
    assert.deepEqual(accounts(), ['6000000000']);
  });

  it('makes another account on request', async () => {
    await open({ hasAccount: true });
    await phone.tap('btn_register');
    await phone.waitForCloud();
    assert.deepEqual(accounts(), ['6000000001']);
  });

  it('offers to sign in only if it has an account', async () => {
    await open();
    await phone.waitFor(account('btn_register'));
    assert.equal(phone.find(account('btn_login_account')), undefined);
  });

  it('gives way to a number that is typed', async () => {
    await open();
    await phone.tap('login_other_account');
    await phone.waitFor(account('input_phone_num'));
  });

  it('wants a picture read if the service does', async () => {
    await open({ pictureCode: 'after' });
    await phone.tap('btn_register');
    await phone.waitFor(account('et_captcha_image'));
    await phone.tap('btn_register');
    await phone.waitFor({ text: 'Enter captcha' });
    await phone.readPicture();
    await phone.tap('btn_register');
    await phone.waitForCloud();
  });

  it('says what the service has against it', async () => {
    await open({ faults: ['sim-sign-in=error:SYSTEM_BUSY'] });
    await phone.tap('btn_register');
    await phone.waitForToast('System is busy. Wait a minute or two and try again.');
  });

  it('is not offered when the service fails', async () => {
    await open({ faults: ['sim-accounts=status:503'] });
    await phone.waitFor(account('input_phone_num'));
    assert.deepEqual(phone.toasts, []);
  });

  it('is not waited for longer than it takes to type one', async () => {
    await open({ faults: ['sim-accounts=hang'] });
    await phone.waitFor(account('loading_notice'));
    phone.clock.advance(QUERY_TIMEOUT_MS);
    await phone.waitFor(account('input_phone_num'));
  });

  it('is not asked about where no operator vouches for it', async () => {
    phone = await ClassicPhone.start({ simNumber: '+12015550123' });
    await phone.toNumberPage();
    const asked = phone.system.logcat
      .entries()
      .some(({ message }) => message.includes('/v1/sim-accounts'));
    assert.equal(asked, false);
  });
});

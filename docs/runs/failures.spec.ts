// One failure of each kind, for the pictures of docs/reports.md: each of these tests has to fail. Run in a
// copy of the project, as deep in it as here, by docs/runs/failed-run.ts.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Adb } from '../../device/adb.ts';
import { thePhone } from '../../flows/phones.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../../specs/support/emulated-phone.ts';

const BUDGET_MS = 12_000;
const AT_ONCE = '--latency 0 --picture-code never';

describe('The account', () => {
  const phone = emulatedPhone({ options: AT_ONCE });

  it('does not sync what nobody asked it to @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(SettingsHome);
    await signUp.account();
    expect(await phone.cloudConsents()).toEqual([{ sync: false, findDevice: false }]);
  });
});

describe('Servers that take five minutes', () => {
  const phone = emulatedPhone({
    options: `${AT_ONCE} --latency sms-codes=5m`,
    stepBudgetMs: { 'phone-number': BUDGET_MS },
  });

  it('answer within the budget @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(SmsCodePage);
  });
});

describe('Servers that have a bad day', () => {
  const phone = emulatedPhone({ options: `${AT_ONCE} --fault sms-codes=html:502` });

  it('take the number @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(SmsCodePage);
  });
});

describe('The SMS with the code', () => {
  const phone = emulatedPhone({
    options: `${AT_ONCE} --fault sms-delivery=drop`,
    stepBudgetMs: { 'sms-code': BUDGET_MS },
    sms: { resends: 0 },
  });

  it('comes within the budget @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(CloudAgreementPage);
  });
});

describe('A picture code that is hard to read', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code after --picture-difficulty hard',
    pictureCode: 'ocr',
  });

  it('is read by machine @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(CloudAgreementPage);
  });
});

describe('A phone whose number is taken', () => {
  const phone = emulatedPhone({ options: AT_ONCE });

  it('signs up for a new account @emulated', async () => {
    await phone.numberHasAccount();
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(SettingsHome);
  });
});

describe('A phone with news of the weather', () => {
  const phone = emulatedPhone({ options: AT_ONCE });

  it('shows the page for the code @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(PhoneNumberPage);
    await phone.interruptions.dialog('unknown');
    await signUp.until(SmsCodePage);
  });
});

describe('A phone whose cable is loose', () => {
  const phone = emulatedPhone({ options: `${AT_ONCE} --latency sms-codes=1m` });

  it('stays there while the servers take their time @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    const next = signUp.until(SmsCodePage);
    await phone.waitsFor('the server to take the number');
    await Promise.all([
      next,
      promisify(execFile)(Adb.find(), ['-s', thePhone().serial, 'emu', 'kill']),
    ]);
  });
});

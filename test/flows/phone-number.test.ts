import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NumberRefusedError } from '../../flows/errors.ts';
import { MessageDialog } from '../../pageobjects/components/message-dialog.ts';
import { ExistingAccountPage } from '../../pageobjects/existing-account-page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { setUp, steps } from './sign-up-under-test.ts';

/** A sign-up at the page for the phone number. */
async function atNumberPage(options: Parameters<typeof setUp>[0] = {}) {
  const parts = setUp(options);
  await parts.signUp.openSettings();
  const page = await parts.signUp.until(PhoneNumberPage);
  return { ...parts, page };
}

describe('a spec at the page for the phone number', () => {
  for (const generation of ['current', 'classic'] as const) {
    it(`has the ${generation} page filled in up to Next`, async () => {
      const { signUp, page, phone } = await atNumberPage({ generation, countryCode: '+86' });
      await signUp.fillInNumber(page);
      assert.deepEqual([await page.countryCode(), await page.consentGiven()], ['+1', true]);
      assert.deepEqual(
        phone.log.filter((entry) => /number/.test(entry)),
        ['number 2015550123'],
      );
    });

    it(`submits what it typed itself on the ${generation} page`, async () => {
      const { signUp, page, phone } = await atNumberPage({ generation });
      await signUp.fillInNumber(page);
      await page.enterNumber('201 555 0123');
      assert.ok((await signUp.submitNumber(page)) instanceof SmsCodePage);
      assert.deepEqual(phone.log.slice(-2), ['number 201 555 0123', 'submit number']);
    });
  }

  it('learns that the number was refused', async () => {
    const refuse = { screen: 'number', text: 'Invalid phone number', as: 'inline' } as const;
    const { signUp, page } = await atNumberPage({ refuse });
    await page.setConsent(true);
    await assert.rejects(signUp.submitNumber(page), NumberRefusedError);
  });

  it('writes the number down before it submits it', async () => {
    const { signUp, page, events } = await atNumberPage();
    await signUp.fillInNumber(page);
    assert.ok(!events.some(({ type }) => type === 'number-submitted'));
    await signUp.submitNumber(page);
    assert.ok(events.some(({ type }) => type === 'number-submitted'));
  });
});

describe('consent that is missing', () => {
  it('is asked for in a dialog, and given there leads on', async () => {
    const { signUp, page, phone } = await atNumberPage();
    await signUp.fillInNumber(page);
    await page.setConsent(false);
    assert.ok((await signUp.submitNumber(page)) instanceof MessageDialog);
    await signUp.until(SmsCodePage);
    assert.equal(phone.log.filter((entry) => entry === 'submit number').length, 1);
  });

  it('is withheld in the dialog, which leads back', async () => {
    const { signUp, page, phone, events } = await atNumberPage();
    await signUp.fillInNumber(page);
    await page.setConsent(false);
    const asked = await signUp.submitNumber(page);
    assert.equal(await signUp.withholdConsent(asked), page);
    assert.ok(!phone.log.includes('submit number'));
    assert.equal(steps(events).at(-1), 'phone-number passed');
  });

  it('is only spoken of by the classic app, which stays where it is', async () => {
    const text = 'Agree to the terms and conditions first';
    const refuse = { screen: 'number', text, as: 'toast' } as const;
    const { signUp, page } = await atNumberPage({ generation: 'classic', refuse });
    await page.setConsent(false);
    const asked = await signUp.submitNumber(page);
    assert.equal(asked, page);
    assert.equal(await signUp.withholdConsent(asked), page);
  });
});

describe('a number that has an account', () => {
  for (const generation of ['current', 'classic'] as const) {
    for (const answer of ['yes', 'no'] as const) {
      it(`lets a spec answer the ${generation} app's question with ${answer}`, async () => {
        const { signUp } = setUp({ generation, registered: true });
        await signUp.openSettings();
        const question = await signUp.until(ExistingAccountPage);
        await signUp.instead(question, () => question[answer](), 'the account');
        await signUp.until(SettingsHome);
        assert.equal((await signUp.account()).shown, '6230000535');
      });
    }
  }
});

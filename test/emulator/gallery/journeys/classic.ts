import type { Journey } from '../journey.ts';
import type { ScenePhone } from '../scene-phone.ts';
import { MESSAGE_FAULTS, serverMessages } from './server-messages.ts';
import { ACCOUNTS, PASSWORD, signedIn } from './signed-in.ts';

const isOn: Journey['isOn'] = ({ generation }) => generation === 'classic';
const SIM_NUMBER = '+8613800138000';
const SMS_UNDER_WAY_MS = 2000;

const id = (name: string) => ({ id: `com.xiaomi.account:id/${name}` });

async function toNumberPage(phone: ScenePhone): Promise<void> {
  phone.open('com.android.settings/.Settings');
  phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
  await phone.see('input_phone_num');
}

async function sendNumber(phone: ScenePhone): Promise<void> {
  await phone.type(id('input_phone_num'), phone.number);
  await phone.tap('btn_login_or_register_next');
}

async function sendCode(phone: ScenePhone, code: string): Promise<void> {
  await phone.type(id('ev_verify_code'), code);
  await phone.tap('btn_login_or_register');
}

const signUp: Journey = {
  isOn,
  setup: { pictureCode: 'after', latency: [`sms-delivery=${SMS_UNDER_WAY_MS}ms`] },
  async *walk(phone) {
    await toNumberPage(phone);
    yield 'Phone number';
    await phone.tap('phone_region_iso');
    await phone.see('list');
    yield 'Country';
    phone.back();
    await phone.tap('btn_login_or_register_next');
    await phone.seeText('passport_error_empty_phone_num');
    yield 'Phone number: none typed';
    await phone.tap('input_phone_num');
    phone.typeHere(phone.number);
    yield 'Phone number: keyboard';
    phone.tapKey('Hide keyboard');
    await phone.tap('license');
    await phone.tap('btn_login_or_register_next');
    await phone.seeText('passport_error_user_agreement_error');
    yield 'Consent';
    phone.waitUntilQuiet();
    await phone.tap('license');
    await phone.tap('btn_login_or_register_next');
    await phone.see('ev_verify_code');
    yield 'SMS code';
    phone.clock.advance(SMS_UNDER_WAY_MS);
    yield 'SMS code: it arrives';
    phone.waitUntilQuiet();
    await sendCode(phone, phone.code({ wrong: true }));
    await phone.seeText('passport_error_ticket_invalid');
    yield 'SMS code: wrong';
    await sendCode(phone, phone.code());
    await phone.see('et_captcha_image');
    yield 'Picture';
    await phone.type(id('et_captcha_code'), 'XXXXX');
    await phone.tap('btn_login_or_register');
    await phone.seeText('passport_wrong_vcode');
    yield 'Picture: wrong';
  },
};

const pictureBefore: Journey = {
  isOn,
  setup: { pictureCode: 'before' },
  async *walk(phone) {
    await toNumberPage(phone);
    await sendNumber(phone);
    await phone.see('et_captcha_image');
    yield 'Picture before the code';
    await phone.tap('et_switch');
    await phone.seeText('classic_no_voice_code');
    yield 'Picture: no spoken code';
  },
};

const existing: Journey = {
  isOn,
  setup: { pictureCode: 'never', accounts: ACCOUNTS },
  async *walk(phone) {
    await toNumberPage(phone);
    await sendNumber(phone);
    await phone.see('ev_verify_code');
    phone.waitUntilQuiet();
    await sendCode(phone, phone.code());
    await phone.see('recycle_prompt');
    yield 'Is this your account?';
    await phone.tap('btn_login_account');
    yield* signedIn(phone);
  },
};

const password: Journey = {
  isOn,
  setup: { pictureCode: 'never', accounts: ACCOUNTS },
  async *walk(phone) {
    await toNumberPage(phone);
    await phone.tap('entry_to_account_password_login');
    await phone.see('btn_login');
    yield 'Password';
    await phone.type(id('et_account_name'), phone.number);
    await phone.type(id('et_account_password'), `${PASSWORD}!`);
    await phone.tap('et_account_password');
    yield 'Password: secure keyboard';
    await phone.tap('btn_login');
    await phone.seeText('password_wrong');
    yield 'Password: wrong';
    await phone.tap('forgot_pwd');
    await phone.seeText('find_password_message');
    yield 'Password: forgotten';
  },
};

const messages: Journey = {
  isOn,
  setup: { faults: MESSAGE_FAULTS },
  async *walk(phone) {
    await toNumberPage(phone);
    yield* serverMessages(phone, () => sendNumber(phone));
  },
};

const simCard: Journey = {
  isOn,
  setup: { simNumber: SIM_NUMBER, latency: ['sim-accounts=5s'] },
  async *walk(phone) {
    phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
    await phone.see('loading_notice');
    yield 'SIM card: asking';
    await phone.until(() => {
      phone.clock.advance(1000);
      return phone.find(id('btn_register')) !== undefined;
    }, 'the number');
    yield 'SIM card: new account';
    await phone.tap('btn_register');
    await phone.see('et_captcha_image');
    yield 'SIM card: picture';
  },
};

const simAccount: Journey = {
  isOn,
  setup: { simNumber: SIM_NUMBER, accounts: ACCOUNTS },
  async *walk(phone) {
    phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
    await phone.see('btn_login_account');
    yield 'SIM card: its account';
  },
};

/** The account app of MIUI 10. */
export const classic: readonly Journey[] = [
  signUp,
  pictureBefore,
  existing,
  password,
  simCard,
  simAccount,
  messages,
];

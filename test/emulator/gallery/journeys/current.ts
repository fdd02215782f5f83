import type { Journey } from '../journey.ts';
import type { ScenePhone } from '../scene-phone.ts';
import { MESSAGE_FAULTS, serverMessages } from './server-messages.ts';
import { ACCOUNTS, PASSWORD, signedIn } from './signed-in.ts';

const isOn: Journey['isOn'] = ({ generation }) => generation === 'current';
const SIM_NUMBER = '+8613800138000';
const SMS_UNDER_WAY_MS = 2000;

async function toPhonePage(phone: ScenePhone): Promise<void> {
  await phone.toPhonePage();
}

async function toCodePage(phone: ScenePhone): Promise<void> {
  await toPhonePage(phone);
  await phone.submitPhone(phone.number);
  await phone.see('verify_code');
}

/** From the empty number to the picture after the code. */
const signUp: Journey = {
  isOn,
  setup: { pictureCode: 'after', latency: [`sms-delivery=${SMS_UNDER_WAY_MS}ms`] },
  async *walk(phone) {
    await toPhonePage(phone);
    yield 'Phone number';
    yield* countries(phone);
    await phone.tap('get_login_type');
    await phone.seeText('passport_error_empty_phone_num');
    yield 'Phone number: none typed';
    await phone.tap('input');
    phone.typeHere(phone.number);
    yield 'Phone number: keyboard';
    phone.tapKey('Hide keyboard');
    await phone.tap('get_login_type');
    await phone.see('positive');
    yield 'Consent';
    await phone.tap('positive');
    await phone.see('verify_code');
    yield 'SMS code';
    phone.clock.advance(SMS_UNDER_WAY_MS);
    await phone.typeCode(phone.code().slice(0, 3));
    yield 'SMS code: it arrives';
    phone.waitUntilQuiet();
    await phone.typeCode(phone.code({ wrong: true }).slice(3));
    await phone.seeText('passport_error_ticket_invalid');
    yield 'SMS code: wrong';
    await phone.tap('can_not_receive_verify_code');
    await phone.see('positive');
    yield 'SMS code: none came';
    await phone.tap('positive');
    await phone.typeCode(phone.code());
    await phone.see('captcha_image');
    yield 'Picture';
    await phone.type({ id: 'com.xiaomi.account:id/input' }, 'XXXXX');
    await phone.tap('positive');
    await phone.seeText('passport_wrong_vcode');
    yield 'Picture: wrong';
  },
};

async function* countries(phone: ScenePhone): AsyncGenerator<string> {
  await phone.tap('country_code');
  await phone.see('fast_indexer_list');
  yield 'Country';
  const release = await phone.hold('fast_indexer');
  yield 'Country: index';
  release();
  await phone.tap('search');
  phone.typeHere('+7');
  yield 'Country: search';
  phone.typeHere('zzz');
  phone.tapKey('Hide keyboard');
  yield 'Country: none found';
  phone.back();
}

/** The number has an account: in, around and out again. */
const existing: Journey = {
  isOn,
  setup: { pictureCode: 'never', accounts: ACCOUNTS },
  async *walk(phone) {
    await toCodePage(phone);
    phone.clock.advance(0);
    phone.waitUntilQuiet();
    await phone.typeCode(phone.code());
    await phone.see('text_view_user_info');
    yield 'Is this your account?';
    await phone.tap('positive');
    yield* signedIn(phone);
  },
};

const password: Journey = {
  isOn,
  setup: { accounts: ACCOUNTS },
  async *walk(phone) {
    await toPhonePage(phone);
    await phone.tap('password_login');
    await phone.see('login');
    yield 'Password';
    const [login, field] = await phone.waitForAll({ id: 'com.xiaomi.account:id/input' }, 2);
    if (!login || !field) throw new Error('the page has no two fields');
    phone.perform(login, { kind: 'setText', text: phone.number });
    phone.perform(field, { kind: 'setText', text: `${PASSWORD}!` });
    phone.perform(field, { kind: 'click' });
    yield 'Password: secure keyboard';
    await phone.tap('login');
    await phone.seeText('password_wrong');
    yield 'Password: wrong';
    await phone.tap('find_password');
    await phone.see('positive');
    yield 'Password: forgotten';
  },
};

const picturesBefore: Journey = {
  isOn,
  setup: { pictureCode: 'before' },
  async *walk(phone) {
    await toPhonePage(phone);
    await phone.submitPhone(phone.number);
    await phone.see('captcha_image');
    await phone.click({ id: 'com.xiaomi.account:id/input' });
    yield 'Picture before the code';
  },
};

const webCheck: Journey = {
  isOn,
  setup: { webCheck: true, faults: ['web-checks=status:503*1'] },
  async *walk(phone) {
    await toPhonePage(phone);
    await phone.submitPhone(phone.number);
    await phone.see('positive');
    yield 'Web check: not loaded';
    await phone.tap('positive');
    const page = 'com.xiaomi.account:id/verify_webView';
    const title = phone.label('web_check_title');
    await phone.until(() => phone.find({ id: page })?.text === title, 'the web page');
    yield 'Web check';
  },
};

const messages: Journey = {
  isOn,
  setup: { faults: MESSAGE_FAULTS },
  async *walk(phone) {
    await toPhonePage(phone);
    yield* serverMessages(phone, () => phone.submitPhone(phone.number));
  },
};

function hasVouchedSim(profile: Parameters<NonNullable<Journey['isOn']>>[0]): boolean {
  return profile.generation === 'current' && profile.region === 'cn';
}

const simCard: Journey = {
  isOn: hasVouchedSim,
  setup: { simNumber: SIM_NUMBER, latency: ['sim-accounts=5s'] },
  async *walk(phone) {
    phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
    await phone.see('skip_query');
    yield 'SIM card: asking';
    await phone.until(() => {
      phone.clock.advance(1000);
      return phone.find({ id: 'com.xiaomi.account:id/phone_account_card' }) !== undefined;
    }, 'the number');
    yield 'SIM card: new account';
  },
};

const simAccount: Journey = {
  isOn: hasVouchedSim,
  setup: { simNumber: SIM_NUMBER, accounts: ACCOUNTS },
  async *walk(phone) {
    phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
    await phone.see('phone_account_card');
    yield 'SIM card: its account';
  },
};

/** The account app of MIUI 13 and HyperOS. */
export const current: readonly Journey[] = [
  signUp,
  picturesBefore,
  webCheck,
  existing,
  password,
  simCard,
  simAccount,
  messages,
];

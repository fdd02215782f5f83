import type { FakeView } from './fake-screen.ts';
import type { FakeTexts } from './fake-texts.ts';

const ACCOUNT = 'com.xiaomi.account:id/';
const CLOUD_PACKAGE = 'com.miui.cloudservice';
const CLOUD = `${CLOUD_PACKAGE}:id/`;
const SETTINGS = { packageName: 'com.android.settings' };

/** What the screens of a fake phone show, and what a touch of theirs does. */
export interface FakePageHost {
  readonly texts: FakeTexts;
  readonly account: string;
  /** How Xiaomi Cloud's switches stand; absent where its agreement has none. */
  readonly cloudSwitches: { sync: boolean; findDevice: boolean } | undefined;
  readonly countryCode: string;
  readonly ticked: boolean;
  /** What is in the classic app's field for the SMS code. */
  readonly typed: string;
  /** What the app says of a code that it did not take. */
  readonly refusal: string;
  readonly mayResend: boolean;
  readonly picture: Buffer;
  /** The screen that the picture came after. */
  readonly beforePicture: string;
  /** A screen that has a picture of its own from the start. */
  readonly pictureOn: string | undefined;
  show(screen: string): void;
  /** A submission is answered with the screen that follows, later. */
  submit(screen: string): void;
  note(entry: string): void;
  tick(): void;
  setCountry(code: string): void;
  type(code: string): void;
  focusCode(): void;
  /** The picture that stands before another code is answered. */
  resendPicture(): void;
  resend(): void;
  answerPicture(from: string): void;
  renewPicture(): void;
  /** Whether the banner of a message takes this tap. */
  isCovered(): boolean;
  signIn(): void;
}

type Pages = Readonly<Record<string, (host: FakePageHost) => FakeView[]>>;

function view(id: string, rest: Omit<FakeView, 'id'> = {}): FakeView {
  return { id: ACCOUNT + id, ...rest };
}

const countries: Pages[string] = (host) =>
  ['+1', '+49', '+86'].map((code) =>
    view('area_code', {
      text: code,
      onClick: () => {
        if (host.isCovered()) return;
        host.setCountry(code);
        host.show('number');
      },
    }),
  );

const consent: Pages[string] = ({ texts, submit, show }) => [
  view('title', { text: '…' }),
  view('negative', {
    text: texts.cancel,
    packageName: 'com.xiaomi.account',
    onClick: () => show('number'),
  }),
  view('positive', {
    text: texts.agree,
    packageName: 'com.xiaomi.account',
    onClick: () => submit('number'),
  }),
];

function refusal(host: FakePageHost): FakeView[] {
  return host.refusal === '' ? [] : [{ text: host.refusal }];
}

function resend(host: FakePageHost, id: string): FakeView {
  const attributes = { enabled: String(host.mayResend) };
  return view(id, { attributes, onClick: () => host.resend() });
}

function dialog(text: string, onClick?: () => void): FakeView[] {
  return [view('message', { text }), view('positive', { text: 'OK', ...(onClick && { onClick }) })];
}

/** What the app says over the page of the SMS code. */
const dialogs: Pages = {
  refused: ({ texts, show }) => dialog(texts.wrongCode, () => show('sms')),
  quota: ({ texts }) => [view('alertTitle', { text: texts.couldNotSend }), ...dialog(texts.quota)],
};

/** Rows of a title and a switch; the switch is no sibling of its title. */
function cloudRows({ cloudSwitches }: FakePageHost): FakeView[] {
  if (cloudSwitches === undefined) return [];
  const row = (name: keyof typeof cloudSwitches, title: string, top: number): FakeView[] => [
    { packageName: CLOUD_PACKAGE, text: title, top },
    {
      packageName: CLOUD_PACKAGE,
      attributes: { checked: String(cloudSwitches[name]) },
      top,
      onClick: () => void (cloudSwitches[name] = !cloudSwitches[name]),
    },
  ];
  return [...row('sync', 'Sync', 20), ...row('findDevice', 'Find device', 40)];
}

/** The account app of MIUI 13 and HyperOS, and Settings of a phone that is not for China. */
export const currentPages: Pages = {
  settings: ({ texts, account, show, submit }) => [
    { id: 'com.android.settings:id/scroll_headers' },
    { text: texts.accountRow, onClick: () => submit('settings') },
    { id: 'com.android.settings:id/text_right', text: account },
    { text: 'Accounts & sync', onClick: () => show('accounts') },
  ],
  accounts: ({ show }) => [
    { ...SETTINGS, text: 'Sync data' },
    { ...SETTINGS, text: 'Add account', onClick: () => show('addAccount') },
  ],
  addAccount: ({ texts, submit }) => [
    { id: 'com.android.settings:id/action_bar_title', text: 'Add account' },
    { ...SETTINGS, text: texts.accountRow, onClick: () => submit('settings') },
  ],
  sim: ({ submit }) => [
    view('query_phone_account'),
    view('skip_query', { onClick: () => submit('sim') }),
  ],
  number: (host) => [
    view('country_code', { text: host.countryCode, onClick: () => host.show('countries') }),
    view('phone'),
    view('input', { onValue: (text) => host.note(`number ${text}`) }),
    view('user_agreement_checkbox', {
      attributes: { checked: String(host.ticked) },
      onClick: () => host.tick(),
    }),
    view('get_login_type', {
      onClick: () => (host.ticked ? host.submit('number') : host.show('consent')),
    }),
  ],
  consent,
  countries,
  check: () => [view('verify_webView')],
  sms: (host) => [
    view('verify_code', { text: '', onClick: () => host.focusCode() }),
    ...refusal(host),
    resend(host, 'resend_timer'),
  ],
  ...dialogs,
  // The picture that is asked for before another code is sent.
  captcha: (host) => [
    view('captcha_image', { picture: host.picture }),
    view('captcha'),
    view('input', { onValue: (text) => host.note(`picture ${text}`) }),
    view('positive', { onClick: () => host.resendPicture() }),
  ],
  registered: ({ texts, submit }) => [
    view('title', { text: texts.isThisYours }),
    view('text_view_user_info', { text: 'Li Wei, (201) 555-0123' }),
    view('positive', { text: 'Y', onClick: () => submit('registered') }),
    view('negative', { text: 'N', onClick: () => submit('registered') }),
  ],
  picture: (host) => [
    view('captcha_image', { picture: host.picture, onClick: () => host.renewPicture() }),
    view('captcha'),
    view('input', { onValue: (text) => host.note(`picture ${text}`) }),
    view('positive', { onClick: () => host.answerPicture('picture') }),
  ],
  cloud: (host) => [
    ...cloudRows(host),
    {
      packageName: 'com.miui.cloudservice',
      text: host.texts.cloudAgree,
      onClick: () => {
        host.signIn();
        host.submit('cloud');
      },
    },
  ],
};

/** The classic picture stands on the page that it came after, and is sent with it. */
function withPicture(host: FakePageHost, views: FakeView[], from: string): FakeView[] {
  return [
    ...views.map((each) =>
      each.id === `${ACCOUNT}btn_login_or_register_next`
        ? { ...each, onClick: () => host.answerPicture(from) }
        : each,
    ),
    view('et_captcha_code', { onValue: (text) => host.note(`picture ${text}`) }),
    view('et_captcha_image', { picture: host.picture, onClick: () => host.renewPicture() }),
  ];
}

const classicNumber = (host: FakePageHost): FakeView[] => [
  view('phone_region_iso', { text: host.countryCode, onClick: () => host.show('countries') }),
  view('input_phone_num', { onValue: (text) => host.note(`number ${text}`) }),
  view('license', {
    attributes: { checked: String(host.ticked) },
    onClick: () => {
      if (host.ticked) host.note('license unticked');
      host.tick();
    },
  }),
  view('btn_login_or_register_next', { onClick: () => host.submit('number') }),
  view('entry_to_account_password_login', { onClick: () => host.show('password') }),
];

const classicPassword = (host: FakePageHost): FakeView[] => [
  view('et_account_name', { onValue: (text) => host.note(`login ${text}`) }),
  view('et_account_password', { onValue: (text) => host.note(`password ${text}`) }),
  view('btn_login', { onClick: () => host.submit('registered') }),
  view('forgot_pwd'),
];

const classicSms = (host: FakePageHost): FakeView[] => [
  view('send_sms_to_mobile_number'),
  view('ev_verify_code', {
    // Android tells the hint of an empty field as its text.
    text: host.typed || 'Enter verification code',
    onValue: (text) => host.type(text),
  }),
  ...refusal(host),
  resend(host, 'send_vcode_notice'),
  view('btn_login_or_register_next', { onClick: () => host.submit('sms') }),
];

/** The account app and Settings of MIUI 10. */
export const classicPages: Pages = {
  settings: ({ texts, account, submit }) => [
    { ...SETTINGS, id: 'android:id/list' },
    { ...SETTINGS, text: texts.accountRow, onClick: () => submit('settings') },
    { ...SETTINGS, id: 'android:id/summary', text: account },
  ],
  sim: ({ submit }) => [
    view('btn_login_account'),
    view('login_other_account', { onClick: () => submit('sim') }),
  ],
  number: (host) =>
    host.pictureOn === 'number'
      ? withPicture(host, classicNumber(host), 'number')
      : classicNumber(host),
  password: classicPassword,
  ...dialogs,
  // Asking again leads back to the page of the number, which then wants a picture.
  captcha: (host) => [
    ...classicNumber(host).map((each) =>
      each.id === `${ACCOUNT}btn_login_or_register_next`
        ? { ...each, onClick: () => host.resendPicture() }
        : each,
    ),
    view('et_captcha_code', { onValue: (text) => host.note(`picture ${text}`) }),
    view('et_captcha_image', { picture: host.picture }),
  ],
  countries,
  check: currentPages['check'] as Pages[string],
  sms: (host) =>
    host.pictureOn === 'sms' ? withPicture(host, classicSms(host), 'sms') : classicSms(host),
  registered: ({ texts, submit }) => [
    view('recycle_prompt', { text: texts.isThisYours }),
    view('btn_login_account', { text: 'Y', onClick: () => submit('registered') }),
    view('btn_reg_account', { text: 'N', onClick: () => submit('registered') }),
  ],
  picture: (host) =>
    withPicture(
      host,
      host.beforePicture === 'sms' ? classicSms(host) : classicNumber(host),
      'picture',
    ),
  cloud: ({ texts, signIn, show }) => [
    {
      id: `${CLOUD}btn_next`,
      text: texts.cloudAgree,
      onClick: () => {
        signIn();
        show('sync');
      },
    },
  ],
  sync: ({ submit }) => [
    { id: `${CLOUD}provision_sw` },
    { id: `${CLOUD}btn_next`, onClick: () => submit('cloud') },
  ],
};

import type { ManualHarnessClock } from '../../config/clock.ts';
import type { Language } from '../../config/languages.ts';
import type { Adb } from '../../device/adb.ts';
import { AdbBridge } from '../../device/adb-bridge.ts';
import { FakeDriver, type FakeView } from './fake-screen.ts';
import { TEXTS, type Generation } from './fake-texts.ts';

const ACCOUNT = { packageName: 'com.xiaomi.account' };
const SETTINGS = { packageName: 'com.android.settings' };
const ID = `${ACCOUNT.packageName}:id/`;

/** What the account app asks when somebody signs out; only ids differ between its generations. */
const ANSWERS: Readonly<
  Record<Language, Record<'keep' | 'remove' | 'wrongPassword' | 'failed', string>>
> = {
  en: {
    keep: 'Keep',
    remove: 'Remove',
    wrongPassword: 'Incorrect password',
    failed: "Can't sign out",
  },
  'zh-CN': { keep: '保留', remove: '删除', wrongPassword: '密码错误', failed: '退出账号失败' },
  'zh-TW': { keep: '保留', remove: '刪除', wrongPassword: '密碼錯誤', failed: '退出帳號失敗' },
  ru: {
    keep: 'Сохранить',
    remove: 'Удалить',
    wrongPassword: 'Неверный пароль',
    failed: 'Не удалось выйти из аккаунта',
  },
};

export interface SignedInOptions {
  readonly clock: ManualHarnessClock;
  readonly generation?: Generation;
  readonly language?: Language;
  /** What the row shows; `undefined` while nobody is signed in. */
  readonly account?: string | undefined;
  /** Of the account, which Find device asks for. */
  readonly password?: string;
  /** A person enters it so long after it was asked for. */
  readonly personEntersAfterMs?: number;
  /** The service does not let the session end. */
  readonly fails?: boolean;
  /** The account stays, whatever the screens say. */
  readonly keepsAccount?: boolean;
  /** The account app shows its page for the number when nobody is signed in any more. */
  readonly staysOpen?: boolean;
}

type Screen = 'home' | 'settings' | 'account' | 'password' | 'data' | 'number';

/** A phone that somebody is signed in on, at the harness's own (manual) clock. */
export class FakeSignedInPhone {
  readonly serial = 'emulator-5554';
  readonly driver: WebdriverIO.Browser;
  readonly bridge: AdbBridge;
  /** What was done on the screen, in order. */
  readonly log: string[] = [];
  readonly #options: SignedInOptions;
  readonly #texts: (typeof ANSWERS)[Language];
  #account: string | undefined;
  #screen: Screen = 'home';
  #typed = '';
  #said = '';
  #askedAtMs = Infinity;

  constructor(options: SignedInOptions) {
    this.#options = options;
    this.#account = 'account' in options ? options.account : '6230000535';
    this.#texts = ANSWERS[options.language ?? 'en'];
    this.driver = new FakeDriver({
      views: () => this.#views(),
      onKey: () => undefined,
      onStartActivity: () => this.#do('open', 'settings'),
      onBack: () => this.#do('back', 'settings'),
    }) as unknown as WebdriverIO.Browser;
    const lines = () => (this.#account ? ['    Account {name=6230***535, type=com.xiaomi}'] : []);
    const stdout = () =>
      ['User UserInfo{0:Owner:13}:', `  Accounts: ${lines().length}`, ...lines(), ''].join('\n');
    this.bridge = new AdbBridge({
      serial: this.serial,
      shell: () => Promise.resolve({ stdout: stdout(), stderr: '', exitCode: 0 }),
    } as unknown as Adb);
  }

  #do(what: string, screen: Screen): void {
    this.log.push(what);
    this.#screen = screen;
  }

  #views(): FakeView[] {
    const { clock, personEntersAfterMs = Infinity } = this.#options;
    if (this.#screen === 'password' && clock.now() - this.#askedAtMs >= personEntersAfterMs) {
      this.#do('person', 'data');
    }
    const said = this.#said === '' ? [] : [{ text: this.#said }];
    return [...this.#page(), ...said];
  }

  #page(): FakeView[] {
    const { keep, remove } = this.#texts;
    switch (this.#screen) {
      case 'settings':
        return this.#settings();
      case 'account':
        return [{ id: `${ID}logout_btn`, onClick: () => this.#tapSignOut() }];
      case 'password':
        return [
          ...dialog(() => this.#checkPassword()),
          {
            ...ACCOUNT,
            className: 'android.widget.EditText',
            attributes: { password: 'true' },
            onValue: (text) => void (this.#typed = text),
          },
        ];
      case 'data':
        return [
          ...dialog(() => this.#leave('positive button')),
          { ...ACCOUNT, text: remove, onClick: () => this.#leave('remove') },
          { ...ACCOUNT, text: keep, onClick: () => this.#leave('keep') },
        ];
      case 'number':
        return [{ id: `${ID}get_login_type` }, { id: `${ID}input_phone_num` }];
      case 'home':
        return [{ text: 'something else' }];
    }
  }

  #settings(): FakeView[] {
    const { generation = 'current', language = 'en' } = this.#options;
    const isClassic = generation === 'classic';
    return [
      { ...SETTINGS, id: isClassic ? 'android:id/list' : 'com.android.settings:id/scroll_headers' },
      {
        ...SETTINGS,
        text: TEXTS[language][generation].accountRow,
        onClick: () => this.#do('row', 'account'),
      },
      {
        ...SETTINGS,
        id: isClassic ? 'android:id/summary' : 'com.android.settings:id/text_right',
        text: this.#account ?? '',
      },
    ];
  }

  #tapSignOut(): void {
    const { clock, fails, password } = this.#options;
    if (fails === true) {
      this.#said = this.#texts.failed;
      return;
    }
    this.#askedAtMs = clock.now();
    this.#do('sign out', password === undefined ? 'data' : 'password');
  }

  #checkPassword(): void {
    const isRight = this.#typed === this.#options.password;
    this.#do(`password ${this.#typed}`, isRight ? 'data' : 'password');
    this.#said = isRight ? '' : this.#texts.wrongPassword;
  }

  #leave(what: string): void {
    if (this.#options.keepsAccount !== true) this.#account = undefined;
    this.#do(what, this.#options.staysOpen === true ? 'number' : 'settings');
  }
}

/** Its buttons' ids are the same on whatever it asks. */
function dialog(onPositive: () => void): FakeView[] {
  return [
    { id: 'android:id/button2', onClick: () => undefined },
    { id: 'android:id/button1', onClick: onPositive },
  ];
}

import type { Adb, ShellResult } from '../../device/adb.ts';
import type { ManualHarnessClock } from '../../config/clock.ts';
import { FakeDriver, type FakeView } from './fake-screen.ts';

const ACCOUNT = 'com.xiaomi.account:id/';

export interface FakePhoneOptions {
  readonly clock: ManualHarnessClock;
  /** The screens after the phone number, in the phone's order. */
  readonly order?: readonly ('sms' | 'picture' | 'cloud')[];
  /** Each submission is answered this much later; a spinner shows until then. */
  readonly latencyMs?: number;
  readonly countryCode?: string;
  /** The text that the server refuses a submission with. */
  readonly refuse?: {
    readonly screen: string;
    readonly text: string;
    readonly as: 'toast' | 'inline';
  };
  /** The phone fills in the SMS code by itself, this long after the code page opened. */
  readonly fillsInAfterMs?: number;
  /** The phone fills in the SMS code at the moment its field is tapped. */
  readonly fillsInWhenTapped?: boolean;
  /** The number has an account already. */
  readonly registered?: boolean;
  /** How many picture codes are refused before one is taken. */
  readonly refusedPictures?: number;
  readonly account?: string;
}

/** A phone that goes through a sign-up, at the harness's own (manual) clock. */
export class FakePhone {
  readonly serial = 'emulator-5554';
  readonly driver: WebdriverIO.Browser;
  readonly adb: Adb;
  /** What was done on the screen, in order. */
  readonly log: string[] = [];
  readonly #options: Required<Pick<FakePhoneOptions, 'order' | 'latencyMs'>> & FakePhoneOptions;
  #screen = 'home';
  #next: { readonly screen: string; readonly atMs: number } | undefined;
  #ticked = false;
  #countryCode: string;
  #typed = '';
  #picture = 1;
  #refusedPictures: number;
  #toast: { readonly text: string; readonly untilMs: number } | undefined;
  #account: string | undefined;
  #shownAtMs = 0;

  constructor(options: FakePhoneOptions) {
    this.#options = { order: ['sms', 'picture', 'cloud'], latencyMs: 0, ...options };
    this.#countryCode = options.countryCode ?? '+1';
    this.#refusedPictures = options.refusedPictures ?? 0;
    this.#account = options.account;
    const driver = new FakeDriver({
      views: () => this.#views(),
      onKey: (key) => this.#key(key),
      onStartActivity: () => this.#show('settings'),
      onBack: () => this.#show('settings'),
    });
    this.driver = driver as unknown as WebdriverIO.Browser;
    const shell = (command: string) => Promise.resolve(this.#shell(command));
    this.adb = { serial: this.serial, shell } as unknown as Adb;
  }

  #views(): FakeView[] {
    this.#advance();
    const { clock, refuse } = this.#options;
    if (this.#next) return [{ className: 'android.widget.ProgressBar' }];
    const views = this.#page();
    if (this.#toast && clock.now() < this.#toast.untilMs) {
      views.push({ className: 'android.widget.Toast', text: this.#toast.text });
    }
    if (refuse?.as === 'inline' && this.log.includes(`submit ${refuse.screen}`)) {
      if (this.#screen === refuse.screen) views.push({ text: refuse.text });
    }
    return views;
  }

  #page(): FakeView[] {
    const view = (id: string, rest: Omit<FakeView, 'id'> = {}) => ({ id: ACCOUNT + id, ...rest });
    switch (this.#screen) {
      case 'settings':
        return [
          { id: 'com.android.settings:id/scroll_headers' },
          { text: 'Xiaomi Account', onClick: () => this.#submit('settings', 'number') },
          { id: 'com.android.settings:id/text_right', text: this.#account ?? '' },
        ];
      case 'number':
        return [
          view('country_code', { text: this.#countryCode, onClick: () => this.#show('countries') }),
          view('phone'),
          view('input', { onValue: (text) => this.log.push(`number ${text}`) }),
          view('user_agreement_checkbox', {
            attributes: { checked: String(this.#ticked) },
            onClick: () => (this.#ticked = !this.#ticked),
          }),
          view('get_login_type', {
            onClick: () => {
              if (this.#ticked) this.#submit('number', this.#after('number'));
              else this.#show('consent');
            },
          }),
        ];
      case 'countries':
        return ['+1', '+49', '+86'].map((code) =>
          view('area_code', {
            text: code,
            onClick: () => {
              this.#countryCode = code;
              this.#show('number');
            },
          }),
        );
      case 'sms':
        return [view('verify_code', { text: '', onClick: () => this.#focusCode() })];
      case 'registered':
        return [
          view('title', { text: 'Is this your Xiaomi Account?' }),
          view('text_view_user_info', { text: 'Nickname: Li Wei\nPhone number: (201) 555-0123' }),
          view('positive', { text: 'Yes' }),
          view('negative', { text: "No, I'll create one" }),
        ];
      case 'picture':
        return [
          view('captcha_image', { picture: Buffer.from(`picture ${String(this.#picture)}`) }),
          view('captcha'),
          view('input', { onValue: (text) => this.log.push(`picture ${text}`) }),
          view('positive', { onClick: () => this.#answerPicture() }),
        ];
      case 'cloud':
        return [
          {
            packageName: 'com.miui.cloudservice',
            text: 'Agree',
            onClick: () => {
              this.#account = '6230000535';
              this.#submit('cloud', 'settings');
            },
          },
        ];
      default:
        return [{ text: 'something else' }];
    }
  }

  #focusCode(): void {
    this.log.push('focus');
    if (this.#options.fillsInWhenTapped !== true) return;
    this.#submit('sms', this.#after('sms'));
    throw new Error('no such element: verify_code');
  }

  #after(screen: string): string {
    if (screen === 'sms' && this.#options.registered === true) return 'registered';
    const order = ['number', ...this.#options.order];
    return order[order.indexOf(screen) + 1] ?? 'settings';
  }

  #submit(from: string, to: string): void {
    this.log.push(`submit ${from}`);
    const { clock, latencyMs, refuse } = this.#options;
    const refused = refuse?.screen === from;
    this.#next = { screen: refused ? from : to, atMs: clock.now() + latencyMs };
    this.#advance();
    if (refused && refuse.as === 'toast') this.#say(refuse.text);
  }

  #answerPicture(): void {
    if (this.#refusedPictures === 0) {
      this.#submit('picture', this.#after('picture'));
      return;
    }
    this.#refusedPictures -= 1;
    this.#submit('picture', 'picture');
    this.#picture += 1;
    this.#say('The code you entered is incorrect');
  }

  #say(text: string): void {
    const { clock, latencyMs } = this.#options;
    this.#toast = { text, untilMs: clock.now() + latencyMs + 3_500 };
  }

  #key(key: string): void {
    this.#typed += key;
    if (this.#typed.length < 6) return;
    this.log.push(`code ${this.#typed}`);
    this.#submit('sms', this.#after('sms'));
  }

  #advance(): void {
    const now = this.#options.clock.now();
    if (this.#next && now >= this.#next.atMs) this.#show(this.#next.screen);
    const { fillsInAfterMs } = this.#options;
    if (this.#screen !== 'sms' || fillsInAfterMs === undefined || this.#next) return;
    if (now >= this.#shownAtMs + fillsInAfterMs) this.#submit('sms', this.#after('sms'));
  }

  #show(screen: string): void {
    this.#next = undefined;
    this.#screen = screen;
    this.#shownAtMs = this.#options.clock.now();
  }

  #shell(command: string): ShellResult {
    const answer = (stdout: string) => ({ stdout, stderr: '', exitCode: 0 });
    const { clock, fillsInAfterMs } = this.#options;
    if (command.startsWith('dumpsys account')) {
      const lines = this.#account ? [`    Account {name=6230***535, type=com.xiaomi}`] : [];
      const count = `  Accounts: ${String(lines.length)}`;
      return answer(['User UserInfo{0:Owner:13}:', count, ...lines, ''].join('\n'));
    }
    if (command.startsWith('date')) {
      return answer(
        `${String(Math.floor(clock.now() / 1000))}.${String(clock.now() % 1000).padStart(3, '0')}000000\n`,
      );
    }
    if (command.startsWith('content query')) {
      this.#advance();
      // A phone that fills the code in has the SMS when the page submits it.
      const hasSms = fillsInAfterMs === undefined ? !this.#next : this.#next !== undefined;
      if (this.#screen !== 'sms' || !hasSms) {
        return answer('No result found.\n');
      }
      const at = String(clock.now());
      return answer(
        `Row: 0 _id=7, address=xiaomi, date=${at}, date_sent=${at}, block_type=0, body=Mi Account verification code: 069382. It expires in 5 minutes.\n`,
      );
    }
    return answer('');
  }
}

import type { Adb } from '../../device/adb.ts';
import { AdbBridge } from '../../device/adb-bridge.ts';
import { classicPages, currentPages, type FakePageHost } from './fake-pages.ts';
import type { FakePhoneOptions, FakeWeather } from './fake-phone-options.ts';
import { fakeShell } from './fake-shell.ts';
import { FakeSms } from './fake-sms.ts';
import { pictureOf } from './fake-picture.ts';
import { FakeDriver, type FakeView } from './fake-screen.ts';
import { NO_NETWORK, TEXTS, type FakeTexts } from './fake-texts.ts';

/** A phone that goes through a sign-up, at the harness's own (manual) clock. */
export class FakePhone {
  readonly serial = 'emulator-5554';
  readonly driver: WebdriverIO.Browser;
  readonly adb: Adb;
  readonly bridge: AdbBridge;
  /** What was done on the screen, in order. */
  readonly log: string[] = [];
  /** The pictures that an answer was sent to, by their number, in order. */
  readonly answeredPictures: number[] = [];
  readonly #options: Required<Pick<FakePhoneOptions, 'order' | 'latencyMs'>> & FakePhoneOptions;
  #screen = 'home';
  #next: { readonly screen: string; readonly atMs: number } | undefined;
  #ticked: boolean;
  #countryCode: string;
  #refusal = '';
  #picture = 1;
  #tapsOnCountries = 0;
  #refusedPictures: number;
  #toast: { readonly text: string; readonly untilMs: number } | undefined;
  #account: string | undefined;
  #shownAtMs = 0;
  #submittedAtMs = 0;
  readonly #texts: FakeTexts;
  readonly #sms: FakeSms;
  readonly #host: FakePageHost;

  constructor(options: FakePhoneOptions) {
    this.#options = { order: ['sms', 'picture', 'cloud'], latencyMs: 0, ...options };
    this.#countryCode = options.countryCode ?? '+1';
    this.#ticked = options.generation === 'classic';
    this.#refusedPictures = options.refusedPictures ?? 0;
    this.#account = options.account;
    this.#sms = new FakeSms(options, options.clock);
    const texts = TEXTS[options.language ?? 'en'][options.generation ?? 'current'];
    this.#texts = { ...texts, isThisYours: options.asksAs ?? texts.isThisYours };
    this.#host = this.#hostOfPages();
    const driver = new FakeDriver({
      views: () => {
        options.onCommand?.();
        return this.#views();
      },
      onKey: (key) => this.#key(key),
      onStartActivity: () => this.#show('settings'),
      onBack: () => (options.system?.back() ? undefined : this.#back()),
      onCommand: (command, args) => {
        options.onCommand?.();
        return options.system?.command(command, args);
      },
    });
    this.driver = driver as unknown as WebdriverIO.Browser;
    const answers = {
      clock: options.clock,
      inboxClosed: options.inboxClosed,
      hasAccount: () => this.#account !== undefined,
      messages: () => {
        this.#advance();
        return this.#sms.received.map(({ code, atMs }) => ({ text: texts.sms(code), atMs }));
      },
    };
    const shell = async (command: string) => fakeShell(answers, command);
    this.adb = { serial: this.serial, shell } as unknown as Adb;
    this.bridge = new AdbBridge(this.adb);
  }

  /** The system ends the account app: what comes up is the page below it, or its own first page. */
  endApp(comesBackAt: 'settings' | 'number'): void {
    this.#show(comesBackAt);
  }

  #views(): FakeView[] {
    this.#advance();
    const { clock, refuse, system } = this.#options;
    const over = system?.views();
    if (over) return over;
    if (this.#next) return this.#spinner();
    const views = this.#page();
    if (this.#toast && clock.now() < this.#toast.untilMs) {
      views.push({ className: 'android.widget.Toast', text: this.#toast.text });
    }
    if (refuse?.as === 'inline' && this.log.includes(`submit ${refuse.screen}`)) {
      if (this.#screen === refuse.screen) views.push({ text: refuse.text });
    }
    return views;
  }

  #spinner(): FakeView[] {
    const { clock, spinnerGoesOnAfterMs = Infinity } = this.#options;
    const goesOn = clock.now() >= this.#submittedAtMs + spinnerGoesOnAfterMs;
    return [
      { className: 'android.widget.ProgressBar' },
      { text: goesOn ? 'Loading…' : 'Signing in…' },
    ];
  }

  #page(): FakeView[] {
    const pages = this.#options.generation === 'classic' ? classicPages : currentPages;
    return pages[this.#screen]?.(this.#host) ?? [{ text: 'something else' }];
  }

  #hostOfPages(): FakePageHost {
    const host = {
      texts: this.#texts,
      pictureOn: this.#options.pictureOn,
      cloudSwitches: this.#options.cloudSwitches,
      show: (screen: string) => this.#show(screen),
      submit: (screen: string) => {
        if (screen === 'sms') {
          this.#submitCode();
          return;
        }
        // Somebody went back to the number.
        if (screen === 'number' && this.#sms.requests > 0) this.#sms.ask();
        this.#submit(screen, this.#after(screen));
      },
      note: (entry: string) => void this.log.push(entry),
      tick: () => void (this.#ticked = !this.#ticked),
      setCountry: (code: string) => void (this.#countryCode = code),
      type: (code: string) => {
        this.#refusal = '';
        this.#sms.replace(code);
      },
      resend: () => this.#resend(),
      resendPicture: () => {
        this.#sms.ask();
        this.#submit('captcha', 'sms');
      },
      focusCode: () => this.#focusCode(),
      answerPicture: (from: string) => this.#answerPicture(from),
      renewPicture: () => void (this.#picture += this.#options.keepsPicture === true ? 0 : 1),
      isCovered: () => (this.#tapsOnCountries += 1) <= (this.#options.coveredTaps ?? 0),
      signIn: () => void (this.#account = '6230000535'),
    };
    const now = {
      account: { get: () => this.#account ?? '' },
      countryCode: { get: () => this.#countryCode },
      ticked: { get: () => this.#ticked },
      typed: { get: () => this.#sms.typed },
      mayResend: { get: () => this.#sms.mayResend },
      refusal: { get: () => this.#refusal },
      picture: { get: () => pictureOf(`picture${String(this.#picture)}`) },
      beforePicture: { get: () => this.#before('picture') },
    };
    return Object.defineProperties(host, now) as typeof host & FakePageHost;
  }

  #back(): void {
    if (this.#options.system?.views()) return;
    const leavesCode = this.#screen === 'sms';
    this.#show(leavesCode ? 'number' : 'settings');
    if (!leavesCode) return;
    this.log.push('back');
    // What comes after the number comes anew.
    this.#picture += 1;
  }

  #focusCode(): void {
    this.log.push('focus');
    if (!this.#sms.fillsIn({ tapped: true })) return;
    this.#submitCode('filled in');
    throw new Error('no such element: verify_code');
  }

  #after(screen: string): string {
    if (screen === 'settings' && this.#options.offersSim === true) return 'sim';
    if (screen === 'settings' || screen === 'sim') return 'number';
    if (screen === 'sms' && this.#options.registered === true) return 'registered';
    if (screen === 'registered') return 'cloud';
    const order = this.#order();
    return order[order.indexOf(screen) + 1] ?? this.#options.endsAt ?? 'settings';
  }

  #before(screen: string): string {
    const order = this.#order();
    return order[order.indexOf(screen) - 1] ?? 'settings';
  }

  #order(): string[] {
    const { checkPassedAfterMs, order } = this.#options;
    return ['number', ...(checkPassedAfterMs === undefined ? [] : ['check']), ...order];
  }

  #submit(from: string, to: string): void {
    this.log.push(`submit ${from}`);
    const { clock, refuse } = this.#options;
    const { latencyMs, fault } = this.#weather(from);
    this.#submittedAtMs = clock.now();
    if (fault !== undefined) {
      this.#sms.clear();
      this.#next = { screen: from, atMs: clock.now() + latencyMs };
      this.#say(fault, latencyMs);
      return;
    }
    const refused = refuse?.screen === from;
    // The security check is no place to come back to.
    const back = from === 'check' ? 'number' : from;
    this.#next = { screen: refused ? back : to, atMs: clock.now() + latencyMs };
    this.#advance();
    if (refused && refuse.as === 'toast') this.#say(refuse.text, latencyMs);
  }

  #weather(from: string): FakeWeather {
    const { system, weather } = this.#options;
    const isOffline = system?.airplaneMode === true && !['settings', 'sim'].includes(from);
    if (isOffline) return { latencyMs: 0, fault: NO_NETWORK };
    return weather?.(from) ?? { latencyMs: this.#latencyOf(from) };
  }

  #answerPicture(from: string): void {
    this.answeredPictures.push(this.#picture);
    if (from === 'sms' && !this.#sms.takes(this.#sms.typed)) {
      this.#submitCode();
      return;
    }
    if (from === 'sms') this.log.push(`code ${this.#sms.typed}`);
    if (this.#refusedPictures === 0) {
      this.#submit(from, this.#after(from));
      return;
    }
    this.#refusedPictures -= 1;
    this.#submit(from, from);
    this.#picture += 1;
    this.#say(this.#texts.wrongPicture);
  }

  #latencyOf(screen: string): number {
    const { latencyMs } = this.#options;
    return typeof latencyMs === 'number' ? latencyMs : (latencyMs[screen] ?? 0);
  }

  #say(text: string, latencyMs = this.#latencyOf(this.#screen)): void {
    const { clock } = this.#options;
    this.#toast = { text, untilMs: clock.now() + latencyMs + 3_500 };
  }

  #key(key: string): void {
    if (this.#options.system?.views()) return;
    // A spinner takes no keys.
    if (this.#screen !== 'sms' || this.#next) return;
    this.#refusal = '';
    this.#sms.key(key);
    if (this.#sms.fillsIn({})) this.#submitCode('filled in');
    else if (this.#sms.isFull) this.#submitCode();
  }

  /** @param how the log tells it: the code in the field was typed, or filled in by the phone. */
  #submitCode(how = 'code'): void {
    const code = this.#sms.typed;
    this.log.push(`${how} ${code}`);
    if (this.#sms.takes(code)) {
      this.#submit('sms', this.#after('sms'));
      return;
    }
    const { keepsRefused, refusesBy = 'inline' } = this.#options;
    this.#submit('sms', refusesBy === 'dialog' ? 'refused' : 'sms');
    if (keepsRefused !== true) this.#sms.clear();
    if (refusesBy === 'inline') this.#refusal = this.#texts.wrongCode;
    if (refusesBy === 'toast') this.#say(this.#texts.wrongCode);
  }

  #resend(): void {
    this.log.push('resend');
    const { resend = 'sent' } = this.#options;
    if (resend === 'quota') this.#show('quota');
    else if (resend === 'picture') this.#submit('resend', 'captcha');
    else this.#submit('resend', 'sms');
    if (resend === 'too often') this.#say(this.#texts.tooOften);
    if (resend === 'sent') this.#sms.ask();
  }

  #advance(): void {
    const now = this.#options.clock.now();
    if (this.#next && now >= this.#next.atMs) this.#show(this.#next.screen);
    const { checkPassedAfterMs } = this.#options;
    const shownMs = now - this.#shownAtMs;
    if (this.#screen === 'check' && shownMs >= (checkPassedAfterMs ?? Infinity)) {
      this.#submit('check', this.#after('check'));
    }
    if (this.#screen === 'sms' && !this.#next && this.#sms.fillsIn({ shownMs })) {
      this.#submitCode('filled in');
    }
  }

  #show(screen: string): void {
    this.#next = undefined;
    this.#screen = screen;
    this.#shownAtMs = this.#options.clock.now();
    if (screen === 'sms' && this.#sms.requests === 0) this.#sms.ask();
  }
}

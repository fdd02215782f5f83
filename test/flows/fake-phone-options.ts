import type { ManualHarnessClock } from '../../config/clock.ts';
import type { Language } from '../../config/languages.ts';
import type { FakeSmsOptions } from './fake-sms.ts';
import type { FakeSystem } from './fake-system.ts';
import type { Generation } from './fake-texts.ts';

/** What comes of one submission. */
export interface FakeWeather {
  readonly latencyMs: number;
  /** The app says this, and stays where it was. */
  readonly fault?: string | undefined;
}

export interface FakePhoneOptions extends FakeSmsOptions {
  readonly clock: ManualHarnessClock;
  /** The screens after the phone number, in the phone's order. */
  readonly order?: readonly ('sms' | 'picture' | 'cloud')[];
  /** Each submission is answered this much later; a spinner shows until then. */
  readonly latencyMs?: number | Readonly<Record<string, number>>;
  /** The spinner says something else from this long after the submission. */
  readonly spinnerGoesOnAfterMs?: number;
  /** What comes of each submission in turn, by the screen that it is made on; absent: as `latencyMs`. */
  readonly weather?: (screen: string) => FakeWeather | undefined;
  readonly countryCode?: string;
  /** So many taps on a country are taken by the banner of a message that lies over it. */
  readonly coveredTaps?: number;
  /** The text that the server refuses a submission with. */
  readonly refuse?: {
    readonly screen: string;
    readonly text: string;
    readonly as: 'toast' | 'inline';
  };
  /** The number has an account already. */
  readonly registered?: boolean;
  /** How the app asks whether that account is one's own, in other words than it is known to. */
  readonly asksAs?: string;
  /** How many picture codes are refused before one is taken. */
  readonly refusedPictures?: number;
  /** A tap on the picture brings no other one. */
  readonly keepsPicture?: boolean;
  readonly account?: string;
  /** Xiaomi Cloud's switches, on its agreement; unset: it has none. */
  readonly cloudSwitches?: { sync: boolean; findDevice: boolean };
  readonly generation?: Generation;
  readonly language?: Language;
  /** The screen of the classic app that asks for a picture from the start. */
  readonly pictureOn?: 'number' | 'sms';
  /** Where the phone ends up when the account is there; unset: on the home page of Settings. */
  readonly endsAt?: 'accounts' | 'addAccount';
  /** The app offers to sign in with the SIM card's number first. */
  readonly offersSim?: boolean;
  /** A security check shows after the number, until a person has passed it this long after. */
  readonly checkPassedAfterMs?: number;
  /** What stands over the screens of its apps. */
  readonly system?: FakeSystem;
  /** Told before each command that reaches the phone. */
  readonly onCommand?: () => void;
}

import { PhoneLostError } from '../../../device/errors.ts';
import { FakeAdb } from '../fake-adb.ts';

/** A phone with settings and lists, whose shell knows the commands that change and tell them. */
export class FakeSettingsPhone {
  readonly adb: FakeAdb;
  /** `namespace key` → value. */
  readonly settings = new Map([
    ['global stay_on_while_plugged_in', '0'],
    ['system screen_off_timeout', '60000'],
    ['global window_animation_scale', '1.0'],
    ['global transition_animation_scale', '0.5'],
  ]);
  readonly exempt = new Set(['com.example.messenger']);
  readonly listeners = new Set<string>();
  hardwareSerial = 'a1b2c3';
  /** What `persist.sys.locale` says. */
  locale = 'en-US';
  /** “USB debugging (Security settings)” is off. */
  refuses = false;
  isGone = false;
  /** Commands end as they should, and print nothing. */
  isMute = false;

  constructor() {
    this.adb = new FakeAdb((line) => {
      if (this.isGone) {
        throw new PhoneLostError('The phone cannot be reached over adb.', { remedy: 'look' });
      }
      if (this.isMute) return {};
      const lines = line.split('; ').map((command) => this.#run(wordsOf(command)));
      return { stdout: lines.join('') };
    });
  }

  /** What it has of the settings that a run changes, to compare. */
  get state() {
    return {
      settings: [...this.settings].sort(),
      exempt: [...this.exempt].sort(),
      listeners: [...this.listeners],
    };
  }

  #run([name, verb, ...rest]: string[]): string {
    if (name === 'echo') return `${String(verb)}\n`;
    if (name === 'getprop') return `${this.#property(verb)}\n`;
    if (name === 'pm' || name === 'sleep') return '';
    if (name === 'am') return this.#broadcast(rest);
    if (name === 'settings' && verb !== undefined) return this.#settings(verb, rest);
    if (name === 'dumpsys') return this.#whitelist(rest[1]);
    if (name === 'cmd' && rest[0] === 'disallow_listener') {
      this.listeners.delete(rest[1] ?? '');
      return '';
    }
    throw new Error(`unexpected command ${[name, verb, ...rest].join(' ')}`);
  }

  #property(name: string | undefined): string {
    if (name === 'persist.sys.locale') return this.locale;
    return name === 'ro.product.locale' ? 'en-GB' : this.hardwareSerial;
  }

  /** To Appium's helper, which may not change the configuration where grants are refused. */
  #broadcast(words: readonly string[]): string {
    const extra = (name: string) => words[words.indexOf(name) + 1] ?? '';
    if (!this.refuses) this.locale = `${extra('lang')}-${extra('country')}`;
    return '';
  }

  #settings(verb: string, [namespace, name, value = '']: string[]): string {
    const key = `${String(namespace)} ${String(name)}`;
    if (key === 'secure enabled_notification_listeners') {
      return `${[...this.listeners].join(':') || 'null'}\n`;
    }
    if (verb === 'get') return `${this.settings.get(key) ?? 'null'}\n`;
    if (this.refuses) return '';
    if (verb === 'put') this.settings.set(key, value);
    else this.settings.delete(key);
    return '';
  }

  #whitelist(change: string | undefined): string {
    if (change === undefined) {
      const lines = [...this.exempt].map((name) => `user,${name},10100\n`);
      return `system,com.android.shell,2000\n${lines.join('')}`;
    }
    if (change.startsWith('-')) this.exempt.delete(change.slice(1));
    else this.exempt.add(change.slice(1));
    return '';
  }
}

/** Words of a command line, with the quotes of `quoteForShell` taken away. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/(?:[^\s']|'[^']*')+/g)].map(([word]) => word.replaceAll("'", ''));
}

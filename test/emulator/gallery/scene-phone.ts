import assert from 'node:assert/strict';
import type { AccessibilityNode } from '../../../emulator/android/accessibility.ts';
import type { Intent } from '../../../emulator/android/activity.ts';
import {
  FLAG_ACTIVITY_CLEAR_TASK,
  FLAG_ACTIVITY_NEW_TASK,
} from '../../../emulator/android/task.ts';
import { format, stringsFor, type StringName } from '../../../emulator/apps/strings/index.ts';
import type { Profile } from '../../../emulator/profiles/profile.ts';
import { parseFault } from '../../../emulator/service/faults.ts';
import { parseLatencyRule } from '../../../emulator/service/latencies.ts';
import type { ServiceSetup } from '../../../emulator/service/service.ts';
import { account, PhoneUnderTest } from '../apps/phone-under-test.ts';

/** Longer than a toast or a message at the top of the screen stays. */
const UNTIL_QUIET_MS = 6000;
const KEYCODE_BACK = 4;

/** What the phone and its account service are like, as one would give it on a command line. */
export interface PhoneSetup extends Pick<ServiceSetup, 'pictureCode' | 'webCheck' | 'accounts'> {
  readonly faults?: readonly string[];
  readonly latency?: readonly string[];
  /** Of the SIM card, E.164; by default a number that no operator vouches for. */
  readonly simNumber?: string;
}

/** How a phone is shown. */
interface Showing {
  /** Its first language is the one that is shown. */
  readonly profile: Profile;
  readonly fontScale: string;
}

/** A phone that is led from screen to screen. */
export class ScenePhone extends PhoneUnderTest {
  readonly profile: Profile;
  #sentCode = '';

  private constructor(setup: PhoneSetup, profile: Profile) {
    const { faults = [], latency = [], simNumber, ...others } = setup;
    super(
      {
        ...others,
        faults: faults.map(parseFault),
        latency: latency.map(parseLatencyRule),
        random: seededRandom(),
        sendSms: (_to, body, from) => {
          this.#sentCode = /\d{6}/.exec(body)?.[0] ?? '';
          this.system.telephony.receiveSms({ from, body });
        },
      },
      { profile, number: simNumber },
    );
    this.profile = profile;
  }

  static async start(setup: PhoneSetup, { profile, fontScale }: Showing): Promise<ScenePhone> {
    const phone = new ScenePhone(setup, profile);
    await phone.start();
    phone.system.settings.put('system', 'font_scale', fontScale);
    return phone;
  }

  /** The code that came by SMS; another one with `wrong`. */
  code({ wrong = false } = {}): string {
    assert.notEqual(this.#sentCode, '', 'no code came');
    return wrong ? this.#sentCode.split('').reverse().join('').replace(/^./, '7') : this.#sentCode;
  }

  /** A number that can be dialled in the phone's own country. */
  get number(): string {
    return this.profile.defaultCountry === 'CN' ? '13800138000' : '2015550123';
  }

  label(name: StringName, ...values: (string | number)[]): string {
    return format(stringsFor(this.system)[name], ...values);
  }

  /** Waits for a view of the account app. */
  async see(name: string): Promise<void> {
    await this.waitFor(account(name));
  }

  /** Taps a view of the account app. */
  tap(name: string): Promise<void> {
    return this.click(account(name));
  }

  async tapText(name: StringName): Promise<void> {
    await this.click({ text: this.label(name) });
  }

  /** Waits for a text, on the screen or in a toast. */
  async seeText(name: StringName, ...values: (string | number)[]): Promise<void> {
    const text = this.label(name, ...values);
    const isTold = () => this.toasts.includes(text) || this.find({ text }) !== undefined;
    await this.until(isTold, `“${text}”`);
  }

  /** Waits for an activity to be in front. */
  async seeActivity(className: string): Promise<void> {
    await this.until(() => this.activity === className, className);
  }

  /** Opens a screen as if nothing of its app had been open. */
  launch(packageName: string, className: string, more: Partial<Intent> = {}): void {
    const flags = FLAG_ACTIVITY_NEW_TASK | FLAG_ACTIVITY_CLEAR_TASK;
    this.system.activities.start({ component: { packageName, className }, flags, ...more });
  }

  back(): void {
    this.system.windows.automation.injectKey(KEYCODE_BACK);
  }

  /** Puts a finger on the middle of a view and takes what is shown meanwhile. */
  async hold(name: string): Promise<() => void> {
    const { bounds } = await this.waitFor(account(name));
    const at = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
    const { automation } = this.system.windows;
    automation.injectTouch({ action: 'down', ...at });
    return () => automation.injectTouch({ action: 'up', ...at });
  }

  /** Taps a key of the soft keyboard. */
  tapKey(desc: string): void {
    const key = this.system.windows.automation
      .windows()
      .flatMap(({ root }) => [...walk(root)])
      .find(({ contentDescription }) => contentDescription === desc);
    assert.ok(key, `no key is called ${desc}`);
    this.perform(key, { kind: 'click' });
  }

  /** Types into the field that has the focus, or the only one there is. */
  typeHere(text: string): void {
    const fields = this.nodes().filter(({ editable }) => editable);
    const field = fields.find(({ focused }) => focused) ?? fields[0];
    assert.ok(field, 'no field on the screen');
    this.perform(field, { kind: 'setText', text });
  }

  /** Until toasts and messages at the top of the screen are gone. */
  waitUntilQuiet(): void {
    this.clock.advance(UNTIL_QUIET_MS);
    this.toasts.length = 0;
  }
}

function* walk(node: AccessibilityNode): Generator<AccessibilityNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

/** The same numbers each time, that look as if they were thrown (mulberry32). */
export function seededRandom(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

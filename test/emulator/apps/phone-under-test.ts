import assert from 'node:assert/strict';
import type { AccessibilityNode, NodeAction } from '../../../emulator/android/accessibility.ts';
import { ManualClock } from '../../../emulator/android/clock.ts';
import { AndroidSystem } from '../../../emulator/android/system.ts';
import { systemApps } from '../../../emulator/apps/index.ts';
import { defaultProfile } from '../../../emulator/profiles/index.ts';
import type { Profile } from '../../../emulator/profiles/profile.ts';
import { AccountService, type AccountServiceOptions } from '../../../emulator/service/service.ts';

const KEYCODE_0 = 7;
const DEADLINE_MS = 10_000;

/** What every SMS code is. */
export const CODE = '000000';
/** The SIM card's number, unless a test says otherwise. */
const NUMBER = '+12015550123';
/** What is in every picture. */
export const LETTERS = 'AAAAA';
/** The first account's id. */
export const ACCOUNT_ID = '6000000000';

type Find = { readonly id: string } | { readonly text: string } | { readonly desc: string };

/** Which phone it is, and with which SIM card; what is left out is as with the default profile. */
interface Device {
  readonly profile?: Profile;
  /** E.164 */
  readonly number?: string | undefined;
}

/** A phone with its apps and an account service, driven as accessibility clients do. */
export class PhoneUnderTest {
  readonly clock = new ManualClock();
  readonly service: AccountService;
  readonly toasts: string[] = [];
  readonly #profile: Profile;
  readonly #number: string;
  #system: AndroidSystem | undefined;

  constructor(options: Partial<AccountServiceOptions> = {}, device: Device = {}) {
    this.#profile = device.profile ?? defaultProfile;
    this.#number = device.number ?? NUMBER;
    this.service = new AccountService({
      clock: this.clock,
      random: () => 0,
      sendSms: (_to, body, from) => this.system.telephony.receiveSms({ from, body }),
      ...options,
    });
  }

  get system(): AndroidSystem {
    assert.ok(this.#system, 'the phone is off');
    return this.#system;
  }

  async start({ withService = true } = {}): Promise<void> {
    const { url } = await this.service.start();
    this.#system = new AndroidSystem({
      profile: this.#profile,
      clock: this.clock,
      apps: systemApps(this.#profile),
      phoneNumber: this.#number,
      ...(withService ? { serviceUrl: url } : {}),
    });
    this.system.boot();
    this.system.windows.automation.onToast(({ text }) => this.toasts.push(text));
  }

  async stop(): Promise<void> {
    await this.#system?.stop();
    await this.service.stop();
  }

  open(component: string): void {
    const [packageName = '', className = ''] = component.split('/');
    this.system.activities.start({
      component: {
        packageName,
        className: className.startsWith('.') ? packageName + className : className,
      },
    });
  }

  /** The name of the front activity's class, without its package. */
  get activity(): string {
    return this.system.activities.resumed?.component.className.split('.').at(-1) ?? '';
  }

  /** All nodes of the active window, depth first. */
  nodes(): AccessibilityNode[] {
    const root = this.system.windows.automation.rootInActiveWindow();
    return root ? [root, ...descendants(root)] : [];
  }

  texts(): string[] {
    return this.nodes().flatMap(({ text }) => (text ? [text] : []));
  }

  find(what: Find): AccessibilityNode | undefined {
    return this.nodes().find((node) => matches(node, what));
  }

  /** The node, once it is on the screen. */
  async waitFor(what: Find): Promise<AccessibilityNode> {
    await this.until(() => this.find(what) !== undefined, JSON.stringify(what));
    const node = this.find(what);
    assert.ok(node);
    return node;
  }

  /** That many nodes, once they are on the screen. */
  async waitForAll(what: Find, count: number): Promise<AccessibilityNode[]> {
    const found = () => this.nodes().filter((node) => matches(node, what));
    await this.until(() => found().length === count, `${count} × ${JSON.stringify(what)}`);
    return found();
  }

  /** Waits for what comes over HTTP; the phone's clock stands still meanwhile. */
  async until(condition: () => boolean, what: string): Promise<void> {
    const deadlineMs = Date.now() + DEADLINE_MS;
    while (!condition()) {
      const seen = this.texts().join(' | ');
      assert.ok(Date.now() < deadlineMs, `waited for ${what}; on the screen: ${seen}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async click(what: Find): Promise<void> {
    const node = await this.waitFor(what);
    this.perform(node, { kind: 'click' });
  }

  /** Taps the row that a text stands in. */
  async tapRow(text: string): Promise<void> {
    let node: AccessibilityNode | null = await this.waitFor({ text });
    while (node !== null && !node.clickable) node = node.parent;
    assert.ok(node, `nothing to tap around ${text}`);
    this.perform(node, { kind: 'click' });
  }

  async type(what: Find, text: string): Promise<void> {
    this.perform(await this.waitFor(what), { kind: 'setText', text });
  }

  /** Types digits into the field that has the focus, by keys. */
  async typeCode(code: string): Promise<void> {
    await this.click(account('verify_code'));
    for (const digit of code) {
      this.system.windows.automation.injectKey(KEYCODE_0 + Number(digit));
    }
  }

  perform(node: AccessibilityNode, action: NodeAction): void {
    const isDone = this.system.windows.automation.perform(node, action);
    assert.ok(isDone, `${node.resourceId ?? node.text ?? ''} refused ${action.kind}`);
  }

  /** From a fresh phone to the phone number's page. */
  async toPhonePage(): Promise<void> {
    this.open('com.android.settings/.Settings');
    this.open('com.xiaomi.account/.ui.AccountSettingsActivity');
    await this.waitFor(account('get_login_type'));
  }

  async submitPhone(number = '2015550123'): Promise<void> {
    await this.type(account('input'), number);
    if (!(await this.waitFor(account('user_agreement_checkbox'))).checked) {
      await this.click(account('user_agreement_checkbox'));
    }
    await this.click(account('get_login_type'));
  }

  /** From a fresh phone to the SMS code's page, the message delivered. */
  async toCodePage(): Promise<void> {
    await this.toPhonePage();
    await this.submitPhone();
    await this.waitFor(account('verify_code'));
    this.clock.advance(0);
  }

  async answerPicture(text = LETTERS): Promise<void> {
    await this.waitFor(account('captcha_image'));
    await this.type(account('input'), text);
    await this.click(account('positive'));
  }

  /** From a fresh phone to the agreement that follows a sign-in. */
  async toCloudPage(): Promise<void> {
    await this.toCodePage();
    await this.typeCode(CODE);
    await this.answerPicture();
    await this.waitFor({ text: 'Xiaomi Cloud' });
  }
}

export function account(name: string): Find {
  return { id: `com.xiaomi.account:id/${name}` };
}

function descendants(node: AccessibilityNode): AccessibilityNode[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]);
}

function matches(node: AccessibilityNode, what: Find): boolean {
  if ('id' in what) return node.resourceId === what.id;
  if ('text' in what) return node.text === what.text;
  return node.contentDescription === what.desc;
}

import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { GateValues } from '../../../emulator/android/gates/table.ts';
import type { PhoneInfo } from '../../../emulator/phone-info.ts';
import type { StockAdb } from '../adbd/stock-adb.ts';

const DEADLINE_MS = 15_000;
/** Asked without a pause, phone and adb would be busy with nothing else. */
const ASK_EVERY_MS = 50;

/** An emulated phone as a person has it at hand, with the stock adb beside it. */
export class PhoneAtHand {
  readonly info: PhoneInfo;
  readonly #adb: StockAdb;

  constructor(adb: StockAdb, info: PhoneInfo) {
    this.#adb = adb;
    this.info = info;
  }

  /** Runs adb on this phone. */
  adb(...args: readonly string[]) {
    return this.#adb.run('-s', this.info.serial, ...args);
  }

  async shell(commandLine: string): Promise<string> {
    const { stdout, stderr } = await this.adb('shell', commandLine);
    return stdout + stderr;
  }

  /** How `adb devices` lists it. */
  async state(): Promise<string | undefined> {
    const { stdout } = await this.#adb.run('devices');
    return RegExp(`^${this.info.serial}\\t(.+)$`, 'm').exec(stdout)?.[1];
  }

  /** Calls the phone's admin address. */
  async admin(method: string, path: string, body?: unknown): Promise<Response> {
    const { url, token } = this.info.admin;
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${await errorOf(response)}`);
    return response;
  }

  async gates(values: Partial<GateValues>): Promise<void> {
    await this.admin('PATCH', '/gates', values);
  }

  /** How long the account service takes for everything, e.g. `1500ms`. */
  async serviceLatency(latency: string): Promise<void> {
    const { admin, adminToken } = this.info.service;
    const response = await fetch(`${admin}/latency`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${adminToken}` },
      body: JSON.stringify({ latency }),
    });
    assert.ok(response.ok, `latency: ${response.status}`);
  }

  /** A person taps what has that text or id, once it is there. */
  tap(what: string | { readonly id: string }): Promise<unknown> {
    const target = typeof what === 'string' ? { text: what } : what;
    return this.until(`${JSON.stringify(target)} on the screen`, () =>
      this.admin('POST', '/tap', target).then(
        () => true,
        () => false,
      ),
    );
  }

  /** The screen's elements, as XML. */
  dump(): Promise<string> {
    return this.shell('uiautomator dump /dev/tty');
  }

  async until(what: string, condition: () => Promise<boolean>): Promise<void> {
    const deadlineMs = Date.now() + DEADLINE_MS;
    while (!(await condition())) {
      assert.ok(Date.now() < deadlineMs, `waited for ${what}`);
      await delay(ASK_EVERY_MS);
    }
  }
}

async function errorOf(response: Response): Promise<string> {
  return response.ok ? '' : await response.clone().text();
}

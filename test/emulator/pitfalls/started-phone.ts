import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PhoneInfo } from '../../../emulator/phone-info.ts';
import type { StockAdb } from '../adbd/stock-adb.ts';
import { PhoneAtHand } from './phone-at-hand.ts';

const EXECUTABLE = fileURLToPath(
  new URL('../../../emulator/bin/xiaomi-phone.mjs', import.meta.url),
);

/** A phone in a process of its own, as `xiaomi-phone start` starts it. */
export class StartedPhone extends PhoneAtHand {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, adb: StockAdb, info: PhoneInfo) {
    super(adb, info);
    this.#process = process;
  }

  static async start(adb: StockAdb, ...options: readonly string[]): Promise<StartedPhone> {
    const child = spawn(
      process.execPath,
      [EXECUTABLE, 'start', '--json', '--exit-with-parent', '--latency', '0', ...options],
      { cwd: adb.home, env: adb.env, stdio: ['pipe', 'pipe', 'inherit'] },
    );
    for await (const line of createInterface({ input: child.stdout })) {
      return new StartedPhone(child, adb, JSON.parse(line) as PhoneInfo);
    }
    throw new Error('the phone ended before it was ready');
  }

  async stop(): Promise<void> {
    const exited = once(this.#process, 'exit');
    this.#process.kill();
    await exited;
  }
}

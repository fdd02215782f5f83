import { Adb, type CallOptions, type ShellResult } from '../../device/adb.ts';
import type { AdbDevice } from '../../device/device-list.ts';

const SERIAL = 'emulator-5554';

/** A phone whose shell answers what the test says, and that remembers what it was asked. */
export class FakeAdb extends Adb {
  readonly commands: string[] = [];
  /** As it is listed. */
  state = 'device';
  readonly #answer: (command: string) => Partial<ShellResult>;

  constructor(answer: (command: string) => Partial<ShellResult>) {
    super({ adbPath: '/nowhere/adb', serial: SERIAL });
    this.#answer = answer;
  }

  /** It is the only phone. */
  override forPhone(): this {
    return this;
  }

  override devices(): Promise<AdbDevice[]> {
    return Promise.resolve([{ serial: SERIAL, state: this.state }]);
  }

  override async shell(command: string, call: CallOptions = {}): Promise<ShellResult> {
    call.signal?.throwIfAborted();
    this.commands.push(command);
    return { stdout: '', stderr: '', exitCode: 0, ...this.#answer(command) };
  }
}

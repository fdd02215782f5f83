import { Adb, type CallOptions, type ShellResult } from '../../device/adb.ts';

/** A phone whose shell answers what the test says, and that remembers what it was asked. */
export class FakeAdb extends Adb {
  readonly commands: string[] = [];
  readonly #answer: (command: string) => Partial<ShellResult>;

  constructor(answer: (command: string) => Partial<ShellResult>) {
    super({ adbPath: '/nowhere/adb', serial: 'emulator-5554' });
    this.#answer = answer;
  }

  /** It is the only phone. */
  override forPhone(): this {
    return this;
  }

  override async shell(command: string, call: CallOptions = {}): Promise<ShellResult> {
    call.signal?.throwIfAborted();
    this.commands.push(command);
    return { stdout: '', stderr: '', exitCode: 0, ...this.#answer(command) };
  }
}

import type { IFileSystem } from 'just-bash';
import type { DevicePorts } from '../android/ports.ts';
import type { ShellIo } from '../android/shell-io.ts';

export type SyncFileSystem = Pick<
  IFileSystem,
  | 'stat'
  | 'lstat'
  | 'readdir'
  | 'readFileBuffer'
  | 'writeFile'
  | 'mkdir'
  | 'chmod'
  | 'utimes'
  | 'symlink'
  | 'rm'
>;

/** Whether computers are let in; `offline` leaves them without an answer. */
export type AuthState = 'authorized' | 'unauthorized' | 'offline';

/** The phone as adbd sees it. */
export interface AdbDevice {
  readonly banner: {
    readonly properties: Readonly<
      Record<'ro.product.name' | 'ro.product.model' | 'ro.product.device', string>
    >;
  };
  readonly shell: {
    /** Runs a command line, `''` for an interactive shell; resolves with the exit code. */
    run(commandLine: string, io: ShellIo): Promise<number>;
  };
  /** A promise, because adbd is up before the rest of the system. */
  readonly files: Promise<SyncFileSystem>;
  readonly auth: {
    state(): AuthState;
    /** Asks the person about a computer's public key (base64, a space, `user@host`). */
    ask(publicKey: string): Promise<boolean>;
  };
  readonly ports: Pick<DevicePorts, 'connect'>;
  /** @param mode what follows `adb reboot`: '', 'bootloader', 'recovery' … */
  reboot(mode: string): Promise<void>;
  log(message: string): void;
}

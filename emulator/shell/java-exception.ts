import type { CommandOutput } from './command.ts';

/** A system service threw: what the shell prints, and the exit code of it. */
export function javaException(verb: string, exception: string, message: string): CommandOutput {
  return {
    stderr:
      `\nException occurred while executing '${verb}':\n${exception}: ${message}\n` +
      '\tat android.os.Parcel.createExceptionOrNull(Parcel.java:3344)\n' +
      '\tat android.os.Binder.shellCommand(Binder.java:1151)\n' +
      '\tat android.os.Binder.onTransact(Binder.java:943)\n',
    exitCode: 255,
  };
}

export const SECURITY_EXCEPTION = 'java.lang.SecurityException';
export const ILLEGAL_ARGUMENT = 'java.lang.IllegalArgumentException';

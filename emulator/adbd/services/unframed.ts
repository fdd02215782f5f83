import type { AdbDevice } from '../device.ts';
import type { ServiceBody } from './index.ts';
import { outputTo } from './output-to.ts';
import { run } from './run.ts';

/**
 * A command whose input and output are the bare stream, both outputs in one.
 *
 * When the host closes the stream, a command on a terminal is hung up. One on plain pipes reads to
 * the end of its input and goes on until it writes, which a closed pipe does not take:
 * `adb exec-in` closes as soon as it has sent everything.
 * Source: AOSP packages/modules/adb/daemon/shell_service.cpp, `Subprocess::ForkAndExec`.
 */
export function runUnframed(commandLine: string, tty: boolean, device: AdbDevice): ServiceBody {
  return async (stream) => {
    const brokenPipe = new AbortController();
    const send = (chunk: Buffer) =>
      stream.writeAndWait(chunk).catch((error: unknown) => {
        brokenPipe.abort(error);
      });
    await run({
      commandLine,
      tty,
      shell: device.shell,
      lifetime: tty ? stream.lifetime : brokenPipe.signal,
      stdout: outputTo(send),
      stderr: outputTo(send),
      feed: (stdin) => {
        stream.pipe(stdin);
        return undefined;
      },
    });
  };
}

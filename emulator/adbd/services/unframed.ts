import type { AdbDevice } from '../device.ts';
import type { ServiceBody } from './index.ts';
import { outputTo } from './output-to.ts';
import { run } from './run.ts';

/** A command whose input and output are the bare stream, both outputs in one. */
export function runUnframed(commandLine: string, tty: boolean, device: AdbDevice): ServiceBody {
  return async (stream) => {
    await run({
      commandLine,
      tty,
      shell: device.shell,
      lifetime: stream.lifetime,
      stdout: outputTo((chunk) => stream.writeAndWait(chunk)),
      stderr: outputTo((chunk) => stream.writeAndWait(chunk)),
      feed: (stdin) => {
        stream.pipe(stdin);
        return undefined;
      },
    });
  };
}

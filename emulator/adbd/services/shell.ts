import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { AdbDevice } from '../device.ts';
import type { AdbStream } from '../stream.ts';
import type { Service, ServiceBody } from './index.ts';
import { outputTo } from './output-to.ts';
import { run } from './run.ts';
import { encodeShellPacket, ShellPacketId, ShellPacketParser } from './shell-protocol.ts';
import { runUnframed } from './unframed.ts';

/**
 * `shell[,v2][,raw|pty][,TERM=…]:COMMAND`; without a command an interactive shell, and without
 * `raw` or `pty` a terminal for interactive shells only.
 * Source: AOSP packages/modules/adb/daemon/services.cpp, `ShellService`.
 */
export const shell: Service = ({ options, argument }, device) => {
  const tty = options.includes('pty') || (argument === '' && !options.includes('raw'));
  return options.includes('v2')
    ? runFramed(argument, tty, device)
    : runUnframed(argument, tty, device);
};

/** A command whose outputs and exit code travel in packets of their own. */
function runFramed(commandLine: string, tty: boolean, device: AdbDevice): ServiceBody {
  return async (stream) => {
    const send = (id: number, data: Buffer) => stream.writeAndWait(encodeShellPacket({ id, data }));
    const exitCode = await run({
      commandLine,
      tty,
      shell: device.shell,
      lifetime: stream.lifetime,
      stdout: outputTo((data) => send(ShellPacketId.stdout, data)),
      stderr: outputTo((data) => send(ShellPacketId.stderr, data)),
      feed: (stdin) => feed(stream, stdin),
    });
    await send(ShellPacketId.exit, Buffer.of(exitCode & 0xff));
  };
}

/**
 * Hands on what the client sends as the command's input, at the speed the command reads it.
 * Rejects on broken packets and when the stream closes; never resolves.
 */
async function feed(stream: AdbStream, stdin: Writable): Promise<never> {
  const parser = new ShellPacketParser();
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    for (const { id, data } of parser.push(chunk)) {
      if (id === ShellPacketId.closeStdin) stdin.end();
      if (id !== ShellPacketId.stdin || !stdin.writable) continue;
      if (!stdin.write(data)) await once(stdin, 'drain', { signal: stream.lifetime });
    }
  }
  stdin.end();
  stream.lifetime.throwIfAborted();
  throw new Error('the adb stream ended without being closed');
}

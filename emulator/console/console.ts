import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { readAuthToken } from './auth-token.ts';
import type { ConsoleDevice } from './device.ts';
import { ConsoleSession } from './session.ts';

/**
 * The Android emulator's console: lines of commands, each answered by text and `OK` or by `KO`.
 * Source: https://developer.android.com/studio/run/emulator-console; what `adb emu` expects is in
 * AOSP packages/modules/adb/client/console.cpp.
 */
export class EmulatorConsole {
  readonly #device: ConsoleDevice;
  readonly #authTokenFile: string;
  readonly #sockets = new Set<Socket>();

  /** @param authTokenFile holds the token that `auth` asks for; created if there is none. */
  constructor(device: ConsoleDevice, authTokenFile: string) {
    this.#device = device;
    this.#authTokenFile = authTokenFile;
  }

  /** Serves a client until it quits or hangs up. */
  attach(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    socket.on('error', (error) => this.#device.log(`console connection lost: ${error.message}`));
    this.#serve(socket).catch((error: unknown) => {
      this.#device.log(`console: ${String(error)}`);
      socket.destroy();
    });
  }

  /** Hangs up on every client; resolves when the connections are closed. */
  async stop(): Promise<void> {
    await Promise.all(
      [...this.#sockets].map((socket) => {
        const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
        // What has been answered still gets through.
        socket.destroySoon();
        return closed;
      }),
    );
  }

  async #serve(socket: Socket): Promise<void> {
    const token = await readAuthToken(this.#authTokenFile);
    const session = new ConsoleSession(this.#device, token, this.#authTokenFile);
    socket.write(session.greeting);
    for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
      if (!socket.writable) break;
      socket.write(await session.answer(line.trim()));
      if (session.ended) break;
    }
    socket.end();
    // Reading no more, it would not see that the client closes too.
    socket.resume();
  }
}

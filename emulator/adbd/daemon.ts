import type { Duplex } from 'node:stream';
import { AdbConnection } from './connection.ts';
import type { AdbDevice } from './device.ts';

/** The phone's adbd: serves any number of adb servers at once. */
export class AdbDaemon {
  readonly #device: AdbDevice;
  readonly #connections = new Map<Duplex, AdbConnection>();

  constructor(device: AdbDevice) {
    this.#device = device;
  }

  /** Whether it serves an adb server now. */
  get isConnected(): boolean {
    return this.#connections.size > 0;
  }

  /** Takes over a connected socket on whose other end an adb server speaks. */
  attach(socket: Duplex): void {
    this.#connections.set(socket, new AdbConnection(this.#device, socket));
    socket.once('close', () => this.#connections.delete(socket));
  }

  /** Tells every connection that the device's `auth` answers otherwise now. */
  followAuth(): void {
    for (const connection of [...this.#connections.values()]) connection.followAuth();
  }

  /** Drops every connection; resolves when they are closed. */
  async stop(): Promise<void> {
    const closed = [...this.#connections].map(([socket, connection]) => {
      const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      connection.close();
      return gone;
    });
    await Promise.all(closed);
  }
}

import { Duplex, duplexPair } from './duplex-pair.ts';

/**
 * The phone's own TCP ports. What listens here is reached through adb (`adb forward`), never
 * through a port of the host, so any number of phones can use the same device port.
 */
export class DevicePorts {
  readonly #listeners = new Map<number, (socket: Duplex) => void>();

  /**
   * Listens on a device port. The returned function stops listening.
   * @throws if the port is in use.
   */
  listen(port: number, onConnection: (socket: Duplex) => void): () => void {
    if (this.#listeners.has(port)) throw new Error(`device port ${port} is already in use`);
    this.#listeners.set(port, onConnection);
    return () => {
      if (this.#listeners.get(port) === onConnection) this.#listeners.delete(port);
    };
  }

  /** Connects to a device port; `undefined` if nothing listens (connection refused). */
  connect(port: number): Duplex | undefined {
    const listener = this.#listeners.get(port);
    if (!listener) return undefined;
    const [near, far] = duplexPair();
    listener(far);
    return near;
  }
}

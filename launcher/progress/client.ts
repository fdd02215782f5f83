import { connect, type Socket } from 'node:net';
import type { ProgressEvent, ProgressSink } from '../../config/progress.ts';
import { encodeLine, LineDecoder, type StopMessage, type WorkerMessage } from './messages.ts';

/** A worker's line to the launching process. */
export class ProgressClient implements ProgressSink {
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  /**
   * @param onStop called once: when the launching process asks to stop (with its reason), or with
   *   `undefined` when it is gone.
   */
  static async connect(
    server: { port: number; token: string },
    onStop: (message: StopMessage | undefined) => void,
  ): Promise<ProgressClient> {
    const socket = connect(server.port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    const decoder = new LineDecoder<StopMessage>();
    let stopped = false;
    const stop = (message: StopMessage | undefined): void => {
      if (stopped) return;
      stopped = true;
      onStop(message);
    };
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => decoder.push(text).forEach(stop));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => stop(undefined));
    const client = new ProgressClient(socket);
    client.send({ kind: 'hello', token: server.token, pid: process.pid });
    return client;
  }

  emit(event: ProgressEvent): void {
    this.send({ kind: 'progress', event });
  }

  send(message: WorkerMessage): void {
    if (this.#socket.writable) this.#socket.write(encodeLine(message));
  }

  /** Whether everything sent so far has been handed to the system. */
  get isFlushed(): boolean {
    return this.#socket.destroyed || this.#socket.writableLength === 0;
  }
}

import { randomUUID, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { Questions } from '../../operator/questions.ts';
import {
  encodeLine,
  LineDecoder,
  type ErrorInfo,
  type LauncherMessage,
  type Report,
  type WorkerMessage,
  type WorkerName,
} from './messages.ts';
import { QuestionRelay } from './question-relay.ts';

/** One that is connected. */
interface Worker extends WorkerName {
  /** Process id. */
  readonly pid: number;
}

/**
 * Takes in what the workers report, on a port of 127.0.0.1 that only holders of the token (the
 * run's file, readable by this user only) can use, and tells them when the run must stop and what
 * a person has answered them.
 */
export class ProgressServer {
  readonly token = randomUUID();
  readonly #onReport: (report: Report, worker: WorkerName) => void;
  readonly #server: Server;
  readonly #workers = new Map<Socket, Worker>();
  readonly #sockets = new Set<Socket>();
  readonly #relay: QuestionRelay<Socket>;
  #stop: ErrorInfo | undefined;
  /** By the serial of the phone that is lost. */
  readonly #stops = new Map<string, ErrorInfo>();

  /** @param questions that the workers' questions are put to. */
  constructor(onReport: (report: Report, worker: WorkerName) => void, questions = new Questions()) {
    this.#onReport = onReport;
    this.#relay = new QuestionRelay(questions, (worker, message) => this.#send(worker, message));
    this.#server = createServer((socket) => this.#accept(socket));
  }

  /** @returns the port it listens on. */
  async start(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given.');
    return address.port;
  }

  /** Process ids of the workers that are connected: of one phone, or all. */
  workerPids(serial?: string): number[] {
    return this.#connected(serial).map(([, { pid }]) => pid);
  }

  /**
   * Asks every worker of a phone, or of all, also those yet to come, to give up what it is doing.
   * @param serial of the phone.
   */
  stopWorkers(error: ErrorInfo, serial?: string): void {
    if (serial === undefined) this.#stop = error;
    else this.#stops.set(serial, error);
    for (const [socket] of this.#connected(serial)) this.#send(socket, { kind: 'stop', error });
  }

  /** Resolves when everything is known that a worker has reported which ended, within `limitMs`. */
  async allReported(id: string, limitMs: number): Promise<void> {
    const [socket] = [...this.#workers].find(([, worker]) => worker.id === id) ?? [];
    if (socket === undefined) return;
    const limit = AbortSignal.timeout(limitMs);
    await once(socket, 'close', { signal: limit }).catch(() => undefined);
  }

  #connected(serial: string | undefined): [Socket, Worker][] {
    return [...this.#workers].filter(
      ([, worker]) => serial === undefined || worker.serial === serial,
    );
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    const decoder = new LineDecoder<WorkerMessage>();
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      let messages: WorkerMessage[];
      try {
        messages = decoder.push(text);
      } catch {
        // Not one of our workers, which write nothing but JSON lines.
        return void socket.destroy();
      }
      for (const message of messages) this.#take(socket, message);
    });
    // A worker that is killed resets its connection; its end is noticed elsewhere.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#workers.delete(socket);
      this.#relay.gone(socket);
    });
  }

  #take(socket: Socket, message: WorkerMessage): void {
    if (message.kind === 'hello') {
      if (!this.#isToken(message.token)) return void socket.destroy();
      this.#workers.set(socket, { ...message.worker, pid: message.pid });
      const error = this.#stop ?? this.#stops.get(message.worker.serial);
      if (error !== undefined) this.#send(socket, { kind: 'stop', error });
      return;
    }
    const worker = this.#workers.get(socket);
    if (worker === undefined) {
      socket.destroy();
    } else if (message.kind === 'question') {
      this.#relay.asked(socket, message);
    } else if (message.kind === 'question-withdrawn') {
      this.#relay.withdrawn(socket, message);
    } else {
      this.#onReport(message, worker);
    }
  }

  #send(socket: Socket, message: LauncherMessage): void {
    socket.write(encodeLine(message));
  }

  #isToken(text: string): boolean {
    const given = Buffer.from(text);
    const expected = Buffer.from(this.token);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

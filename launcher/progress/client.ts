import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import {
  QuestionWithdrawn,
  type Operator,
  type PictureAnswer,
  type PictureQuestion,
} from '../../config/operator.ts';
import type { ProgressEvent, ProgressSink } from '../../config/progress.ts';
import {
  encodeLine,
  LineDecoder,
  type LauncherMessage,
  type StopMessage,
  type WorkerMessage,
  type WorkerName,
} from './messages.ts';
import { questionMessage } from './question-message.ts';

/** A worker's line to the launching process, and to the person who sits there. */
export class ProgressClient implements ProgressSink, Operator {
  readonly #socket: Socket;
  /** By the id of the question. */
  readonly #onAnswer = new Map<string, (answer: PictureAnswer) => void>();

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  /**
   * @param worker this one.
   * @param onStop called once: when the launching process asks to stop (with its reason), or with
   *   `undefined` when it is gone.
   */
  static async connect(
    server: { port: number; token: string },
    worker: WorkerName,
    onStop: (message: StopMessage | undefined) => void,
  ): Promise<ProgressClient> {
    const socket = connect(server.port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    const client = new ProgressClient(socket);
    const decoder = new LineDecoder<LauncherMessage>();
    let stopped = false;
    const stop = (message: StopMessage | undefined): void => {
      if (stopped) return;
      stopped = true;
      onStop(message);
    };
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      for (const message of decoder.push(text)) {
        if (message.kind === 'stop') stop(message);
        else client.#onAnswer.get(message.id)?.(message.answer);
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => stop(undefined));
    client.send({ kind: 'hello', token: server.token, pid: process.pid, worker });
    return client;
  }

  emit(event: ProgressEvent): void {
    this.send({ kind: 'progress', event });
  }

  async ask(question: PictureQuestion, withdrawn: AbortSignal): Promise<PictureAnswer> {
    withdrawn.throwIfAborted();
    const id = randomUUID();
    this.send(questionMessage(id, question));
    try {
      return await new Promise<PictureAnswer>((resolve, reject) => {
        this.#onAnswer.set(id, resolve);
        withdrawn.addEventListener('abort', () => reject(withdrawn.reason as Error), {
          once: true,
        });
      });
    } catch (error) {
      const why = error instanceof QuestionWithdrawn ? error.why : 'run-over';
      this.send({ kind: 'question-withdrawn', id, why });
      throw error;
    } finally {
      this.#onAnswer.delete(id);
    }
  }

  send(message: WorkerMessage): void {
    if (this.#socket.writable) this.#socket.write(encodeLine(message));
  }

  /** Ends the connection once everything sent is on its way. */
  close(): void {
    this.#socket.end();
  }

  /** Whether everything sent so far has been handed to the system. */
  get isFlushed(): boolean {
    return this.#socket.destroyed || this.#socket.writableLength === 0;
  }
}

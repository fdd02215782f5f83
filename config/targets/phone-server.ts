import { z } from 'zod';
import { endedOrKilled, type PhoneHost } from './phone-host.ts';
import { PhoneProcess } from './phone-process.ts';

/** What `xiaomi-phone serve` says of a group of phones: of each one that is ready, and of its end. */
const GroupLine = z.object({
  id: z.number(),
  /** At its end: that with which a process of its own would have ended. */
  exitCode: z.number().optional(),
  /** Why it could not start. */
  error: z.string().optional(),
});

/** A process that starts and stops groups of emulated phones on request: `xiaomi-phone serve`. */
export class PhoneServer {
  readonly #process: PhoneProcess;
  readonly #groups = new Map<number, PhoneGroup>();
  #lastId = 0;
  #hasEnded = false;

  /** @param onOutput gets everything it prints, of all groups. */
  constructor(command: string, args: readonly string[], onOutput: (text: string) => void) {
    this.#process = new PhoneProcess(command, args, onOutput);
    this.#process.onLine((line) => {
      const told = parse(line);
      if (told !== undefined) this.#groups.get(told.id)?.take(line, told);
      if (told?.exitCode !== undefined) this.#groups.delete(told.id);
    });
    void this.#process.ended.then(() => (this.#hasEnded = true));
  }

  /** Whether it starts no phones any more. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** @param options of `xiaomi-phone start`. */
  start(options: readonly string[]): PhoneHost {
    const id = (this.#lastId += 1);
    const group = new PhoneGroup(this.#process, () => this.#send({ stop: id }));
    this.#groups.set(id, group);
    this.#send({ id, start: options });
    return group;
  }

  /** Ends the process with all phones that are on. */
  stop(): Promise<void> {
    return this.#process.stop();
  }

  #send(request: object): void {
    this.#process.write(`${JSON.stringify(request)}\n`);
  }
}

/** Phones that a {@link PhoneServer} started for one request: as if they had a process of their own. */
class PhoneGroup implements PhoneHost {
  readonly ended: Promise<string>;
  readonly #process: PhoneProcess;
  readonly #askToStop: () => void;
  readonly #listeners: ((line: string) => void)[] = [];
  #end: (how: string) => void = () => undefined;
  #error: string | undefined;
  #stopping = false;

  constructor(process: PhoneProcess, askToStop: () => void) {
    this.#process = process;
    this.#askToStop = askToStop;
    this.ended = new Promise((resolve) => (this.#end = resolve));
    void process.ended.then(this.#end);
  }

  get tail(): string {
    return this.#error ?? this.#process.tail;
  }

  onLine(listener: (line: string) => void): void {
    this.#listeners.push(listener);
  }

  onExit(listener: (reason: string) => void): void {
    void this.ended.then((how) => {
      if (!this.#stopping) listener(how);
    });
  }

  /** Where the process does not answer, it is ended with the phones of all groups. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#askToStop();
    await endedOrKilled(this.ended, () => this.#process.kill());
  }

  take(line: string, { exitCode, error }: z.infer<typeof GroupLine>): void {
    this.#error = error;
    for (const listener of this.#listeners) listener(line);
    if (exitCode !== undefined) this.#end(`it ended with exit code ${exitCode}`);
  }
}

function parse(line: string): z.infer<typeof GroupLine> | undefined {
  try {
    return GroupLine.safeParse(JSON.parse(line)).data;
  } catch {
    // A line that is no JSON is output like any other.
    return undefined;
  }
}

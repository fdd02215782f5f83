import type { EndedTest, ErrorInfo, WorkerName } from './progress/messages.ts';

const UNSAID: ErrorInfo = {
  type: 'Error',
  message: 'A test failed without saying why.',
  category: 'harness',
};

type TestOutcome = EndedTest['outcome'];

/** A test, on the phone whose turn it was. */
export interface TestRecord extends EndedTest {
  /** Of the run's phone; `undefined` where none was there for it. */
  readonly serial: string | undefined;
}

interface Told {
  /** WebdriverIO's id of the worker that told it; `undefined`: the run itself. */
  readonly worker: string | undefined;
  readonly test: TestRecord | undefined;
  readonly error: ErrorInfo | undefined;
}

interface WorkerTime {
  readonly serial: string;
  readonly beganAtMs: number;
  durationMs: number;
}

/** What the workers of a run told of their tests, and how long they were at it. */
export class Tests {
  #told: Told[] = [];
  readonly #workers = new Map<string, WorkerTime>();

  /** The tests that count, in the order in which they ended; those run again elsewhere are in it once. */
  get ended(): readonly TestRecord[] {
    return this.#told.flatMap(({ test }) => test ?? []);
  }

  /** The first thing that failed. */
  get error(): ErrorInfo | undefined {
    return this.#told.find(({ error }) => error !== undefined)?.error;
  }

  /** What failed beside the tests. */
  get otherErrors(): readonly ErrorInfo[] {
    return this.#told.flatMap(({ test, error }) => (test === undefined ? (error ?? []) : []));
  }

  /** How many tests ended how. */
  get counts(): Record<TestOutcome, number> {
    const count = (outcome: TestOutcome): number =>
      this.ended.filter((test) => test.outcome === outcome).length;
    return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
  }

  /** @param worker that ran it; absent: no worker did. */
  testEnded(test: EndedTest, worker?: WorkerName): void {
    const error = test.outcome === 'failed' ? (test.error ?? UNSAID) : undefined;
    this.#told.push({
      worker: worker?.id,
      test: { ...test, error, serial: worker?.serial },
      error,
    });
  }

  /** Tests of these spec files count as failed, since nobody ran them. */
  notRun(specs: readonly string[], serial: string | undefined, error: ErrorInfo): void {
    for (const spec of specs) {
      const test = { outcome: 'failed', title: spec, spec, durationMs: 0, error, serial } as const;
      this.#told.push({ worker: undefined, test, error });
    }
  }

  /** Something other than a test failed, after which the run went on. */
  failed(error: ErrorInfo, worker?: string): void {
    this.#told.push({ worker, test: undefined, error });
  }

  /** The specs of a worker are run again: what became of them until then does not count. */
  setAside(worker: string): void {
    this.#told = this.#told.filter((told) => told.worker !== worker);
  }

  workerBegan({ id, serial }: WorkerName, atMs: number): void {
    this.#workers.set(id, { serial, beganAtMs: atMs, durationMs: 0 });
  }

  workerEnded(id: string, atMs: number): void {
    const worker = this.#workers.get(id);
    if (worker !== undefined) worker.durationMs = atMs - worker.beganAtMs;
  }

  /** How long workers were at work on a phone, in milliseconds. */
  timeOn(serial: string): number {
    return [...this.#workers.values()]
      .filter((worker) => worker.serial === serial)
      .reduce((sum, { durationMs }) => sum + durationMs, 0);
  }
}

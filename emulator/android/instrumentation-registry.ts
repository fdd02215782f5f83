/** What `am instrument` hands the instrumentation it starts. */
export interface InstrumentationContext {
  /** As on the command line: `package/runner class`. */
  readonly component: string;
  /** The `-e key value` pairs. */
  readonly args: Readonly<Record<string, string>>;
  /** Appends to the output of `am instrument`. */
  stdout(text: string): void;
  /** Aborted when the instrumentation's process is killed. */
  readonly signal: AbortSignal;
}

/** The body of an instrumentation; resolves with its result code (Activity.RESULT_OK is -1). */
export type Instrumentation = (context: InstrumentationContext) => Promise<number>;

interface RunningInstrumentation {
  /** Packages whose end ends the instrumentation: its own and its target. */
  readonly packageNames: readonly string[];
  readonly abort: AbortController;
  readonly done: Promise<unknown>;
}

/**
 * Code for instrumentation packages. An APK brings its manifest, not code that runs here: what its
 * runner would do is registered under its package's name.
 */
export class InstrumentationRegistry {
  readonly #instrumentations = new Map<string, Instrumentation>();
  readonly #running = new Set<RunningInstrumentation>();

  register(packageName: string, run: Instrumentation): void {
    this.#instrumentations.set(packageName, run);
  }

  get(packageName: string): Instrumentation | undefined {
    return this.#instrumentations.get(packageName);
  }

  /**
   * Runs an instrumentation until it ends by itself or is stopped.
   * @returns its result code, or `undefined` if it was stopped.
   */
  async run(
    instrumentation: Instrumentation,
    options: Omit<InstrumentationContext, 'signal'> & { readonly packageNames: readonly string[] },
  ): Promise<number | undefined> {
    const { packageNames, component, args, stdout } = options;
    const abort = new AbortController();
    const done = instrumentation({ component, args, stdout, signal: abort.signal });
    const running = { packageNames, abort, done };
    this.#running.add(running);
    try {
      const code = await done;
      return abort.signal.aborted ? undefined : code;
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Whether an instrumentation runs in, or instruments, a package. */
  isRunning(packageName: string): boolean {
    return this.#of(packageName).length > 0;
  }

  /** Stops what runs in, or instruments, a package; resolves when that has ended. */
  stopPackage(packageName: string): Promise<void> {
    return stop(this.#of(packageName));
  }

  /** Stops all and waits until they have ended. */
  stopAll(): Promise<void> {
    return stop([...this.#running]);
  }

  #of(packageName: string): RunningInstrumentation[] {
    return [...this.#running].filter(({ packageNames }) => packageNames.includes(packageName));
  }
}

async function stop(instrumentations: readonly RunningInstrumentation[]): Promise<void> {
  for (const { abort } of instrumentations) abort.abort();
  await Promise.allSettled(instrumentations.map(({ done }) => done));
}

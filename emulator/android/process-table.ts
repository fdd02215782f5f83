import type { Clock } from './clock.ts';

export interface ProcessRecord {
  readonly pid: number;
  readonly ppid: number;
  readonly uid: number;
  /** Process name as `ps` prints it: the package's name for an app. */
  readonly name: string;
  readonly startedAtMs: number;
}

const SYSTEM_UID = 1000;
const INIT_PID = 1;
/** First process id an app gets; those below belong to the system's boot. */
const FIRST_APP_PID = 4100;

/** The phone's processes. Nothing runs in them: they are what `ps` and `dumpsys` tell about. */
export class ProcessTable {
  readonly #clock: Clock;
  readonly #processes = new Map<number, ProcessRecord>();
  readonly #killListeners = new Map<number, Set<() => void>>();
  readonly #startListeners = new Set<(process: ProcessRecord) => void>();
  readonly #deathListeners = new Set<(name: string) => void>();
  #nextPid = FIRST_APP_PID;
  /** Parent of the apps' processes. */
  #zygotePid = INIT_PID;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Starts the processes a phone has from boot. */
  startBootProcesses(): void {
    this.#add({ pid: INIT_PID, ppid: 0, uid: 0, name: 'init' });
    this.#add({ pid: 2, ppid: 0, uid: 0, name: '[kthreadd]' });
    this.#add({ pid: 411, ppid: INIT_PID, uid: SYSTEM_UID, name: 'servicemanager' });
    this.#add({ pid: 702, ppid: INIT_PID, uid: 1036, name: 'logd' });
    this.#add({ pid: 811, ppid: INIT_PID, uid: 0, name: 'zygote64' });
    this.#add({ pid: 977, ppid: INIT_PID, uid: SYSTEM_UID, name: 'surfaceflinger' });
    this.#add({ pid: 1203, ppid: INIT_PID, uid: 2000, name: 'adbd' });
    this.#add({ pid: 1542, ppid: 811, uid: SYSTEM_UID, name: 'system_server' });
    this.#add({ pid: 2210, ppid: 811, uid: 10105, name: 'com.android.systemui' });
    this.#add({ pid: 2431, ppid: 811, uid: 1001, name: 'com.android.phone' });
    this.#zygotePid = 811;
  }

  /** The running process of that name, started first if there is none. */
  start(name: string, options: { readonly uid?: number } = {}): ProcessRecord {
    const running = this.find(name);
    if (running) return running;
    const pid = this.#nextPid;
    this.#nextPid += 17;
    const record = this.#add({ pid, ppid: this.#zygotePid, uid: options.uid ?? SYSTEM_UID, name });
    for (const listener of this.#startListeners) listener(record);
    return record;
  }

  /** Whether there was such a process. */
  kill(pid: number): boolean {
    const name = this.#processes.get(pid)?.name;
    if (name === undefined) return false;
    this.#processes.delete(pid);
    const listeners = this.#killListeners.get(pid);
    this.#killListeners.delete(pid);
    for (const listener of listeners ?? []) listener();
    for (const listener of this.#deathListeners) listener(name);
    return true;
  }

  /** Kills the processes of that name; returns how many there were. */
  killByName(name: string): number {
    const pids = this.list()
      .filter((process) => process.name === name)
      .map((process) => process.pid);
    for (const pid of pids) this.kill(pid);
    return pids.length;
  }

  find(name: string): ProcessRecord | undefined {
    for (const process of this.#processes.values()) if (process.name === name) return process;
    return undefined;
  }

  /** All processes, by process id. */
  list(): ProcessRecord[] {
    return [...this.#processes.values()].sort((a, b) => a.pid - b.pid);
  }

  /** Calls `listener` once when the process ends; the returned function unsubscribes. */
  onKill(pid: number, listener: () => void): () => void {
    const listeners = this.#killListeners.get(pid) ?? new Set();
    this.#killListeners.set(pid, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Subscribes to processes that start after boot; the returned function unsubscribes. */
  onStart(listener: (process: ProcessRecord) => void): () => void {
    this.#startListeners.add(listener);
    return () => this.#startListeners.delete(listener);
  }

  /** Subscribes to processes that end, by name; the returned function unsubscribes. */
  onDeath(listener: (name: string) => void): () => void {
    this.#deathListeners.add(listener);
    return () => this.#deathListeners.delete(listener);
  }

  #add(process: Omit<ProcessRecord, 'startedAtMs'>): ProcessRecord {
    const record = { ...process, startedAtMs: this.#clock.now() };
    this.#processes.set(process.pid, record);
    return record;
  }
}

/** `u0a123` for the app with uid 10123, else the number, as the activity manager logs it. */
export function userName(uid: number): string {
  return uid >= 10_000 ? `u0a${uid - 10_000}` : String(uid);
}

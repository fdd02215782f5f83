import type { Clock } from './clock.ts';

export const LOG_PRIORITIES = ['V', 'D', 'I', 'W', 'E', 'F'] as const;
export type LogPriority = (typeof LOG_PRIORITIES)[number];
export type LogBuffer = 'main' | 'system' | 'radio' | 'events' | 'crash';

export interface LogEntry {
  readonly timeMs: number;
  readonly pid: number;
  readonly tid: number;
  readonly priority: LogPriority;
  readonly tag: string;
  readonly message: string;
  readonly buffer: LogBuffer;
}

/** As many lines as logd keeps in its default 256 KiB, in round numbers. */
const MAX_ENTRIES = 5000;
const SYSTEM_SERVER_PID = 1542;

/** The log buffers (AOSP system/logging/logd). */
export class Logcat {
  readonly #clock: Clock;
  #entries: LogEntry[] = [];
  readonly #followers = new Set<(entry: LogEntry) => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  write(
    priority: LogPriority,
    tag: string,
    message: string,
    pid: number = SYSTEM_SERVER_PID,
    buffer: LogBuffer = 'main',
  ): void {
    const entry = {
      timeMs: this.#clock.now(),
      pid,
      tid: pid,
      priority,
      tag,
      message,
      buffer,
    };
    this.#entries.push(entry);
    if (this.#entries.length > MAX_ENTRIES) {
      this.#entries = this.#entries.slice(-Math.floor(MAX_ENTRIES * 0.8));
    }
    for (const follower of this.#followers) follower(entry);
  }

  /** Oldest first. */
  entries(): readonly LogEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }

  /** Calls `follower` with every new entry; the returned function stops that. */
  follow(follower: (entry: LogEntry) => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }
}

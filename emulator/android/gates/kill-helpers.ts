import type { AndroidSystem } from '../system.ts';
import { parseGateTimeMs } from './gate-time.ts';

/** Appium's helpers on the phone, by what the gate calls them. */
const HELPERS = {
  settings: 'io.appium.settings',
  server: 'io.appium.uiautomator2.server',
} as const;

export const KILL_HELPERS_VALUES = ['off', 'TIME', 'settings:TIME', 'server:TIME'];

const FORM = /^(?:(settings|server):)?([^:]*)$/;

interface KillRule {
  readonly packages: readonly string[];
  readonly afterMs: number;
}

/** Whether `value` is `off`, a time, or a helper and a time. */
export function isKillHelpers(value: string): boolean {
  return value === 'off' || parseKillHelpers(value) !== undefined;
}

/** What a value means; `undefined` for `off`, and for what is none. */
function parseKillHelpers(value: string): KillRule | undefined {
  const [, helper, time = ''] = FORM.exec(value) ?? [];
  const afterMs = parseGateTimeMs(time);
  if (afterMs === undefined) return undefined;
  return {
    packages: helper ? [HELPERS[helper as keyof typeof HELPERS]] : Object.values(HELPERS),
    afterMs,
  };
}

/**
 * The ROM's habit of killing what runs in the background (power keeper): each helper's process
 * gets the gate's time from its start.
 */
export class HelperKiller {
  readonly #system: AndroidSystem;
  readonly #cancels = new Map<number, () => void>();

  constructor(system: AndroidSystem) {
    this.#system = system;
  }

  /** Follows processes and the gate; the returned function ends that. */
  start(): () => void {
    const { processes, gates } = this.#system;
    const stops = [
      processes.onStart(({ pid, name }) => this.#schedule(pid, name, 0)),
      gates.onChanged('kill-helpers', () => this.#reschedule()),
      () => this.#cancelAll(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  #reschedule(): void {
    this.#cancelAll();
    const { processes, clock } = this.#system;
    for (const { pid, name, startedAtMs } of processes.list()) {
      this.#schedule(pid, name, clock.monotonic.now() - startedAtMs);
    }
  }

  #schedule(pid: number, name: string, agedMs: number): void {
    const { clock, gates } = this.#system;
    const rule = parseKillHelpers(gates.get('kill-helpers'));
    if (!rule?.packages.includes(name)) return;
    const cancel = clock.after(Math.max(0, rule.afterMs - agedMs), () => {
      this.#cancels.delete(pid);
      if (this.#system.processes.find(name)?.pid === pid) killForIdling(this.#system, name);
    });
    this.#cancels.set(pid, cancel);
  }

  #cancelAll(): void {
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
  }
}

/** Kills a package's process, as the ROM does; whether there was one. */
export function killForIdling(system: AndroidSystem, packageName: string): boolean {
  return system.kill(packageName, `stop ${packageName} due to AutoIdleKill`);
}

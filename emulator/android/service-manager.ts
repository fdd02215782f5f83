import type { ComponentName } from './activity.ts';
import type { Clock } from './clock.ts';

export interface ServiceRecord {
  readonly component: ComponentName;
  readonly foreground: boolean;
  readonly startedAtMs: number;
}

/** The running services of apps, as `dumpsys activity services` lists them. */
export class ServiceManager {
  readonly #clock: Clock;
  readonly #services = new Map<string, ServiceRecord>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  start(component: ComponentName, options: { readonly foreground: boolean }): void {
    const key = keyOf(component);
    if (this.#services.has(key)) return;
    const { foreground } = options;
    this.#services.set(key, { component, foreground, startedAtMs: this.#clock.now() });
  }

  /** Whether the service was running. */
  stop(component: ComponentName): boolean {
    return this.#services.delete(keyOf(component));
  }

  stopPackage(packageName: string): void {
    for (const { component } of this.list()) {
      if (component.packageName === packageName) this.stop(component);
    }
  }

  list(): ServiceRecord[] {
    return [...this.#services.values()];
  }
}

function keyOf(component: ComponentName): string {
  return `${component.packageName}/${component.className}`;
}

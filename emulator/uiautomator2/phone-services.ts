import type { UiAutomation } from '../android/accessibility.ts';
import type { Clock } from '../android/clock.ts';
import type { LogPriority } from '../android/logcat.ts';
import type { DevicePorts } from '../android/ports.ts';

/** What the server uses of the phone it runs on (a part of AndroidSystem). */
export interface PhoneServices {
  readonly clock: Clock;
  readonly ports: DevicePorts;
  /** BCP 47 */
  readonly locale: string;
  readonly profile: {
    readonly androidVersion: string;
    readonly sdk: number;
    readonly timeZone: string;
  };
  readonly properties: { get(name: string): string };
  readonly packages: {
    get(
      packageName: string,
    ): { readonly versionName: string | null; readonly versionCode: number } | undefined;
    list(): readonly { readonly packageName: string; readonly label: string }[];
    launcherActivity(
      packageName: string,
    ): { readonly component: { readonly className: string } } | undefined;
  };
  readonly settings: { get(namespace: 'secure' | 'global', key: string): string | null };
  readonly clipboard: { get(): string; set(text: string): void };
  readonly power: {
    readonly battery: { readonly levelPercent: number; readonly charging: boolean };
    wake(): void;
    /** Subscribes to screen and battery; the returned function unsubscribes. */
    onChanged(listener: () => void): () => void;
  };
  readonly connectivity: {
    wifi: boolean;
    readonly active: 'wifi' | 'mobile' | undefined;
    readonly validated: boolean;
  };
  readonly logcat: { write(priority: LogPriority, tag: string, message: string): void };
  readonly windows: {
    readonly automation: UiAutomation;
    setRotation(rotation: 0 | 1 | 2 | 3): void;
  };
}

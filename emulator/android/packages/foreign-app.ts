import type { ComponentName, Intent } from '../activity.ts';

/** How a broadcast ended, as `am broadcast` prints it. */
export interface BroadcastResult {
  /** 0 if no receiver set one. */
  readonly code: number;
  readonly data?: string;
}

/**
 * Behaviour of an APK that is installed on the phone. Its code cannot run here, so what others
 * rely on is done in its place.
 */
export interface ForeignApp {
  startActivity(component: ComponentName): void;
  /** A broadcast to one of its receivers, or to all (`component` undefined). */
  receive(intent: Intent): BroadcastResult | undefined;
}

import type { Intent } from './activity.ts';
import type { Clock } from './clock.ts';

export interface NotificationSpec {
  readonly packageName: string;
  readonly tag?: string;
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly channel?: string;
  /** Whether it stays in the shade without dropping down over the screen (IMPORTANCE_LOW). */
  readonly silent?: boolean;
  /** What a tap on it opens; by default the app as its launcher icon does. */
  readonly contentIntent?: Intent;
  /** Of a conversation (android.app.Notification.MessagingStyle), the newest last. */
  readonly messages?: readonly NotificationMessage[];
  /** What a lock screen that hides content shows instead of title and text. */
  readonly publicVersion?: { readonly title: string; readonly text: string };
}

interface NotificationMessage {
  readonly sender: string;
  readonly text: string;
  readonly timeMs: number;
}

export interface Notification extends NotificationSpec {
  readonly channel: string;
  readonly postedAtMs: number;
}

/** The class of a notification's style, as its extra `android.template` has it. */
export function notificationTemplate({ messages }: Pick<NotificationSpec, 'messages'>): string {
  return `android.app.Notification$${messages ? 'MessagingStyle' : 'BigTextStyle'}`;
}

/** The notification shade's content (android.app.NotificationManager). */
export class NotificationManager {
  readonly #clock: Clock;
  readonly #notifications = new Map<string, Notification>();
  readonly #postedListeners = new Set<(notification: Notification) => void>();
  readonly #cancelledListeners = new Set<(notification: Notification) => void>();
  readonly #changedListeners = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Posts, or replaces the one with the same package, tag and id. */
  post(spec: NotificationSpec): Notification {
    const notification: Notification = {
      ...spec,
      channel: spec.channel ?? 'default',
      postedAtMs: this.#clock.now(),
    };
    const key = notificationKey(spec.packageName, spec.id, spec.tag);
    this.#notifications.delete(key);
    this.#notifications.set(key, notification);
    for (const listener of this.#postedListeners) listener(notification);
    this.#changed();
    return notification;
  }

  /** Whether there was such a notification. */
  cancel(packageName: string, id: number, tag?: string): boolean {
    const notification = this.find(packageName, id, tag);
    if (!notification) return false;
    this.#notifications.delete(notificationKey(packageName, id, tag));
    for (const listener of this.#cancelledListeners) listener(notification);
    this.#changed();
    return true;
  }

  find(packageName: string, id: number, tag?: string): Notification | undefined {
    return this.#notifications.get(notificationKey(packageName, id, tag));
  }

  cancelAll(packageName: string): void {
    for (const { id, tag } of this.list().filter((entry) => entry.packageName === packageName)) {
      this.cancel(packageName, id, tag);
    }
  }

  /** Newest first, as the shade shows them. */
  list(): Notification[] {
    return [...this.#notifications.values()].reverse();
  }

  /** Subscribes to posts; the returned function unsubscribes. */
  onPosted(listener: (notification: Notification) => void): () => void {
    this.#postedListeners.add(listener);
    return () => this.#postedListeners.delete(listener);
  }

  /** Subscribes to cancellations; the returned function unsubscribes. */
  onCancelled(listener: (notification: Notification) => void): () => void {
    this.#cancelledListeners.add(listener);
    return () => this.#cancelledListeners.delete(listener);
  }

  /** Subscribes to posts and cancellations; the returned function unsubscribes. */
  onChanged(listener: () => void): () => void {
    this.#changedListeners.add(listener);
    return () => this.#changedListeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#changedListeners) listener();
  }
}

function notificationKey(packageName: string, id: number, tag: string | undefined): string {
  return `${packageName}|${id}|${tag ?? 'null'}`;
}

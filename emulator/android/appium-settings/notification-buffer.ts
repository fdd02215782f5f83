import { type Notification, notificationTemplate } from '../notification-manager.ts';
import { notificationListeners } from '../notification-listeners.ts';
import type { AndroidSystem } from '../system.ts';
import { APPIUM_SETTINGS_PACKAGE } from './package.ts';
import { asHelperSees } from './redaction.ts';

const SHOWN = 100;

interface StoredNotification {
  readonly notification: Notification;
  isRemoved: boolean;
}

/**
 * The helper's notification listener: it holds what was there when the system bound it and what
 * came since, also what has been dismissed, for as long as its process lives.
 * Source: io.appium.settings, NLService.java
 */
export class NotificationBuffer {
  readonly #system: AndroidSystem;
  /** Newest first; `undefined` while the system has not bound it. */
  #stored: StoredNotification[] | undefined;

  constructor(system: AndroidSystem) {
    this.#system = system;
    const { notifications, processes, settings } = system;
    processes.onStart(({ name }) => {
      if (name === APPIUM_SETTINGS_PACKAGE) this.#update();
    });
    settings.onChanged(() => this.#update());
    notifications.onPosted((notification) => this.#store(notification));
    notifications.onCancelled((notification) => this.#markRemoved(notification));
  }

  /** Whether a person, or adb, gave the helper access to notifications. */
  get isAllowed(): boolean {
    return notificationListeners(this.#system.settings).some(
      (component) => component.split('/')[0] === APPIUM_SETTINGS_PACKAGE,
    );
  }

  /** As the helper describes them (StoredNotification.java). */
  describe(): object[] {
    return (this.#stored ?? []).map((stored) => describe(this.#system, stored));
  }

  /** Binds or lets go of the listener, as its access and its process are now. */
  #update(): void {
    const { packages, processes, notifications, miuiAppOps } = this.#system;
    const helper = packages.get(APPIUM_SETTINGS_PACKAGE);
    if (!this.isAllowed || !helper) {
      this.#stored = undefined;
      return;
    }
    if (this.#stored) return;
    const isRunning = processes.find(APPIUM_SETTINGS_PACKAGE) !== undefined;
    // Without Autostart MIUI starts no process just because the system binds something of it.
    if (!isRunning && miuiAppOps.mode(helper, 'autostart') !== 'allow') return;
    this.#stored = notifications
      .list()
      .slice(0, SHOWN)
      .map((notification) => ({ notification, isRemoved: false }));
    // The system starts the process of whom it binds.
    const { pid } = processes.start(APPIUM_SETTINGS_PACKAGE, { uid: helper.uid });
    processes.onKill(pid, () => {
      this.#stored = undefined;
    });
  }

  #store(notification: Notification): void {
    if (!this.#stored) return;
    if (this.#stored.length >= SHOWN) {
      const oldestRemoved = this.#stored.findLastIndex(({ isRemoved }) => isRemoved);
      this.#stored.splice(oldestRemoved < 0 ? -1 : oldestRemoved, 1);
    }
    this.#stored.unshift({ notification, isRemoved: false });
  }

  #markRemoved({ packageName, id, tag }: Notification): void {
    for (const stored of this.#stored ?? []) {
      const { notification } = stored;
      const isMeant =
        notification.packageName === packageName &&
        notification.id === id &&
        notification.tag === tag;
      if (isMeant) stored.isRemoved = true;
    }
  }
}

function describe(system: AndroidSystem, stored: StoredNotification): object {
  const { isRemoved } = stored;
  const notification = asHelperSees(system, stored.notification);
  const { packageName, id, tag = null, title, text, messages, postedAtMs } = notification;
  const key = `0|${packageName}|${id}|${tag}|${system.packages.get(packageName)?.uid ?? 1000}`;
  return {
    packageName,
    isClearable: true,
    isOngoing: false,
    id,
    tag,
    postTime: postedAtMs,
    isRemoved,
    notification: {
      title,
      bigTitle: null,
      text,
      bigText: messages ? null : text,
      tickerText: null,
      subText: null,
      infoText: null,
      template: notificationTemplate(notification),
    },
    isGroup: false,
    userHandle: 0,
    groupKey: key,
    overrideGroupKey: null,
    key,
  };
}

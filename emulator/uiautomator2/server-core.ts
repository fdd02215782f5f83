import { AccessibilityTree } from './accessibility-tree.ts';
import type { ContentSizes } from './elements/attributes.ts';
import { ContentSizeMeter } from './elements/content-size.ts';
import { ElementsCache } from './elements/elements-cache.ts';
import { Finder } from './elements/finder.ts';
import { UiObjects } from './elements/ui-objects.ts';
import { NoSuchDriverError } from './errors.ts';
import { GestureController } from './gestures/gesture-controller.ts';
import { MjpegStream } from './mjpeg/stream.ts';
import type { PhoneServices } from './phone-services.ts';
import { ActionScheduler } from './scheduled/scheduler.ts';
import { type Capabilities, Session } from './session.ts';
import { ServerSettings } from './settings.ts';
import { PageSource } from './source/page-source.ts';
import { XPathFinder } from './source/xpath-finder.ts';
import { ToastListener } from './toasts.ts';
import type { ScrollContext } from './ui-selector/scrollable.ts';

const LOG_TAG = 'appium';

/** Everything the handlers work with. One for each run of the instrumentation. */
export class ServerCore {
  readonly phone: PhoneServices;
  readonly settings: ServerSettings;
  readonly tree: AccessibilityTree;
  readonly toasts: ToastListener;
  readonly source: PageSource;
  readonly objects: UiObjects;
  readonly gestures: GestureController;
  readonly scroll: ScrollContext;
  readonly finder: Finder;
  readonly contentSizes: ContentSizes;
  readonly mjpeg: MjpegStream;
  /** Ends the instrumentation, a moment after the answer was sent. */
  readonly shutDown: () => void;
  readonly #end = new AbortController();
  readonly #forgetPower: () => void;
  #session: Session | undefined;

  constructor(phone: PhoneServices, shutDown: () => void) {
    this.phone = phone;
    this.shutDown = shutDown;
    const { clock } = phone;
    const { automation } = phone.windows;
    this.settings = new ServerSettings(clock, (message) => this.log(message));
    this.tree = new AccessibilityTree(automation, this.settings, clock);
    this.toasts = new ToastListener(automation, clock);
    this.mjpeg = new MjpegStream(automation, this.settings, clock, (message) => this.log(message));
    this.source = new PageSource(this.tree, this.settings, this.toasts, phone.profile.sdk);
    this.objects = new UiObjects(this.tree, this.settings, clock);
    this.gestures = new GestureController(this.tree, this.settings, clock);
    this.scroll = { tree: this.tree, objects: this.objects, gestures: this.gestures };
    this.finder = new Finder({
      tree: this.tree,
      settings: this.settings,
      xpath: new XPathFinder(this.source, this.settings),
      scroll: this.scroll,
      appPackage: () => {
        const name = this.#session?.capabilities['appPackage'];
        return typeof name === 'string' ? name : undefined;
      },
    });
    this.contentSizes = new ContentSizeMeter({
      tree: this.tree,
      gestures: this.gestures,
      toasts: this.toasts,
      clock,
      session: () => this.#session,
    });
    this.settings.onChanged((name) => {
      if (name !== 'enableNotificationListener') return;
      if (this.settings.get(name)) this.toasts.start();
      else this.toasts.stop();
    });
    this.#forgetPower = this.#watchPower();
  }

  /** Aborted when the instrumentation ends, whatever is still being done. */
  get lifetime(): AbortSignal {
    return this.#end.signal;
  }

  get session(): Session | undefined {
    return this.#session;
  }

  /** @throws NoSuchDriverError if `id` is not the running session's. */
  sessionOf(id: string | undefined): Session {
    if (this.#session && this.#session.id === id) return this.#session;
    throw new NoSuchDriverError(`The session identified by ${id ?? 'null'} is not known`);
  }

  /** Begins a session. Capabilities named like settings set these. */
  startSession(capabilities: Capabilities): Session {
    this.settings.resetForNewSession();
    const names = Object.keys(this.settings.all());
    const kept: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(capabilities)) {
      const setting = names.find((known) => known.toLowerCase() === name.toLowerCase());
      if (setting) this.settings.update(setting, value);
      else kept[name] = value;
    }
    const elements = new ElementsCache(this.tree, this.objects, this.finder);
    this.#session?.scheduler.clear();
    this.#session = new Session(kept, elements, new ActionScheduler(this.phone.clock));
    this.toasts.start();
    return this.#session;
  }

  /** Lets go of the phone, however the instrumentation ended. */
  stop(): void {
    this.#forgetPower();
    this.#session?.scheduler.clear();
    this.toasts.stop();
    this.mjpeg.stop();
    this.#end.abort();
  }

  /** Ends the instrumentation when the phone is unplugged, if `shutdownOnPowerDisconnect` says so. */
  #watchPower(): () => void {
    const { power } = this.phone;
    let wasCharging = power.battery.charging;
    return power.onChanged(() => {
      const isUnplugged = wasCharging && !power.battery.charging;
      wasCharging = power.battery.charging;
      if (!isUnplugged || !this.settings.get('shutdownOnPowerDisconnect')) return;
      this.log('The device was disconnected from power source. Shutting down the server.');
      this.shutDown();
    });
  }

  log(message: string): void {
    this.phone.logcat.write('I', LOG_TAG, message);
  }
}

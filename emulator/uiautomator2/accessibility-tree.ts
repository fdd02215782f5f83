import type {
  AccessibilityNode,
  AccessibilityWindow,
  UiAutomation,
} from '../android/accessibility.ts';
import type { Clock } from '../android/clock.ts';
import { ServerError } from './errors.ts';
import type { ServerSettings } from './settings.ts';

const ROOT_RETRIEVAL_TIMEOUT_MS = 10_000;
const ROOT_RETRIEVAL_INTERVAL_MS = 250;

/** An interaction is over when nothing was reported for this long (UiAutomator's QueryController). */
const QUIET_TIME_MS = 500;

/** The windows and nodes on the screen, as the current settings let a client see them. */
export class AccessibilityTree {
  readonly automation: UiAutomation;
  readonly #settings: ServerSettings;
  readonly #clock: Clock;

  constructor(automation: UiAutomation, settings: ServerSettings, clock: Clock) {
    this.automation = automation;
    this.#settings = settings;
    this.#clock = clock;
  }

  /** Waits for a quiet screen, at most the setting `waitForIdleTimeout`. */
  async waitForIdle(): Promise<void> {
    const timeoutMs = this.#settings.get('waitForIdleTimeout');
    if (timeoutMs > 0) await this.automation.waitForIdle(QUIET_TIME_MS, timeoutMs);
  }

  /**
   * The roots that a search by id, class, description or XPath starts from: the active window's,
   * or all windows' with `enableMultiWindows`.
   */
  async roots(): Promise<readonly AccessibilityNode[]> {
    if (this.#settings.get('enableMultiWindows')) {
      return this.automation.windows().map((window) => window.root);
    }
    const active = await this.activeRoot();
    if (!this.#settings.get('enableTopmostWindowFromActivePackage')) return [active];
    const topmost = [...this.automation.windows()]
      .sort((a, b) => b.layer - a.layer)
      .find((window) => window.root.packageName === active.packageName);
    if (!topmost) {
      throw new ServerError(
        'Unable to find the active topmost window associated with ' +
          `${active.packageName} package`,
      );
    }
    return [topmost.root];
  }

  /** @throws ServerError if no window is active for ten seconds. */
  async activeRoot(): Promise<AccessibilityNode> {
    const startMs = this.#clock.now();
    for (;;) {
      const root = this.automation.rootInActiveWindow();
      if (root) return root;
      const elapsedMs = this.#clock.now() - startMs;
      if (elapsedMs >= ROOT_RETRIEVAL_TIMEOUT_MS) {
        throw new ServerError(
          `Timed out after ${elapsedMs}ms waiting for the root AccessibilityNodeInfo in the ` +
            'active window. Make sure the active window is not constantly hogging the main UI ' +
            'thread (e.g. the application is being idle long enough), so the accessibility ' +
            'manager could do its work',
        );
      }
      await this.#clock.sleep(ROOT_RETRIEVAL_INTERVAL_MS);
    }
  }

  /** A node's children; with `ignoreUnimportantViews` unimportant ones give way to theirs. */
  children(node: AccessibilityNode): readonly AccessibilityNode[] {
    if (!this.#settings.get('ignoreUnimportantViews')) return node.children;
    return node.children.flatMap((child) =>
      child.importantForAccessibility ? [child] : this.children(child),
    );
  }

  parent(node: AccessibilityNode): AccessibilityNode | null {
    const parent = node.parent;
    if (!parent || !this.#settings.get('ignoreUnimportantViews')) return parent;
    // A window's root is reported whether important or not.
    return parent.importantForAccessibility || !parent.parent ? parent : this.parent(parent);
  }

  /** Position among its parent's children, invisible ones counted. */
  index(node: AccessibilityNode): number {
    const parent = this.parent(node);
    if (!parent) return 0;
    const index = this.children(parent).findIndex((child) => child.viewId === node.viewId);
    return Math.max(0, index);
  }

  window(node: AccessibilityNode): AccessibilityWindow | undefined {
    let root = node;
    while (root.parent) root = root.parent;
    return this.automation.windows().find((window) => window.root.viewId === root.viewId);
  }
}

import type { AccessibilityNode, UiAutomation } from '../android/accessibility.ts';
import type { Clock } from '../android/clock.ts';

/** How long a toast stays in the page source after it was told. */
const TOAST_CLEAR_TIMEOUT_MS = 3500;

export const TOAST_CLASS = 'android.widget.Toast';

/** View id of nodes that stand for no view; they have no identity and cannot be refreshed. */
export const NO_VIEW_ID = -1;

const NO_DETAILS = {
  collection: null,
  collectionItem: null,
  textSizePx: null,
  hasClickableSpan: false,
  actions: [],
};
const NO_BOUNDS = { left: 0, top: 0, right: 0, bottom: 0 };

/**
 * Remembers the last toast, which is no part of any window's tree. As in the real server it is
 * found in the page source (and so by XPath), always under the package `com.android.settings`.
 */
export class ToastListener {
  readonly #automation: UiAutomation;
  readonly #clock: Clock;
  #unsubscribe: (() => void) | undefined;
  #last: { readonly text: string; readonly atMs: number } | undefined;

  constructor(automation: UiAutomation, clock: Clock) {
    this.#automation = automation;
    this.#clock = clock;
  }

  get listening(): boolean {
    return this.#unsubscribe !== undefined;
  }

  start(): void {
    this.#unsubscribe ??= this.#automation.onToast(({ text }) => {
      this.#last = { text, atMs: this.#clock.now() };
    });
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** The toasts to be shown in the source now. */
  nodes(): readonly AccessibilityNode[] {
    const last = this.#last;
    if (!last || this.#clock.now() - last.atMs > TOAST_CLEAR_TIMEOUT_MS) return [];
    return [toastNode(last.text)];
  }
}

function toastNode(text: string): AccessibilityNode {
  return {
    viewId: NO_VIEW_ID,
    attached: false,
    packageName: 'com.android.settings',
    className: TOAST_CLASS,
    resourceId: null,
    text,
    contentDescription: null,
    hint: null,
    paneTitle: null,
    bounds: NO_BOUNDS,
    visible: true,
    checkable: false,
    checked: false,
    clickable: false,
    longClickable: false,
    enabled: false,
    focusable: false,
    focused: false,
    scrollable: false,
    selected: false,
    password: false,
    editable: false,
    importantForAccessibility: false,
    textSelection: null,
    inputType: 0,
    maxTextLength: -1,
    drawingOrder: 0,
    details: NO_DETAILS,
    parent: null,
    children: [],
  };
}

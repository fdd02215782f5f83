/**
 * What accessibility clients of the phone (the UiAutomator2 server, `uiautomator dump`) see and
 * may do: the counterpart of Android's AccessibilityNodeInfo, AccessibilityWindowInfo and
 * UiAutomation. Coordinates are physical pixels.
 */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A live view as accessibility reports it: getters answer for now, not for when it was found. */
export interface AccessibilityNode {
  /** Identity of the view for as long as it is attached; never given out twice. */
  readonly viewId: number;
  /** False once the view has left its window: a reference to it is stale. */
  readonly attached: boolean;
  readonly packageName: string;
  readonly className: string;
  /** Full resource name (`com.xiaomi.account:id/input`), or `null`. */
  readonly resourceId: string | null;
  readonly text: string | null;
  readonly contentDescription: string | null;
  readonly hint: string | null;
  readonly paneTitle: string | null;
  /** Bounds on the screen, clipped to the visible part of its ancestors. */
  readonly bounds: Rect;
  readonly visible: boolean;
  readonly checkable: boolean;
  readonly checked: boolean;
  readonly clickable: boolean;
  readonly longClickable: boolean;
  readonly enabled: boolean;
  readonly focusable: boolean;
  readonly focused: boolean;
  readonly scrollable: boolean;
  readonly selected: boolean;
  readonly password: boolean;
  readonly editable: boolean;
  readonly importantForAccessibility: boolean;
  readonly textSelection: { readonly start: number; readonly end: number } | null;
  readonly inputType: number;
  readonly maxTextLength: number;
  readonly drawingOrder: number;
  readonly details: AccessibilityDetails;
  readonly parent: AccessibilityNode | null;
  readonly children: readonly AccessibilityNode[];
}

/** What few clients ask of a node (the collections, actions and rendering of AccessibilityNodeInfo). */
export interface AccessibilityDetails {
  /** Of a list or grid. */
  readonly collection: { readonly rowCount: number; readonly columnCount: number } | null;
  /** Of an entry in one. */
  readonly collectionItem: { readonly rowIndex: number; readonly columnIndex: number } | null;
  /** Of a text, in pixels. */
  readonly textSizePx: number | null;
  readonly hasClickableSpan: boolean;
  /** Names of AccessibilityAction's constants, in the order in which views add them. */
  readonly actions: readonly string[];
}

export interface AccessibilityWindow {
  readonly windowId: number;
  readonly type: 'application' | 'input_method' | 'system';
  /** Higher is nearer to the person. */
  readonly layer: number;
  readonly title: string | null;
  readonly packageName: string;
  /** True for the one window that has input focus. */
  readonly focused: boolean;
  /** True for the one window that `rootInActiveWindow` stands for. */
  readonly active: boolean;
  readonly bounds: Rect;
  readonly root: AccessibilityNode;
}

export interface Display {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly densityDpi: number;
  /** Quarter turns counter-clockwise from the natural orientation. */
  readonly rotation: 0 | 1 | 2 | 3;
  readonly statusBarHeightPx: number;
  readonly navigationBarHeightPx: number;
}

/** A toast, as its accessibility event tells it. */
export interface ToastEvent {
  readonly packageName: string;
  readonly text: string;
  readonly atMs: number;
}

/** Where a list is after it scrolled (TYPE_VIEW_SCROLLED); -1 for what its kind of view leaves out. */
export interface ScrollEvent {
  readonly scrollX: number;
  readonly scrollY: number;
  readonly maxScrollX: number;
  readonly maxScrollY: number;
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly itemCount: number;
}

export type NodeAction =
  | { readonly kind: 'click' | 'longClick' | 'focus' | 'clearFocus' | 'select' }
  | { readonly kind: 'scrollForward' | 'scrollBackward' }
  | { readonly kind: 'setText'; readonly text: string }
  | { readonly kind: 'setSelection'; readonly start: number; readonly end: number };

/** A JPEG as a stream of the screen has it. */
export interface JpegPicture {
  /** 1 … 100 */
  readonly quality: number;
  /** Of width and height, above 0 and up to 1. */
  readonly scale: number;
  /** Whether pixels are blended where it is made smaller. */
  readonly smooth: boolean;
}

export type PictureFormat = 'png' | 'jpeg' | JpegPicture;

/** The phone's screen is secure (FLAG_SECURE): no screenshot may be taken. */
export class SecureScreenError extends Error {
  override readonly name = 'SecureScreenError';
}

/** Counterpart of android.app.UiAutomation, plus input injection. */
export interface UiAutomation {
  readonly display: Display;
  /** All windows that accessibility reports, topmost first. */
  windows(): readonly AccessibilityWindow[];
  rootInActiveWindow(): AccessibilityNode | null;
  /** Performs an accessibility action; false if the view refuses it. */
  perform(node: AccessibilityNode, action: NodeAction): boolean;
  /** Injects one touch event of one pointer. */
  injectTouch(event: {
    readonly action: 'down' | 'move' | 'up' | 'cancel';
    readonly pointer?: number;
    readonly x: number;
    readonly y: number;
  }): void;
  /** Presses and releases a key; `metaState` and codes as in android.view.KeyEvent. */
  injectKey(keyCode: number, options?: { metaState?: number; longPress?: boolean }): void;
  /** Types text through the key character map, as `input text` does. */
  injectText(text: string): void;
  /** Opens the notification shade (GLOBAL_ACTION_NOTIFICATIONS); whether it is open. */
  openNotifications(): boolean;
  /**
   * The screen as a picture, status bar included.
   * @throws SecureScreenError where the system version refuses instead of painting black.
   */
  takeScreenshot(format?: PictureFormat): Promise<Buffer>;
  /** Subscribes to toasts; the returned function unsubscribes. */
  onToast(listener: (event: ToastEvent) => void): () => void;
  /** Subscribes to scrolling; the returned function unsubscribes. */
  onScrolled(listener: (event: ScrollEvent) => void): () => void;
  /** Resolves when the screen has not changed for `quietMs`, or after `timeoutMs`. */
  waitForIdle(quietMs: number, timeoutMs: number): Promise<void>;
}

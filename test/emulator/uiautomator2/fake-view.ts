import type {
  AccessibilityDetails,
  AccessibilityNode,
  Rect,
} from '../../../emulator/android/accessibility.ts';

export type Bounds = readonly [left: number, top: number, right: number, bottom: number];

/** A view of the fake screen; everything may be changed while a test runs. */
export interface ViewSpec {
  className?: string;
  packageName?: string;
  id?: string;
  text?: string;
  desc?: string;
  hint?: string;
  bounds?: Bounds;
  visible?: boolean;
  clickable?: boolean;
  longClickable?: boolean;
  checkable?: boolean;
  checked?: boolean;
  enabled?: boolean;
  focusable?: boolean;
  focused?: boolean;
  selected?: boolean;
  password?: boolean;
  editable?: boolean;
  important?: boolean;
  maxLength?: number;
  selection?: { start: number; end: number };
  /** How far the content can be scrolled; the view is scrollable then. */
  scrollRangePx?: number;
  /** How many rows a list has, those out of sight included. */
  rows?: number;
  /** Which row of its list it is. */
  row?: number;
  textSizePx?: number;
  hasLink?: boolean;
  actions?: readonly string[];
  children?: ViewSpec[];
  onClick?: () => void;
}

const WHOLE_SCREEN: Bounds = [0, 0, 720, 1600];

/** A node over a spec, with scrolling and clipping. */
export class FakeNode implements AccessibilityNode {
  readonly viewId: number;
  readonly spec: ViewSpec;
  readonly parent: FakeNode | null;
  readonly children: readonly FakeNode[];
  attached = true;
  scrolledPx = 0;

  constructor(spec: ViewSpec, parent: FakeNode | null, nextId: () => number) {
    this.viewId = nextId();
    this.spec = spec;
    this.parent = parent;
    this.children = (spec.children ?? []).map((child) => new FakeNode(child, this, nextId));
  }

  get packageName(): string {
    return this.spec.packageName ?? this.parent?.packageName ?? 'com.example';
  }
  get className(): string {
    return this.spec.className ?? 'android.widget.FrameLayout';
  }
  get resourceId(): string | null {
    return this.spec.id ?? null;
  }
  get text(): string | null {
    return this.spec.text ?? null;
  }
  get contentDescription(): string | null {
    return this.spec.desc ?? null;
  }
  get hint(): string | null {
    return this.spec.hint ?? null;
  }
  get paneTitle(): null {
    return null;
  }

  /** Where it would be without clipping. */
  get #position(): Rect {
    const [left, top, right, bottom] = this.spec.bounds ?? this.parent?.spec.bounds ?? WHOLE_SCREEN;
    let shift = 0;
    for (let node = this.parent; node; node = node.parent) shift += node.scrolledPx;
    return { left, top: top - shift, right, bottom: bottom - shift };
  }

  get bounds(): Rect {
    const own = this.#position;
    const clip = this.parent?.bounds;
    if (!clip) return own;
    const left = Math.max(own.left, clip.left);
    const top = Math.max(own.top, clip.top);
    const right = Math.max(left, Math.min(own.right, clip.right));
    return { left, top, right, bottom: Math.max(top, Math.min(own.bottom, clip.bottom)) };
  }

  get visible(): boolean {
    const { left, top, right, bottom } = this.bounds;
    return (this.spec.visible ?? true) && right > left && bottom > top;
  }
  get checkable(): boolean {
    return this.spec.checkable ?? false;
  }
  get checked(): boolean {
    return this.spec.checked ?? false;
  }
  get clickable(): boolean {
    return this.spec.clickable ?? this.spec.onClick !== undefined;
  }
  get longClickable(): boolean {
    return this.spec.longClickable ?? false;
  }
  get enabled(): boolean {
    return this.spec.enabled ?? true;
  }
  get focusable(): boolean {
    return this.spec.focusable ?? this.editable;
  }
  get focused(): boolean {
    return this.spec.focused ?? false;
  }
  get scrollable(): boolean {
    return this.spec.scrollRangePx !== undefined;
  }
  get selected(): boolean {
    return this.spec.selected ?? false;
  }
  get password(): boolean {
    return this.spec.password ?? false;
  }
  get editable(): boolean {
    return this.spec.editable ?? false;
  }
  get importantForAccessibility(): boolean {
    return this.spec.important ?? true;
  }
  get textSelection(): { start: number; end: number } | null {
    return this.spec.selection ?? null;
  }
  get inputType(): number {
    return this.editable ? 1 : 0;
  }
  get maxTextLength(): number {
    return this.spec.maxLength ?? -1;
  }
  get drawingOrder(): number {
    return this.parent ? this.parent.children.indexOf(this) + 1 : 0;
  }

  get details(): AccessibilityDetails {
    const { rows, row, textSizePx = null, hasLink = false, actions = [] } = this.spec;
    return {
      collection: rows === undefined ? null : { rowCount: rows, columnCount: 1 },
      collectionItem: row === undefined ? null : { rowIndex: row, columnIndex: 0 },
      textSizePx,
      hasClickableSpan: hasLink,
      actions,
    };
  }

  /** This node and all below it, parents first. */
  *all(): Generator<FakeNode> {
    yield this;
    for (const child of this.children) yield* child.all();
  }

  detach(): void {
    for (const node of this.all()) node.attached = false;
  }
}

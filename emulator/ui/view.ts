import type { AccessibilityDetails, AccessibilityNode, Rect } from '../android/accessibility.ts';
import { detailsOf } from './accessibility-details.ts';
import { EditableText } from './editable-text.ts';
import { intersect, isEmpty } from './geometry.ts';
import type { Style, ViewProps } from './props.ts';
import { isRecycled, reportedChildren } from './reported-children.ts';
import type { ViewOwner } from './view-owner.ts';

/** Where a view stands in its parent's unscrolled content, in pixels. */
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a view is on the screen, and where its content begins. */
interface Place {
  readonly generation: number;
  readonly contentLeft: number;
  readonly contentTop: number;
  readonly clipped: Rect;
}

const EMPTY_FRAME: Frame = { left: 0, top: 0, width: 0, height: 0 };
const NO_STYLE: Style = {};
const BULLET = '•';

/** android.text.InputType */
const INPUT_TYPES = { text: 1, number: 2, phone: 3, password: 0x81 } as const;

/**
 * A view on the screen. It outlives renders: the reconciler gives it new props, while text being
 * edited, scroll position, focus and identity stay.
 */
export class View implements AccessibilityNode {
  readonly viewId: number;
  readonly owner: ViewOwner;
  props: ViewProps;
  parentView: View | null = null;
  childViews: readonly View[] = [];
  frame: Frame = EMPTY_FRAME;
  /** How far the content is scrolled up, in pixels. */
  scrollY = 0;
  /** How far a field's text is moved left to keep the caret in sight, in pixels. */
  textScrollX = 0;
  /** Height of all content of a scrolling view, in pixels. */
  contentHeight = 0;
  pressed = false;
  /** Wants the focus as soon as it is on the screen. */
  autoFocusPending: boolean;
  /** False once the reconciler has taken it out of the tree. */
  inTree = true;
  /** Set for text fields. */
  readonly field: EditableText | null;
  /** What accessibility clients ask for again and again, as it was in a generation of the owner. */
  #placed: Place | undefined;
  #listed: { readonly generation: number; readonly children: readonly View[] } | undefined;

  constructor(owner: ViewOwner, props: ViewProps) {
    this.owner = owner;
    this.viewId = owner.nextViewId();
    this.props = props;
    this.field = props.input ? new EditableText() : null;
    this.autoFocusPending = props.input?.autoFocus ?? false;
    this.update(props);
  }

  /** Takes the props of a new render. A field with a `text` prop shows exactly that. */
  update(props: ViewProps): void {
    this.props = props;
    if (this.field && props.text !== undefined && props.text !== this.field.text) {
      this.field.assign(props.text);
    }
  }

  get style(): Style {
    return this.props.style ?? NO_STYLE;
  }

  get maxScrollY(): number {
    return this.props.scrollable ? Math.max(0, this.contentHeight - this.frame.height) : 0;
  }

  /** Moves the content; whether it moved. */
  scrollTo(y: number): boolean {
    const clamped = Math.max(0, Math.min(Math.round(y), this.maxScrollY));
    if (clamped === this.scrollY) return false;
    this.scrollY = clamped;
    return true;
  }

  /** What is drawn as text, spans joined, a field's hint aside. */
  get displayText(): string {
    if (this.field) {
      return this.password ? BULLET.repeat(this.field.text.length) : this.field.text;
    }
    return this.props.spans?.map((span) => span.text).join('') ?? this.props.text ?? '';
  }

  /** Bounds on the screen as if nothing were clipped. */
  get screenRect(): Rect {
    let { left, top } = this.frame;
    for (let parent = this.parentView; parent; parent = parent.parentView) {
      left += parent.frame.left;
      top += parent.frame.top - parent.scrollY;
    }
    left += this.owner.bounds.left;
    top += this.owner.bounds.top;
    return { left, top, right: left + this.frame.width, bottom: top + this.frame.height };
  }

  /** Bounds on the screen, clipped by all ancestors. */
  get clippedRect(): Rect {
    return this.#place().clipped;
  }

  #place(): Place {
    const { generation, bounds } = this.owner;
    if (this.#placed?.generation === generation) return this.#placed;
    const { left, top, width, height } = this.frame;
    const parent = this.parentView === null ? null : this.parentView.#place();
    const x = left + (parent?.contentLeft ?? bounds.left);
    const y = top + (parent?.contentTop ?? bounds.top);
    const rect = { left: x, top: y, right: x + width, bottom: y + height };
    const clipped = intersect(rect, parent?.clipped ?? bounds);
    this.#placed = { generation, contentLeft: x, contentTop: y - this.scrollY, clipped };
    return this.#placed;
  }

  /** Nearest of this view and its ancestors that `test` accepts. */
  closest(test: (view: View) => boolean): View | null {
    let view: View | null = this;
    while (view && !test(view)) view = view.parentView;
    return view;
  }

  /** This view and everything below it, parents first. */
  *walk(): Generator<View> {
    yield this;
    for (const child of this.childViews) yield* child.walk();
  }

  // --- accessibility -------------------------------------------------------------------------

  get attached(): boolean {
    this.owner.settle();
    return this.inTree && this.owner.shown && !isRecycled(this);
  }

  get packageName(): string {
    return this.owner.packageName;
  }

  get className(): string {
    return this.props.className;
  }

  get resourceId(): string | null {
    return this.props.id ?? null;
  }

  get text(): string | null {
    this.owner.settle();
    const { accessibilityText, hint, spans, text } = this.props;
    if (accessibilityText !== undefined) return accessibilityText;
    // Android reports the hint as the text of an empty field (`isShowingHintText`).
    if (this.field) return this.displayText || (hint ?? '');
    return spans || text !== undefined ? this.displayText : null;
  }

  get contentDescription(): string | null {
    this.owner.settle();
    return this.props.desc ?? null;
  }

  get hint(): string | null {
    this.owner.settle();
    return this.props.hint ?? null;
  }

  get paneTitle(): string | null {
    return null;
  }

  get bounds(): Rect {
    this.owner.settle();
    return this.clippedRect;
  }

  get visible(): boolean {
    return this.attached && this.style.opacity !== 0 && !isEmpty(this.clippedRect);
  }

  get checkable(): boolean {
    return this.props.checkable ?? false;
  }

  get checked(): boolean {
    this.owner.settle();
    return this.props.checked ?? false;
  }

  get clickable(): boolean {
    this.owner.settle();
    const { clickable, onClick, spans, checkable, input } = this.props;
    const hasLink = spans?.some((span) => span.onClick) ?? false;
    return clickable ?? (onClick !== undefined || hasLink || Boolean(checkable ?? input));
  }

  get longClickable(): boolean {
    this.owner.settle();
    return this.props.input !== undefined;
  }

  get enabled(): boolean {
    this.owner.settle();
    return this.props.enabled ?? true;
  }

  get focusable(): boolean {
    return this.props.focusable ?? this.clickable;
  }

  get focused(): boolean {
    this.owner.settle();
    return this.owner.focusedView === this;
  }

  get scrollable(): boolean {
    this.owner.settle();
    return this.maxScrollY > 0;
  }

  get selected(): boolean {
    return false;
  }

  get password(): boolean {
    return this.props.password ?? this.props.input?.kind === 'password';
  }

  get editable(): boolean {
    return this.field !== null;
  }

  get importantForAccessibility(): boolean {
    return (
      this.clickable ||
      this.longClickable ||
      this.focusable ||
      this.contentDescription !== null ||
      this.text !== null
    );
  }

  get textSelection(): { readonly start: number; readonly end: number } | null {
    if (!this.field || !this.focused) return null;
    // The selection in a text that reads empty tells nothing either.
    return this.props.accessibilityText === undefined ? this.field.selection : { start: 0, end: 0 };
  }

  get inputType(): number {
    return this.props.input ? INPUT_TYPES[this.props.input.kind] : 0;
  }

  get maxTextLength(): number {
    return this.props.input?.maxLength ?? -1;
  }

  get drawingOrder(): number {
    return (this.parent?.children.indexOf(this) ?? 0) + 1;
  }

  get details(): AccessibilityDetails {
    this.owner.settle();
    return detailsOf(this);
  }

  get parent(): AccessibilityNode | null {
    this.owner.settle();
    return this.parentView?.closest((view) => view.props.important !== false) ?? null;
  }

  get children(): readonly View[] {
    this.owner.settle();
    const { generation } = this.owner;
    if (this.#listed?.generation !== generation) {
      this.#listed = { generation, children: reportedChildren(this) };
    }
    return this.#listed.children;
  }
}

import Yoga, {
  Align,
  Edge,
  FlexDirection,
  Gutter,
  Justify,
  MeasureMode,
  Overflow,
  PositionType,
  type Node as YogaNode,
} from 'yoga-layout';
import type { EditableText } from './editable-text.ts';
import type { Style } from './props.ts';
import type { PictureCache } from './paint/pictures.ts';
import type { TextEngine, TextStyle } from './text-layout.ts';
import { SIZES } from './theme.ts';
import type { View } from './view.ts';

const JUSTIFY = {
  start: Justify.FlexStart,
  center: Justify.Center,
  end: Justify.FlexEnd,
  'space-between': Justify.SpaceBetween,
  'space-around': Justify.SpaceAround,
} as const;

const ALIGN = {
  start: Align.FlexStart,
  center: Align.Center,
  end: Align.FlexEnd,
  stretch: Align.Stretch,
} as const;

const EDGES = [
  ['marginTop', 'paddingTop', Edge.Top],
  ['marginBottom', 'paddingBottom', Edge.Bottom],
  ['marginLeft', 'paddingLeft', Edge.Left],
  ['marginRight', 'paddingRight', Edge.Right],
  ['marginHorizontal', 'paddingHorizontal', Edge.Horizontal],
  ['marginVertical', 'paddingVertical', Edge.Vertical],
] as const;

const POSITIONS = [
  ['top', Edge.Top],
  ['right', Edge.Right],
  ['bottom', Edge.Bottom],
  ['left', Edge.Left],
] as const;

/** Default text size of a view that says none, in sp. */
const DEFAULT_TEXT_SIZE = 14;

/** How the text of a view is set, in pixels. */
export function textStyle(view: View, density: number): TextStyle {
  const { style } = view;
  const sizeSp = style.textSize ?? DEFAULT_TEXT_SIZE;
  const sizePx = view.owner.textScale(sizeSp) * density;
  return {
    sizePx,
    weight: style.fontWeight ?? 400,
    // Lines stay as far apart in proportion to the text, as TextView.setLineHeight keeps them.
    lineHeightPx: style.lineHeight === undefined ? undefined : (style.lineHeight / sizeSp) * sizePx,
    maxLines: style.maxLines ?? (view.field ? 1 : Infinity),
  };
}

interface LayoutSpace {
  readonly widthPx: number;
  /** Undefined: as high as the content, up to `maxHeightPx`. */
  readonly heightPx?: number;
  readonly maxHeightPx?: number;
}

/** Gives views their frames: flexbox by Yoga, in whole pixels. */
export class LayoutEngine {
  readonly #density: number;
  readonly #text: TextEngine;
  readonly #pictures: PictureCache;
  /** The `scrollTo` of each view that was followed last. */
  readonly #scrolledTo = new WeakMap<View, object>();

  constructor(density: number, text: TextEngine, pictures: PictureCache) {
    this.#density = density;
    this.#text = text;
    this.#pictures = pictures;
  }

  /** Lays out the tree below `root`; `root` itself takes the whole space. */
  layout(root: View, space: LayoutSpace): void {
    const node = this.#build(root, null);
    try {
      node.setWidth(space.widthPx);
      if (space.heightPx !== undefined) node.setHeight(space.heightPx);
      if (space.maxHeightPx !== undefined) node.setMaxHeight(space.maxHeightPx);
      node.calculateLayout(undefined, undefined);
      this.#read(root, node);
    } finally {
      node.freeRecursive();
    }
  }

  #build(view: View, parent: View | null): YogaNode {
    const node = Yoga.Node.create();
    this.#applyBox(node, view.style);
    this.#applyFlex(node, view, parent);
    if (view.props.scrollable) node.setOverflow(Overflow.Scroll);
    for (const [index, child] of view.childViews.entries()) {
      node.insertChild(this.#build(child, view), index);
    }
    if (view.childViews.length === 0) this.#applyContent(node, view);
    return node;
  }

  #px(dp: number): number {
    return dp * this.#density;
  }

  /** Lengths in dp become pixels; percentages stay. */
  #length(value: number | `${number}%`): number | `${number}%` {
    return typeof value === 'number' ? this.#px(value) : value;
  }

  #applyBox(node: YogaNode, style: Style): void {
    if (style.width !== undefined) node.setWidth(this.#length(style.width));
    if (style.height !== undefined) node.setHeight(this.#length(style.height));
    if (style.minHeight !== undefined) node.setMinHeight(this.#px(style.minHeight));
    if (style.maxWidth !== undefined) node.setMaxWidth(this.#length(style.maxWidth));
    if (style.margin !== undefined) node.setMargin(Edge.All, this.#px(style.margin));
    if (style.padding !== undefined) node.setPadding(Edge.All, this.#px(style.padding));
    for (const [marginName, paddingName, edge] of EDGES) {
      const margin = style[marginName];
      const padding = style[paddingName];
      if (margin !== undefined) node.setMargin(edge, this.#px(margin));
      if (padding !== undefined) node.setPadding(edge, this.#px(padding));
    }
    if (style.position === 'absolute') node.setPositionType(PositionType.Absolute);
    for (const [side, edge] of POSITIONS) {
      const position = style[side];
      if (position !== undefined) node.setPosition(edge, this.#px(position));
    }
  }

  #applyFlex(node: YogaNode, view: View, parent: View | null): void {
    const { style } = view;
    const row = style.direction === 'row';
    node.setFlexDirection(row ? FlexDirection.Row : FlexDirection.Column);
    if (style.justify) node.setJustifyContent(JUSTIFY[style.justify]);
    if (style.align) node.setAlignItems(ALIGN[style.align]);
    if (style.alignSelf) node.setAlignSelf(ALIGN[style.alignSelf]);
    if (style.grow !== undefined) node.setFlexGrow(style.grow);
    if (style.gap !== undefined) node.setGap(Gutter.All, this.#px(style.gap));
    // As in Android's LinearLayout: in a row, what has no width of its own gets what is left.
    const shrinks = parent?.style.direction === 'row' && style.width === undefined;
    node.setFlexShrink(style.shrink ?? (shrinks ? 1 : 0));
  }

  #applyContent(node: YogaNode, view: View): void {
    const { image, text, spans, hint } = view.props;
    if (image) {
      const picture = this.#pictures.sizeOf(image);
      node.setMeasureFunc(() => ({
        width: this.#px(picture.width),
        height: this.#px(picture.height),
      }));
      return;
    }
    if (text === undefined && !spans && !view.field) return;
    const content = view.displayText || hint || '';
    const style = textStyle(view, this.#density);
    node.setMeasureFunc((widthPx, widthMode) => {
      const maxWidthPx = widthMode === MeasureMode.Undefined ? Infinity : widthPx;
      const fitted = view.style.autoSize ? this.#text.fit(content, style, maxWidthPx) : style;
      const layout = this.#text.layout(content, fitted, maxWidthPx);
      return { width: Math.ceil(layout.widthPx), height: Math.ceil(layout.heightPx) };
    });
  }

  #read(view: View, node: YogaNode): void {
    const { left, top, width, height } = node.getComputedLayout();
    view.frame = { left, top, width, height };
    const padding = node.getComputedPadding(Edge.Left) + node.getComputedPadding(Edge.Right);
    if (view.field) this.#keepCaretInSight(view, view.field, width - padding);
    let bottom = 0;
    for (const [index, child] of view.childViews.entries()) {
      const childNode = node.getChild(index);
      this.#read(child, childNode);
      bottom = Math.max(
        bottom,
        child.frame.top + child.frame.height + childNode.getComputedMargin(Edge.Bottom),
      );
    }
    view.contentHeight = bottom + node.getComputedPadding(Edge.Bottom);
    view.scrollTo(this.#askedScrollY(view) ?? view.scrollY);
  }

  #askedScrollY(view: View): number | undefined {
    const asked = view.props.scrollTo;
    if (!asked || this.#scrolledTo.get(view) === asked) return undefined;
    this.#scrolledTo.set(view, asked);
    return view.childViews[asked.child]?.frame.top;
  }

  /** Moves a field's text no further than it must, as android.widget.TextView does. */
  #keepCaretInSight(view: View, field: EditableText, roomPx: number): void {
    const style = textStyle(view, this.#density);
    const text = view.displayText;
    const caretWidthPx = this.#px(SIZES.caretWidth);
    const caretPx = this.#text.width(text.slice(0, field.selection.end), style);
    const furthestPx = Math.max(0, this.#text.width(text, style) + caretWidthPx - roomPx);
    const leastPx = caretPx + caretWidthPx - roomPx;
    const scrollPx = Math.min(Math.max(view.textScrollX, leastPx), caretPx);
    view.textScrollX = Math.max(0, Math.min(scrollPx, furthestPx));
  }
}

import type { ViewProps } from './props.ts';

/**
 * The JSX factory of the phone's screens (`"jsxImportSource": "#ui"`). A screen returns a tree of
 * these plain objects; the reconciler turns them into views.
 */
export interface UiElement {
  readonly type: 'view' | typeof Fragment | Component<never>;
  readonly props: Readonly<Record<string, unknown>>;
  readonly key: string | null;
}

export type UiNode = UiElement | null | undefined | false | readonly UiNode[];
export type Component<P> = (props: P) => UiNode;

export const Fragment = Symbol.for('ui.fragment');

export function jsx(
  type: UiElement['type'],
  props: Record<string, unknown>,
  key?: string | number,
): UiElement {
  return { type, props, key: key === undefined ? null : String(key) };
}

export const jsxs = jsx;

export declare namespace JSX {
  type Element = UiElement;
  type ElementType = 'view' | typeof Fragment | Component<never>;
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicAttributes {
    key?: string | number;
  }
  interface IntrinsicElements {
    view: ViewProps & { key?: string | number };
  }
}

/** Languages of the tables' rows, in their order. BCP 47. */
export const LANGUAGES = ['en', 'zh-CN', 'zh-TW', 'ru'] as const;

/** Languages whose texts are in a folder of their own. BCP 47. */
export const OVERLAY_LANGUAGES = ['es'] as const;

export type TableLanguage = (typeof LANGUAGES)[number];
export type OverlayLanguage = (typeof OVERLAY_LANGUAGES)[number];
export type Language = TableLanguage | OverlayLanguage;

/** A text in one language: as it stands, it is the real app's; marked, it is our own wording. */
export type Cell = string | { readonly own: string };

/** A text in every language, in the order of {@link LANGUAGES}. */
export type Row = readonly [en: Cell, zhCn: Cell, zhTw: Cell, ru: Cell];

/** Marks a text as our own wording, where no source gives the real one. */
export function ours(text: string): Cell {
  return { own: text };
}

type OwnRow = readonly [en: string, zhCn: string, zhTw: string, ru: string];

/** Rows of which every text is our own wording. */
export function own<Name extends string>(rows: Readonly<Record<Name, OwnRow>>): Record<Name, Row> {
  const marked = Object.entries<OwnRow>(rows).map(([name, [en, zhCn, zhTw, ru]]): [string, Row] => [
    name,
    [ours(en), ours(zhCn), ours(zhTw), ours(ru)],
  ]);
  return Object.fromEntries(marked) as Record<Name, Row>;
}

/** Rows that are the real app's, save for the texts that are marked. */
export function theirs<Name extends string>(
  rows: Readonly<Record<Name, Row>>,
): Readonly<Record<Name, Row>> {
  return rows;
}

export function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.own;
}

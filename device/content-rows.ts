/** What is known beforehand about the columns of a table that the shell's `content` prints. */
export interface ContentColumns {
  /** In the order in which they were asked for. */
  readonly asked: readonly string[];
  /** Those that hold whole numbers. */
  readonly numbers: ReadonlySet<string>;
  /** The one that holds any text, also line breaks and what looks like a column or a row. */
  readonly freeText: string;
}

/** Values by column, `undefined` for a `NULL`. */
export type ContentRow = ReadonlyMap<string, string | undefined>;

/**
 * Parses what `content query` prints: `Row: 0 _id=7, address=…, …`, one row after another, or `No
 * result found.` Nothing is escaped, so rows are told from texts that look like them by their number
 * and the columns before the free text, and the free text ends before the last columns after it. A
 * provider may add columns, leave some out, or answer in an order of its own.
 * @returns `undefined` when the output is something else, that is an error.
 * @see frameworks/base/cmds/content, class Content, QueryCommand
 */
export function parseContentRows(
  output: string,
  columns: ContentColumns,
): readonly ContentRow[] | undefined {
  if (/^\s*No result found\.\s*$/.test(output)) return [];
  return rowsInOrder(output, columns, columns.asked) ?? rowsInOwnOrder(output, columns);
}

/** The columns before the free text are those of the first row; those after it are in every row. */
function rowsInOwnOrder(output: string, columns: ContentColumns): ContentRow[] | undefined {
  const { freeText } = columns;
  const head = new RegExp(`^Row: 0 (?:(.*?), )?${freeText}=`).exec(output);
  if (head === null) return undefined;
  const before = namesIn(head[1] ?? '');
  const heads = rowHeads(output, headPattern(columns, before));
  const tails = heads.map(({ to }, index) => namesIn(output.slice(to, heads[index + 1]?.from)));
  const tail = (tails[0] ?? []).filter(
    (name) =>
      name !== freeText && !before.includes(name) && tails.every((names) => names.includes(name)),
  );
  return rowsInOrder(output, columns, [...before, freeText, ...tail]);
}

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?:^|, )([A-Za-z_]\w*)=/g)].map(([, name]) => name ?? ''))];
}

function rowsInOrder(
  output: string,
  columns: ContentColumns,
  order: readonly string[],
): ContentRow[] | undefined {
  const { freeText } = columns;
  const at = order.indexOf(freeText);
  const heads = rowHeads(output, headPattern(columns, order.slice(0, at)));
  if (heads[0]?.from !== 0) return undefined;
  const after = order.slice(at + 1).map((name) => `, ${field(columns, name)}`);
  const tail = new RegExp(`^(?<${freeText}>.*)${after.join('')}$`, 's');
  const rows: ContentRow[] = [];
  for (const [index, { values, to }] of heads.entries()) {
    const rest = output.slice(to, heads[index + 1]?.from).replace(/\r?\n$/, '');
    const ending = tail.exec(rest);
    if (ending === null) return undefined;
    const all = Object.entries({ ...values, ...ending.groups });
    rows.push(new Map(all.map(([name, value]) => [name, value === 'NULL' ? undefined : value])));
  }
  return rows;
}

function field({ numbers }: ContentColumns, name: string): string {
  return `${name}=(?<${name}>${numbers.has(name) ? '-?\\d+|NULL' : '.*?'})`;
}

function headPattern(columns: ContentColumns, before: readonly string[]): RegExp {
  const fields = before.map((name) => `${field(columns, name)}, `);
  return new RegExp(`^Row: (\\d+) ${fields.join('')}${columns.freeText}=`, 'gm');
}

interface RowHead {
  readonly values: Readonly<Record<string, string>>;
  readonly from: number;
  /** Where the free text begins. */
  readonly to: number;
}

/** Only a complete head with the next row's number begins a row. */
function rowHeads(output: string, pattern: RegExp): RowHead[] {
  const heads: RowHead[] = [];
  for (const match of output.matchAll(pattern)) {
    if (Number(match[1]) !== heads.length) continue;
    heads.push({
      values: match.groups ?? {},
      from: match.index,
      to: match.index + match[0].length,
    });
  }
  return heads;
}

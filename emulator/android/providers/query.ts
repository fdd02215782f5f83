import { parseWhere, SqlSyntaxError, type Row } from './where.ts';

export interface QueryOptions {
  readonly projection?: readonly string[];
  /** SQL WHERE clause without the keyword. */
  readonly where?: string;
  /** SQL ORDER BY clause without the keyword, with an optional LIMIT. */
  readonly sort?: string;
}

export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Runs a content provider's query over rows in memory.
 * @throws SqlSyntaxError for a clause SQLite would refuse, and a column that the provider does not have.
 */
export function queryRows(
  rows: readonly Row[],
  columns: readonly string[],
  options: QueryOptions,
): QueryResult {
  const known = new Set(columns);
  const projection = options.projection ?? columns;
  for (const column of projection) {
    if (!known.has(column)) {
      throw new SqlSyntaxError(`no such column: ${column} (code 1 SQLITE_ERROR)`);
    }
  }
  let found = [...rows];
  if (options.where !== undefined && options.where.trim() !== '') {
    found = found.filter(parseWhere(options.where, known));
  }
  if (options.sort !== undefined && options.sort.trim() !== '') {
    found = sortRows(found, options.sort, known);
  }
  return {
    columns: projection,
    rows: found.map((row) =>
      Object.fromEntries(projection.map((name) => [name, row[name] ?? null])),
    ),
  };
}

function sortRows(rows: Row[], sort: string, columns: ReadonlySet<string>): Row[] {
  const match = /^([\s\S]*?)(?:\blimit\s+(\d+)(?:\s+offset\s+(\d+))?)?\s*$/i.exec(sort);
  const [, order = '', limit, offset = '0'] = match ?? [];
  const keys = order
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', direction = 'asc'] = part.split(/\s+/);
      if (!columns.has(name)) {
        throw new SqlSyntaxError(`no such column: ${name} (code 1 SQLITE_ERROR)`);
      }
      if (!/^(?:asc|desc)$/i.test(direction)) {
        throw new SqlSyntaxError(`near "${direction}": syntax error (code 1 SQLITE_ERROR)`);
      }
      return { name, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
    });
  const sorted = rows.sort((a, b) => {
    for (const { name, sign } of keys) {
      const [x, y] = [a[name] ?? null, b[name] ?? null];
      if (x === y) continue;
      // SQLite sorts NULL before everything else.
      if (x === null || y === null) return x === null ? -sign : sign;
      return x < y ? -sign : sign;
    }
    return 0;
  });
  const start = Number(offset);
  return limit === undefined ? sorted : sorted.slice(start, start + Number(limit));
}

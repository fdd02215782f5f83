/**
 * The part of SQLite's expression grammar that people put into `content query --where`:
 * comparisons of a column with literals, LIKE, IN, BETWEEN, IS NULL, AND, OR, NOT, parentheses.
 */
export type Row = Readonly<Record<string, string | number | null>>;
export type RowPredicate = (row: Row) => boolean;

/** A selection that SQLite would refuse, in SQLite's words. */
export class SqlSyntaxError extends Error {
  override readonly name = 'SqlSyntaxError';
}

type Value = string | number | null;
type Expression = (row: Row) => Value;

const TOKEN =
  /\s*(?:('(?:[^']|'')*')|("[^"]*")|(-?\d+(?:\.\d+)?)|(<=|>=|<>|!=|==|=|<|>|\(|\)|,)|(\w+))/y;

class WhereParser {
  readonly #tokens: string[];
  readonly #columns: ReadonlySet<string>;
  #at = 0;

  constructor(source: string, columns: ReadonlySet<string>) {
    this.#columns = columns;
    this.#tokens = tokenize(source);
  }

  parse(): RowPredicate {
    const predicate = this.#or();
    const rest = this.#tokens[this.#at];
    if (rest !== undefined) throw nearError(rest);
    return predicate;
  }

  #or(): RowPredicate {
    let left = this.#and();
    while (this.#takeWord('OR')) {
      const [a, b] = [left, this.#and()];
      left = (row) => a(row) || b(row);
    }
    return left;
  }

  #and(): RowPredicate {
    let left = this.#not();
    while (this.#takeWord('AND')) {
      const [a, b] = [left, this.#not()];
      left = (row) => a(row) && b(row);
    }
    return left;
  }

  #not(): RowPredicate {
    if (this.#takeWord('NOT')) {
      const inner = this.#not();
      return (row) => !inner(row);
    }
    if (this.#tokens[this.#at] === '(') {
      this.#at++;
      const inner = this.#or();
      this.#expect(')');
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): RowPredicate {
    const left = this.#operand();
    const negated = this.#takeWord('NOT');
    if (this.#takeWord('LIKE')) {
      const pattern = this.#operand();
      return (row) => isLike(left(row), pattern(row)) !== negated;
    }
    if (this.#takeWord('IN')) {
      this.#expect('(');
      const options = [this.#operand()];
      while (this.#tokens[this.#at] === ',') {
        this.#at++;
        options.push(this.#operand());
      }
      this.#expect(')');
      return (row) => options.some((option) => compare(left(row), option(row)) === 0) !== negated;
    }
    if (this.#takeWord('BETWEEN')) {
      const low = this.#operand();
      if (!this.#takeWord('AND')) throw nearError(this.#tokens[this.#at] ?? 'BETWEEN');
      const high = this.#operand();
      return (row) => {
        const value = left(row);
        const isWithin =
          Number(compare(value, low(row))) >= 0 && Number(compare(value, high(row))) <= 0;
        return isWithin !== negated;
      };
    }
    if (this.#takeWord('IS')) {
      const isNot = this.#takeWord('NOT');
      if (!this.#takeWord('NULL')) throw nearError(this.#tokens[this.#at] ?? 'IS');
      return (row) => (left(row) === null) !== isNot;
    }
    const operator = this.#tokens[this.#at] ?? '';
    if (!/^(?:<=|>=|<>|!=|==|=|<|>)$/.test(operator)) {
      // A bare operand is a truth value: `1`, `read`.
      return (row) => Number(left(row)) !== 0;
    }
    this.#at++;
    const right = this.#operand();
    return (row) => holds(operator, compare(left(row), right(row)));
  }

  #operand(): Expression {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new SqlSyntaxError('incomplete input (code 1 SQLITE_ERROR)');
    if (token.startsWith("'")) {
      const text = token.slice(1, -1).replaceAll("''", "'");
      return () => text;
    }
    if (/^-?\d/.test(token)) return () => Number(token);
    if (token.toUpperCase() === 'NULL') return () => null;
    const column = token.replaceAll('"', '');
    if (this.#columns.has(column)) return (row) => row[column] ?? null;
    // SQLite takes a double-quoted name that is no column for a string.
    if (token.startsWith('"')) return () => column;
    if (!/^\w+$/.test(token)) throw nearError(token);
    throw new SqlSyntaxError(`no such column: ${token} (code 1 SQLITE_ERROR)`);
  }

  #takeWord(word: string): boolean {
    if (this.#tokens[this.#at]?.toUpperCase() !== word) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    const actual = this.#tokens[this.#at++];
    if (actual !== token) throw nearError(actual ?? token);
  }
}

/**
 * Compiles a selection.
 * @throws SqlSyntaxError if it cannot be parsed or names an unknown column.
 */
export function parseWhere(source: string, columns: ReadonlySet<string>): RowPredicate {
  return new WhereParser(source, columns).parse();
}

function tokenize(source: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const end = source.trimEnd().length;
  let at = 0;
  while (at < end) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) throw nearError(source.slice(at).trim().charAt(0));
    tokens.push(match[0].trim());
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function nearError(token: string): SqlSyntaxError {
  return new SqlSyntaxError(`near "${token}": syntax error (code 1 SQLITE_ERROR)`);
}

/** Negative, zero or positive; `null` if one side is NULL. Text that is a number compares as one. */
function compare(a: Value, b: Value): number | null {
  if (a === null || b === null) return null;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  const [x, y] = [Number(a), Number(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) {
    const [s, t] = [String(a), String(b)];
    return s < t ? -1 : s > t ? 1 : 0;
  }
  return x - y;
}

function holds(operator: string, order: number | null): boolean {
  if (order === null) return false;
  switch (operator) {
    case '=':
    case '==':
      return order === 0;
    case '<>':
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}

/** SQL LIKE: `%` any run, `_` any one character, ASCII case ignored. */
function isLike(value: Value, pattern: Value): boolean {
  if (value === null || pattern === null) return false;
  const source = String(pattern)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '[\\s\\S]*')
    .replaceAll('_', '[\\s\\S]');
  return new RegExp(`^${source}$`, 'i').test(String(value));
}

import { z } from 'zod';
import { toEntry, type LedgerEntry } from './entry.ts';

const NEW_LINE = 0x0a;

/** A line that a crash cut short: no JSON. */
export interface Fragment {
  /** Of its first byte in the file. */
  readonly offset: number;
  /** Without the end of its line. */
  readonly bytes: Buffer;
}

/** JSON that is no entry: of a later version, or of a person's hand. */
export class NoEntryError extends Error {
  override readonly name = 'NoEntryError';

  constructor(line: number, cause: z.ZodError) {
    const what = cause.issues
      .map(({ path, message }) => `${path.join('.')}: ${message}`)
      .join('; ');
    super(`line ${line} is no entry: ${what}`, { cause });
  }
}

export interface LedgerLines {
  /** In the order of the file. */
  readonly entries: readonly LedgerEntry[];
  /** Whose line has an end: nobody is writing them any more. */
  readonly fragments: readonly Fragment[];
  /** Whether the last line has no end: a crash cut it short, or somebody is about to write the rest. */
  readonly isOpen: boolean;
}

/**
 * Reads a ledger: one JSON object per line; blank lines mean nothing.
 * @throws {NoEntryError} for JSON that is no entry.
 */
export function parseLines(file: Buffer): LedgerLines {
  const entries: LedgerEntry[] = [];
  const fragments: Fragment[] = [];
  for (let offset = 0, line = 1; offset < file.length; line += 1) {
    const newLine = file.indexOf(NEW_LINE, offset);
    const end = newLine === -1 ? file.length : newLine;
    const bytes = file.subarray(offset, end);
    const value = parsed(bytes);
    if (value !== undefined) entries.push(entryOf(value.json, line));
    else if (newLine !== -1 && !isBlank(bytes)) fragments.push({ offset, bytes });
    offset = end + 1;
  }
  return { entries, fragments, isOpen: file.length > 0 && file.at(-1) !== NEW_LINE };
}

function entryOf(value: unknown, line: number): LedgerEntry {
  try {
    return toEntry(value);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new NoEntryError(line, error);
  }
}

function parsed(bytes: Buffer): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return undefined;
  }
}

function isBlank(bytes: Buffer): boolean {
  return /^[ \t\r]*$/.test(bytes.toString('latin1'));
}

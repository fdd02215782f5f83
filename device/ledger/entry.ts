import { z } from 'zod';
import { ERROR_CATEGORIES } from '../../config/errors.ts';
import { ProcessIdentity } from '../process-identity.ts';

const Line = { at: z.iso.datetime() };
const OfAttempt = {
  ...Line,
  runId: z.string(),
  serial: z.string(),
  /** E.164. */
  number: z.string(),
};
const Environment = z.enum(['test', 'staging', 'live']);
/** What ended an attempt. */
const Cause = z.object({ type: z.string(), category: z.enum(ERROR_CATEGORIES) });

const version = z.literal(2);
const Entry = z.discriminatedUnion('kind', [
  /** Before Next is tapped. */
  z.object({
    ...OfAttempt,
    version,
    kind: z.literal('intent'),
    environment: Environment,
    /** The process that writes the attempt's entries. */
    writer: ProcessIdentity.optional(),
  }),
  /** The service has taken a request for an SMS code; one for each request. */
  z.object({ ...OfAttempt, version, kind: z.literal('code-requested') }),
  /** The app has taken the SMS code. */
  z.object({ ...OfAttempt, version, kind: z.literal('verified') }),
  /** The phone shows the account: its id as far as the phone tells it. */
  z.object({
    ...OfAttempt,
    version,
    kind: z.literal('created'),
    account: z.string().optional(),
  }),
  /** It ended, and the phone has no account. */
  z.object({ ...OfAttempt, version, kind: z.literal('failed'), error: Cause.optional() }),
  /** It ended, and nobody knows whether there is an account. */
  z.object({ ...OfAttempt, version, kind: z.literal('unknown'), error: Cause.optional() }),
  /** Nobody is signed in on the phone any more; whose number the account had may not be known. */
  z.object({
    ...OfAttempt,
    version,
    kind: z.literal('signed-out'),
    number: z.string().optional(),
    account: z.string().optional(),
  }),
  /** A person has looked what became of the last attempt with the number. */
  z.object({
    ...Line,
    version,
    kind: z.literal('settled'),
    number: z.string(),
    account: z.enum(['none', 'exists']),
  }),
  /** What a crash left of a line, in base64, and where it was, in bytes. */
  z.object({
    ...Line,
    version,
    kind: z.literal('torn'),
    offset: z.int(),
    bytes: z.base64(),
  }),
]);

/** As they were written until the steps of an attempt were. */
const FirstEntry = z.discriminatedUnion('kind', [
  z.object({
    ...OfAttempt,
    version: z.literal(1),
    kind: z.literal('intent'),
    environment: Environment,
  }),
  z.object({
    ...OfAttempt,
    version: z.literal(1),
    kind: z.literal('outcome'),
    outcome: z.enum(['created', 'signed-in', 'failed']),
  }),
]);

/** One line of the ledger. */
export type LedgerEntry = z.infer<typeof Entry>;
export type LedgerCause = z.infer<typeof Cause>;
export type EntryOf<Kind extends LedgerEntry['kind']> = Extract<LedgerEntry, { kind: Kind }>;

/**
 * @param value what the line says, of any version.
 * @throws {z.ZodError} when it is no entry.
 */
export function toEntry(value: unknown): LedgerEntry {
  const first = FirstEntry.safeParse(value).data;
  if (first === undefined) return Entry.parse(value);
  if (first.kind === 'intent') return { ...first, version: 2 };
  const { outcome, ...rest } = first;
  return { ...rest, version: 2, kind: outcome === 'signed-in' ? 'unknown' : outcome };
}

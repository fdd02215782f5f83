import { z } from 'zod';
import { ERROR_CATEGORIES } from './errors.ts';
import { readJsonFile } from './json-file.ts';
import { Masker } from './masker.ts';
import type { SettingsProblem } from './settings-error.ts';

const day = z.iso.date({ error: 'the last day on which it counts, such as 2027-03-31' });

/** A failure that somebody knows of and has decided to live with for a time. */
const KnownIssueSchema = z
  .strictObject({
    /** The spec file, relative to the project. */
    spec: z
      .string()
      .regex(/^specs\/.+\.spec\.ts$/, { error: 'a spec file such as specs/sms-code/late.spec.ts' })
      .optional(),
    /** Part of the test's title. */
    title: z.string().min(1).optional(),
    /** Profile or serial of the phone, or part of its model; absent: any. */
    phone: z.string().min(1).optional(),
    /** BCP 47; absent: any. */
    language: z.string().min(1).optional(),
    /** What kind of cause the failure has; absent: any. */
    category: z.enum(ERROR_CATEGORIES).optional(),
    /** Why it fails, and why that is left as it is. It is published: numbers in it are masked. */
    reason: z
      .string()
      .trim()
      .min(1)
      .transform((text) => new Masker().mask(text)),
    /** The last day on which it counts, in UTC. */
    expires: day,
    /** Where it is dealt with. */
    link: z.url({ protocol: /^https?$/, error: 'an http(s) address' }).optional(),
  })
  .refine(({ spec, title }) => spec !== undefined || title !== undefined, {
    error: 'says neither spec nor title, so that it would mute everything',
  });

export type KnownIssue = z.infer<typeof KnownIssueSchema>;

/** Of the file; config/known-issues.schema.json says the same to editors. */
const KnownIssuesSchema = z.strictObject({
  $schema: z.string().optional(),
  issues: z.array(KnownIssueSchema),
});

/** Where the project has its known issues. */
export const KNOWN_ISSUES_FILE = 'config/known-issues.json';

/** @returns the known issues, or what is wrong with the file. */
export function readKnownIssues(path: string): {
  issues: readonly KnownIssue[];
  problems: SettingsProblem[];
} {
  const { value, problems } = readJsonFile(path, KnownIssuesSchema, {
    setting: KNOWN_ISSUES_FILE,
    what: 'a list of known issues',
    example: 'config/known-issues.example.json',
  });
  return { issues: value?.issues ?? [], problems };
}

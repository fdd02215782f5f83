import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile } from '../../config/json-file.ts';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { SettingsError } from '../../config/settings-error.ts';

const count = z.int().min(0);

/** Of the file; config/quality-gate.schema.json says the same to editors, and what each rule means. */
export const GateRulesSchema = z
  .strictObject({
    $schema: z.string().optional(),
    maxUnknownFailures: count,
    minTests: count,
    minPassRateOfEachPhone: z.number().min(0).max(1),
    maxNewlyFlaky: count,
    maxDurationMinutes: z.number().positive(),
  })
  .partial();

/** What a run must come to; a rule that is left out is not asked. */
export type GateRules = Omit<z.infer<typeof GateRulesSchema>, '$schema'>;

const RULES_FILE = 'config/quality-gate.json';

/** @throws {SettingsError} */
export function readGateRules(path = join(PROJECT_ROOT, RULES_FILE)): GateRules {
  const { value, problems } = readJsonFile(path, GateRulesSchema, {
    setting: RULES_FILE,
    what: 'the rules of the quality gate',
    example: 'config/quality-gate.schema.json',
  });
  if (value === undefined) throw new SettingsError(problems);
  return value;
}

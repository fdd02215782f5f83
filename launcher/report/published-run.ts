import { Ajv2020 } from 'ajv/dist/2020.js';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../config/paths.ts';
import type { Summary } from '../summary.ts';
import { NoRunError } from './errors.ts';

/**
 * The summary of the run that a folder holds.
 * @throws {NoRunError} when there is none, or one of another version of the harness.
 */
export function readSummary(folder: string): Summary {
  const path = join(folder, 'summary.json');
  if (!existsSync(path)) throw new NoRunError(folder, 'no summary.json');
  let summary: unknown;
  try {
    summary = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new NoRunError(folder, 'a summary.json that is no JSON');
  }
  const schema = readFileSync(join(PROJECT_ROOT, 'reports', 'summary.schema.json'), 'utf8');
  const validate = new Ajv2020().compile(JSON.parse(schema) as object);
  if (validate(summary)) return summary as Summary;
  const [flaw] = validate.errors ?? [];
  const where = `${flaw?.instancePath ?? ''} ${flaw?.message ?? ''}`.trim();
  throw new NoRunError(folder, `a summary.json that is not as its schema says: ${where}`);
}

import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A result that no test wrote. */
export interface UntestedResult {
  name: string;
  /** What tells it from others of its name in the history; by default the name. */
  fullName?: string;
  description?: string;
  status: 'broken' | 'skipped';
  message: string;
  startMs: number;
  stopMs: number;
  labels: readonly { name: string; value: string }[];
  parameters?: readonly { name: string; value: string }[];
  steps?: readonly object[];
}

/** @see https://allurereport.org/docs/how-it-works-test-result-file/ */
export function writeAllureResult(
  folder: string,
  { name, fullName = name, message, startMs, stopMs, ...rest }: UntestedResult,
): void {
  const uuid = randomUUID();
  const result = {
    uuid,
    historyId: createHash('md5').update(fullName).digest('hex'),
    name,
    fullName,
    statusDetails: { message },
    stage: 'finished',
    start: Math.round(startMs),
    stop: Math.round(stopMs),
    steps: [],
    parameters: [],
    attachments: [],
    links: [],
    ...rest,
  };
  writeFileSync(join(folder, `${uuid}-result.json`), JSON.stringify(result));
}

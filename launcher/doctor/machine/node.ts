import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { failed, passed } from '../../../device/doctor/result.ts';
import { satisfies } from '../../../scripts/node-version.mjs';
import type { MachineCheck } from './machine-check.ts';

export const nodeVersion: MachineCheck = {
  id: 'node-version',
  judge() {
    const text = readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8');
    const { engines } = JSON.parse(text) as { engines: { node: string } };
    return judgeNode(process.version, engines.node);
  },
};

/** @param range as package.json's `engines` has it. */
export function judgeNode(version: string, range: string) {
  if (satisfies(version, range)) return passed(version);
  return failed(
    `${version}, which is not in ${range}`,
    'Install a Node of that range (https://nodejs.org, or a version manager) and start again.',
  );
}

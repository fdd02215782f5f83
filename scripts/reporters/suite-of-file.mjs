import { isAbsolute } from 'node:path';

/**
 * @param {{ name: string, file?: string | undefined, nesting: number }} data of an event of node's test runner
 * @returns {boolean} whether it is about the suite that stands for a whole test file, whose name is its
 *   path (`runFilesInTurn`)
 */
export function isSuiteOfFile({ name, file, nesting }) {
  return nesting === 0 && name !== file && isAbsolute(name);
}

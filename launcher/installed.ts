import { join } from 'node:path';
import { PROJECT_ROOT } from '../config/paths.ts';

/** Path of a program that an installed package brings, e.g. `installed('appium', 'index.js')`. */
export function installed(packageName: string, file: string): string {
  return join(PROJECT_ROOT, 'node_modules', packageName, file);
}

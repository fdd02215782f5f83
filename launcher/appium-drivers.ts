import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';

/** Relative to the project that Appium is run in. */
const LIST = join('node_modules', '.cache', 'appium', 'extensions.yaml');
const LISTED = z.object({ drivers: z.record(z.string(), z.object({ installPath: z.string() })) });

/**
 * Takes away Appium's list of drivers if it is about another folder, as after a project was moved or copied
 * with all that is installed in it: Appium looks at nothing but this list until `package.json` changes, and
 * finds no driver then. Without one it makes a new one.
 * @see https://github.com/appium/appium/blob/master/packages/appium/lib/extension/manifest.ts
 */
export function forgetMovedDrivers(project: string): void {
  const path = join(project, LIST);
  const drivers = listedDrivers(path);
  const isHere = drivers?.every(
    (at) => !relative(join(project, 'node_modules'), at).startsWith('..'),
  );
  if (isHere !== true) rmSync(path, { force: true });
}

/** @returns where they are; none: nothing is known of them; `undefined`: no list can be read. */
function listedDrivers(path: string): string[] | undefined {
  try {
    const { success, data } = LISTED.safeParse(parse(readFileSync(path, 'utf8')));
    return success ? Object.values(data.drivers).map(({ installPath }) => installPath) : [];
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    // Half of one is left by an Appium that was killed.
    if (isMissing || error instanceof YAMLParseError) return undefined;
    throw error;
  }
}

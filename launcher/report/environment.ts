import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file of Allure's results that says where a run took place. */
export const ENVIRONMENT = 'environment.properties';

/** Between the values of several phones, as `reportEnvironment` writes them. */
const BETWEEN = ' | ';
/** A name ends at a blank that is not escaped. */
const LINE = /^((?:\\.|[^\\\s=])+) = (.*)$/;

/** Reads back what `writeEnvironment` wrote. */
function parseEnvironment(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, name, value] = LINE.exec(line) ?? [];
      return name === undefined || value === undefined
        ? []
        : [[name.replaceAll('\\ ', ' '), value] as const];
    }),
  );
}

/** What results say of where they were made; nothing where they say nothing. */
export function readEnvironment(resultsDir: string): Record<string, string> {
  const path = join(resultsDir, ENVIRONMENT);
  return existsSync(path) ? parseEnvironment(readFileSync(path, 'utf8')) : {};
}

/**
 * The environments of several runs as one: where they have the same value once, else side by side in
 * their order.
 */
export function mergeEnvironments(
  environments: readonly Readonly<Record<string, string>>[],
): Record<string, string> {
  const names = new Set(environments.flatMap((environment) => Object.keys(environment)));
  return Object.fromEntries(
    [...names].map((name) => {
      const values = environments.flatMap((environment) => environment[name] ?? []);
      return [name, [...new Set(values)].join(BETWEEN)];
    }),
  );
}

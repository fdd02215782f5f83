import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CATEGORIES, type ErrorCategory } from '../../config/errors.ts';
import { CATEGORY_LABEL } from '../errors.ts';

interface Named {
  name: string;
  value: string;
  /** Of a parameter: it does not tell one history from another. */
  excluded?: boolean;
}

/**
 * What is read and changed of a test's result file; it has more.
 * @see https://allurereport.org/docs/how-it-works-test-result-file/
 */
export interface AllureResult {
  uuid?: string;
  name: string;
  fullName?: string;
  testCaseId?: string;
  status?: string;
  statusDetails?: { message?: string; flaky?: boolean };
  start?: number;
  labels?: Named[];
  parameters?: Named[];
  links?: { name?: string; url: string; type?: string }[];
}

/** A result, and the file that it stands in. */
export interface ResultFile {
  readonly path: string;
  readonly result: AllureResult;
}

const ENDING = '-result.json';

/** The results of a folder; what a killed worker left half of is none. */
export function readResults(folder: string): ResultFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const result = parsed(readFileSync(path, 'utf8'));
      return result === undefined ? [] : [{ path, result }];
    });
}

/** Writes so that a reader never sees half of it. */
export function writeResult({ path, result }: ResultFile): void {
  const unfinished = `${path}.tmp`;
  writeFileSync(unfinished, JSON.stringify(result));
  renameSync(unfinished, path);
}

function parsed(text: string): AllureResult | undefined {
  try {
    return JSON.parse(text) as AllureResult;
  } catch {
    return undefined;
  }
}

/** Where and what a test is, as `summary.json` says it. */
export interface TestPlace {
  spec: string | null;
  title: string;
  serial: string | null;
  model: string | null;
  profile: string | null;
  language: string | null;
}

/** Where and what the test of a result is, by its labels. */
export function placeOf({ name, fullName = '', labels = [] }: AllureResult): TestPlace {
  const label = (wanted: string) => labels.find((one) => one.name === wanted)?.value ?? null;
  const suites = ['parentSuite', 'suite', 'subSuite'].flatMap((kind) => label(kind) ?? []);
  const [spec = ''] = fullName.split('#');
  return {
    spec: spec.endsWith('.spec.ts') ? spec : null,
    title: [...suites, name].join('.'),
    serial: label('phone'),
    model: label('model'),
    profile: label('profile'),
    language: label('language'),
  };
}

/** What kind of cause the failure of a result has. */
export function categoryOfResult({ labels = [] }: AllureResult): ErrorCategory {
  const value = labels.find(({ name }) => name === CATEGORY_LABEL)?.value;
  return ERROR_CATEGORIES.find((category) => category === value) ?? 'harness';
}

/**
 * By what Allure 3 knows a test again in its history: the test, and the parameters that are not
 * excluded. (`calculateHistoryId` in @allurereport/core, `store/convert.js`)
 */
export function historyIdOf({ testCaseId, fullName, parameters = [] }: AllureResult): string {
  const told = parameters
    .filter(({ excluded }) => excluded !== true)
    .sort((a, b) => a.name.localeCompare(b.name) || a.value.localeCompare(b.value))
    .map(({ name, value }) => `${name}:${value}`)
    .join(',');
  return `${md5(testCaseId ?? fullName ?? '')}.${md5(told)}`;
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

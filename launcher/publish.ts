import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Masker } from '../config/masker.ts';
import { openTreeIn, withoutTrees } from './evidence/log-trees.ts';
import type { RunFolder } from './run-folder.ts';
import { textPieces } from './text-pieces.ts';

/** What a run publishes; the rest of `reports/` (history, schema, README) stays. */
const PUBLISHED = [
  'allure-results',
  'html',
  'junit',
  'logs',
  'patience.svg',
  'summary.json',
  'summary.md',
  'notification.json',
] as const;
/** Pictures were blurred before they left memory; every other file is taken for text. */
const PICTURES = new Set(['.png', '.jpg', '.jpeg', '.webp']);
/** The beginning of a screenshot in clear, as Appium's log shows it: PNG or JPEG in base64. */
const PICTURE_TEXT = /(?:iVBORw0KGgo|\/9j\/)[\w+/=-]{40,}/g;

/** Takes away what an earlier run published, so that nobody takes it for this run's. */
export function emptyReports(reportsDir: string): void {
  for (const name of PUBLISHED) rmSync(join(reportsDir, name), { recursive: true, force: true });
}

/**
 * Publishes masked copies of what a run wrote to its private folder.
 * @returns the JUnit files, relative to `reportsDir`.
 */
export function publish(folder: RunFolder, reportsDir: string, masker: Masker): string[] {
  emptyReports(reportsDir);
  publishFolder(folder.allureResults, join(reportsDir, 'allure-results'), masker);
  publishFolder(folder.logs, join(reportsDir, 'logs'), masker);
  const junit = publishFolder(folder.junit, join(reportsDir, 'junit'), masker);
  return junit.map((name) => join('junit', name));
}

/** @returns the names of the published files, relative to `to`. */
function publishFolder(from: string, to: string, masker: Masker): string[] {
  mkdirSync(to, { recursive: true });
  const files = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1));
  return files.map((name) => {
    // Results refer to attachments by name, and a name may happen to hold a code's digits.
    const target = masker.mask(name);
    mkdirSync(dirname(join(to, target)), { recursive: true });
    publishFile(join(from, name), join(to, target), masker);
    return target;
  });
}

function publishFile(from: string, to: string, masker: Masker): void {
  const extension = extname(from).toLowerCase();
  if (PICTURES.has(extension)) copyFileSync(from, to);
  else if (extension === '.log') publishLog(from, to, masker);
  else writeFileSync(to, maskFile(readFileSync(from, 'utf8'), extension, masker));
}

/** The log of a night is larger than a string may be. */
function publishLog(from: string, to: string, masker: Masker): void {
  writeFileSync(to, '');
  for (const piece of textPieces(from, openTreeIn)) {
    appendFileSync(to, masker.mask(withoutTrees(withoutPictures(piece))));
  }
}

function withoutPictures(text: string): string {
  return text.replace(PICTURE_TEXT, '[picture]');
}

function maskFile(clear: string, extension: string, masker: Masker): string {
  const text = withoutPictures(clear);
  if (extension !== '.json') return masker.mask(text);
  try {
    return masker.maskJson(text);
  } catch (error) {
    // A worker that was killed leaves half a file.
    if (error instanceof SyntaxError) return masker.mask(text);
    throw error;
  }
}

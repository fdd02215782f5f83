import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'page');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface PageFile {
  readonly type: string;
  readonly body: string;
}

/** The files of the page by name, read once: no path of a request ever reaches the disk. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  return new Map(
    readdirSync(FOLDER).flatMap((name): [string, PageFile][] => {
      const type = TYPES[extname(name)];
      return type === undefined
        ? []
        : [[name, { type, body: readFileSync(join(FOLDER, name), 'utf8') }]];
    }),
  );
}

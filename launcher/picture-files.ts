import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunFolder } from './run-folder.ts';

/** Pictures that a person is asked about, as files for those whose terminal shows none. */
export class PictureFiles {
  readonly #folder: RunFolder;
  #count = 0;

  constructor(folder: RunFolder) {
    this.#folder = folder;
  }

  /**
   * Writes a picture, readable by this user only, where nothing is published from; it goes with the
   * run's private folder.
   * @param picture PNG.
   * @returns its path.
   */
  write(picture: Buffer): string {
    this.#count += 1;
    const folder = this.#folder.pictures;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, `picture-${String(this.#count)}.png`);
    writeFileSync(path, picture, { mode: 0o600 });
    return path;
  }
}

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PhoneIdentity } from '../../device/properties.ts';
import type { ScreenResult } from '../check-locators/screens/check-screens.ts';

/** What is known of the phone; nothing that tells whose it is. */
export interface RecordedPhone extends PhoneIdentity {
  readonly locale: string;
  readonly region: string;
  /** Versions of the apps whose screens are recorded. */
  readonly apps: Readonly<Record<string, string>>;
}

/** A screen, masked. */
export interface RecordedScreen {
  readonly source: string;
  readonly picture: Buffer | undefined;
  readonly activity: string | undefined;
  readonly texts: readonly string[];
  readonly result: Pick<ScreenResult, 'verdict' | 'pages'>;
}

const ABOUT = 'recording.json';

/** A folder of recorded screens, for its owner only, that `npm run check:locators` reads. */
export class Recording {
  readonly folder: string;
  readonly #phone: RecordedPhone;
  readonly #screens: unknown[] = [];

  constructor(folder: string, phone: RecordedPhone) {
    this.folder = folder;
    this.#phone = phone;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    this.#writeAbout();
  }

  get size(): number {
    return this.#screens.length;
  }

  /** @returns the name of its files, without what they end in. */
  add({ source, picture, activity, texts, result }: RecordedScreen): string {
    const number = String(this.size + 1).padStart(2, '0');
    const what = result.pages[0]?.screen ?? 'unknown';
    const name = `${number}-${what.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
    this.#write(`${name}.xml`, source);
    if (picture !== undefined) this.#write(`${name}.png`, picture);
    const { verdict, pages } = result;
    this.#screens.push({
      name,
      activity,
      hasPicture: picture !== undefined,
      verdict,
      pages,
      texts,
    });
    this.#writeAbout();
    return name;
  }

  #writeAbout(): void {
    const about = { phone: this.#phone, screens: this.#screens };
    this.#write(ABOUT, `${JSON.stringify(about, null, 2)}\n`);
  }

  #write(name: string, content: string | Buffer): void {
    writeFileSync(join(this.folder, name), content, { mode: 0o600 });
  }
}
